"""Rules for the curated English."""

from collections import Counter
from collections.abc import Iterator

from handouts import markup
from handouts.content import Block, Content, Topic
from handouts.documents import Claim
from handouts.glyphs import missing_glyphs
from handouts.job import Written
from handouts.languages import Language
from handouts.problems import Position, Problem, Severity
from handouts.readability import Level, level, sentences_of

MOST_WORDS = 20
HIGHEST_GRADE = 7.0


def stray_markup(content: Content) -> Iterator[Problem]:
    """A star opens or closes strong or emphasized text. Right: `**marrow** makes`; wrong: `**marrow makes`."""
    for message in content.messages():
        if not message.prose and markup.shape(message.english):
            text = f"**strong** or *emphasis* in a text that is printed as it is: '{message.english}'"
            yield Problem(message.text.position, text, "markup", "take the stars out")
        if not message.address.startswith("interface/") and markup.placeholders(message.english):
            text = "a name in braces, which only the program's own texts may hold"
            yield Problem(message.text.position, text, "placeholder", "take the braces out")
        where = markup.stray(message.english) if message.prose else None
        if where is not None:
            yield Problem(
                message.text.position,
                f"a star that opens or closes nothing: '{message.english[where:][:20]}'",
                "markup",
            )


def missing_glyph(content: Content, source: Language) -> Iterator[Problem]:
    """Every character is in one of the fonts of the language that the content is written in."""
    for message in content.messages():
        text = Written(message.english, source.fonts, source.tag, message.text.position, message.address)
        yield from missing_glyphs([text])


def key_points(content: Content) -> Iterator[Problem]:
    """A leaflet begins with three to five key points, each one paragraph."""
    for topic in content.topics.values():
        if not 3 <= len(topic.key_points) <= 5:
            count = len(topic.key_points)
            yield Problem(topic.position, f"{count} key points where three to five belong", "key-points")
        for block in topic.key_points:
            if block.kind != "paragraph":
                yield Problem(topic.position, f"key point '{block.id}' is no paragraph but {block.kind}", "key-points")


def repeated_block(content: Content) -> Iterator[Problem]:
    """A block stands once in a leaflet."""
    for topic in content.topics.values():
        for block, times in Counter(block.id for block in topic.blocks).items():
            if times > 1:
                yield Problem(topic.position, f"block '{block}' stands {times} times in this topic", "repeated-block")


def unused_block(content: Content) -> Iterator[Problem]:
    """Every block is printed somewhere, or it grows old unseen."""
    used = {block.id for topic in content.topics.values() for block in topic.blocks}
    for block in content.blocks.values():
        if block.id not in used:
            yield Problem(
                block.position, f"no topic uses block '{block.id}'", "unused-block", severity=Severity.WARNING
            )


def unused_claim(content: Content) -> Iterator[Problem]:
    """Every claim is used, or marked left_out with the reason."""
    for claim in _unused_claims(content):
        if not claim.left_out:
            text, hint = f"no block rests on claim '{claim.reference}'", "use it, or say why not with left_out: reason"
            yield Problem(claim.position, text, "unused-claim", hint, Severity.WARNING)


def coverage_of(content: Content) -> Iterator[str]:
    """List the claims that no block uses, with the reason where there is one, and count the rest."""
    unused = list(_unused_claims(content))
    for claim in unused:
        yield f"{claim.position}: {claim.reference}: {claim.left_out or 'NO REASON GIVEN'}"
    claims = sum(len(document.claims) for document in content.documents.values())
    yield f"{claims - len(unused)} of {claims} claims are used, {len(unused)} are not"


def trace_of(content: Content, topic: Topic) -> Iterator[str]:
    """Say block by block what a leaflet states, and the claims and paragraphs that it rests on."""
    yield from ("key points", "")
    for block in topic.key_points:
        yield from _trace(content, block)
    for number, section in enumerate(topic.sections, start=1):
        yield from (f"{number}. {section.heading.english}", "")
        for block in section.blocks:
            yield from _trace(content, block)


def _trace(content: Content, block: Block) -> Iterator[str]:
    yield f"{block.position}: {block.id} ({block.kind})"
    yield from (f"    {markup.plain(message.english)}" for message in content.messages_of(block))
    claims = content.claims_of(block)
    yield from (f"    <- {claim}: {claim.says}" for claim in claims)
    if not claims:
        yield "    states no fact"
    yield ""


def _unused_claims(content: Content) -> Iterator[Claim]:
    printed = {block.id: block for topic in content.topics.values() for block in topic.blocks}
    used = {claim.reference for block in printed.values() for claim in content.claims_of(block)}
    used |= {claim.reference for term in content.terms.values() for claim in term.claims}
    for document in content.documents.values():
        yield from (claim for claim in document.claims.values() if claim.reference not in used)


def long_sentence(content: Content) -> Iterator[Problem]:
    """A sentence has at most 20 words."""
    for message in content.messages():
        for words in sentences_of(markup.plain(message.english)):
            if len(words) > MOST_WORDS:
                start = " ".join(words[:5])
                yield Problem(
                    message.text.position,
                    f"a sentence of {len(words)} words, more than {MOST_WORDS}: '{start} …'",
                    "long-sentence",
                    "make two of it",
                    Severity.WARNING,
                )


def reading_level(content: Content) -> Iterator[Problem]:
    """A leaflet reads at seventh grade or easier, by Flesch-Kincaid and by SMOG."""
    for topic in content.topics.values():
        grades = topic_level(content, topic)
        for name, grade in (("Flesch-Kincaid", grades.flesch_kincaid), ("SMOG", grades.smog)):
            if grade > HIGHEST_GRADE:
                text = f"reads at grade {grade:.1f} by {name}, above {HIGHEST_GRADE:g}"
                hint = "shorter sentences and words"
                yield Problem(Position(topic.position.file), text, "reading-level", hint, Severity.WARNING)


def topic_level(content: Content, topic: Topic) -> Level:
    """Measure all that a topic prints of its own, alternative texts left out."""
    messages = [topic.title, topic.lede, *(section.heading for section in topic.sections)]
    messages += [message for block in topic.blocks for message in content.messages_of(block)]
    texts = [markup.plain(message.english) for message in messages if not message.address.endswith("/alt")]
    forms = [form for term in content.terms.values() for form in (term.term.english, *term.forms)]
    return level(texts, forms)
