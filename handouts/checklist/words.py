"""What can be measured of the words: of numbers in any language, of the rest in English only, and roughly."""

import re
from collections.abc import Iterable

from handouts.checklist.sheet import Ruling, Sheet, Verdict, number, times
from handouts.checks.contents import MOST_WORDS
from handouts.readability import sentences_of

SELDOM, SOMETIMES = 0.1, 0.25  # share of sentences that look passive

_PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being) (?:\w+ly |not |often )?(?!tired|interested|related|indeed|diseased)"
    r"(?:\w+ed|made|given|taken|done|set|put|found|kept|held|sent|told|seen|known|grown|lost|built|brought|left|chosen)\b"
)
_YOU = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_HEDGE = re.compile(r"\b(?:may|might|can|could|some|often|studies|studied|researchers|not known)\b", re.IGNORECASE)
_DO = re.compile(
    r"(?:don’t|ask|bring|boil|call|check|choose|cook|drink|eat|fill|go|keep|learn|let|look|make|read|show|stay|stop|"
    r"take|talk|tell|try|use|wash|watch|wear|write)\b"
)
_APART = r"(?: \([^)]*\))?(?: \(|, (?:a|an|the|another|when|one)\b|: | means?\b| is (?:a|an|the)\b)"


def terms(sheet: Sheet) -> Ruling:
    """Met when each term of the glossary that is used has an entry here; what stands beside a term is for a person."""
    used = _terms_used(sheet)
    if not used:
        return Verdict.PERSON, "no term of the glossary is used"
    entries = {term.id for block in sheet.blocks("term") if (term := sheet.content.term_of(block))} & used.keys()
    found = f"{number(len(used), 'term')} of the glossary, {len(entries) or 'none'} with an entry here"
    if len(entries) == len(used):
        return Verdict.MET, found
    texts = [text.lower() for text in sheet.texts(sheet.messages())]
    beside = {term for term, forms in used.items() if any(_looks_explained(text, forms) for text in texts)} - entries
    unclear = [sheet.content.terms[term].term.english for term in sorted(used.keys() - entries - beside)]
    return Verdict.PERSON, f"{found}, {len(beside)} look explained; not seen for: {', '.join(unclear) or 'none'}"


def _terms_used(sheet: Sheet) -> dict[str, list[str]]:
    """Return the glossary's terms that a leaflet uses, each with its forms; a longer term hides one inside of it."""
    forms = {
        form.lower(): term.id for term in sheet.content.terms.values() for form in (term.term.english, *term.forms)
    }
    either = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) or r"(?!)"
    any_form = re.compile(rf"\b(?:{either})\b")
    used = {forms[form] for text in sheet.texts(sheet.messages()) for form in any_form.findall(text.lower())}
    return {term: [form for form, owner in forms.items() if owner == term] for term in used}


def _looks_explained(text: str, forms: Iterable[str]) -> bool:
    return any(re.search(rf"\b{re.escape(form)}{_APART}", text) for form in forms)


def active(sheet: Sheet) -> Ruling:
    """Met when at most one sentence in ten looks passive: a form of “be” and what looks like a participle."""
    sentences = sheet.sentences(sheet.leaflet.topic.blocks)
    passive = [found[0] for each in sentences if (found := _PASSIVE.search(each))]
    share = len(passive) / max(len(sentences), 1)
    verdict = Verdict.MET if share <= SELDOM else Verdict.PARTLY if share <= SOMETIMES else Verdict.NOT_MET
    example = f", such as “{passive[0]}”" if passive else ""
    return verdict, f"roughly, {len(passive)} of {number(len(sentences), 'sentence')} look passive{example}"


def short_sentences(sheet: Sheet) -> Ruling:
    """Met when no sentence has more than 20 words, the most that the rules for the content allow."""
    lengths = [sum(map(len, sentences_of(part))) for part in sheet.parts(sheet.leaflet.topic.blocks)]
    long = sum(length > MOST_WORDS for length in lengths)
    verdict = Verdict.PARTLY if long else Verdict.MET
    average = sum(lengths) / max(len(lengths), 1)
    found = f"{number(len(lengths), 'sentence')} and points of {average:.0f} words on average"
    return verdict, f"{found}, {max(lengths, default=0)} at most; {long or 'none'} over {MOST_WORDS}"


def actions(sheet: Sheet) -> Ruling:
    """Met when a sentence begins with a verb that tells the reader to do something."""
    sentences = sheet.sentences(sheet.leaflet.topic.blocks)
    asked = [each for each in sentences if _DO.match(each.lower())]
    if not asked:
        return Verdict.PARTLY, "only the box on when to call, and lines for notes"
    return Verdict.MET, f"{number(len(asked), 'sentence')} such as “{_beginning(asked[0])}”"


def you(sheet: Sheet) -> Ruling:
    """Met when half of the parts, the key points being one, say “you” or “your”; questions to ask mean the doctor."""
    topic = sheet.leaflet.topic
    everything = (topic.key_points, *(section.blocks for section in topic.sections))
    parts = [[block for block in blocks if block.kind != "write-in"] for blocks in everything]
    counts = [sum(len(_YOU.findall(part)) for part in sheet.parts(blocks)) for blocks in parts]
    places = sum(map(bool, counts))
    verdict = Verdict.MET if 2 * places >= len(parts) else Verdict.PARTLY if places else Verdict.NOT_MET
    return verdict, f"“you” or “your” {times(sum(counts))}, in {places} of {len(parts)} parts"


def certainty(sheet: Sheet) -> Ruling:
    """Count the words that say how sure something is."""
    hedges = sum(len(_HEDGE.findall(part)) for part in sheet.parts(sheet.leaflet.topic.blocks))
    return Verdict.PERSON, f"words such as “may”, “can” and “some” {times(hedges)}"


def numbers(sheet: Sheet) -> Ruling:
    """Name the numbers that are written in figures."""
    figures = sheet.figures()
    if not figures:
        return Verdict.NONE, "no figures in the text"
    return Verdict.PERSON, f"{number(len(figures), 'figure')}: {', '.join(figures)}"


def nothing_to_calculate(sheet: Sheet) -> Ruling:
    """Met when nothing is written in figures."""
    return (Verdict.PERSON, "there are figures") if sheet.figures() else (Verdict.MET, "no figures in the text")


def only_with_figures(sheet: Sheet) -> Ruling:
    """Of a leaflet with figures, a person must say."""
    return (Verdict.PERSON, "") if sheet.figures() else (Verdict.NONE, "no figures in the text")


def _beginning(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")
