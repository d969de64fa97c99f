"""What can be measured of a leaflet's structure, which is the same in every language: parts, lists, pictures."""

from handouts import markup
from handouts.checklist.sheet import Ruling, Sheet, Verdict, number
from handouts.content import Block, Message
from handouts.readability import sentences_of

SHORT, MIDDLING = 150, 250  # English words in a section
FEW_BLOCKS = 6  # in a section
FEW_COLUMNS, FEW_WORDS = 4, 4  # in a table, in a heading of its columns


def one_message(sheet: Sheet) -> Ruling:
    """Count the key points, of which one may be the main message."""
    points = number(len(sheet.leaflet.topic.key_points), "key point")
    return Verdict.PERSON, f"{points} at the top, none marked as the main one"


def summary(sheet: Sheet) -> Ruling:
    """Met when three to five key points come first."""
    topic = sheet.leaflet.topic
    points = len(topic.key_points)
    verdict = Verdict.MET if 3 <= points <= 5 else Verdict.PARTLY if points else Verdict.NOT_MET
    return verdict, f"{number(points, 'key point')} before {number(len(topic.sections), 'section')}"


def set_apart(sheet: Sheet) -> Ruling:
    """Met when there are key points, which the page sets apart; and count what else catches the eye."""
    bold = sum(bool(markup.shape(message.english)) for message in sheet.messages() if message.prose)
    parts = (
        number(bold, "text") + " with bold words",
        number(len(sheet.blocks("points", "steps")), "list"),
        number(len(sheet.blocks("callout")), "boxed remark"),
    )
    verdict = Verdict.MET if sheet.leaflet.topic.key_points else Verdict.NOT_MET
    return verdict, f"key points in a part of their own; {', '.join(parts)}"


def short_sections(sheet: Sheet) -> Ruling:
    """Met when no section has more than 150 words of English and six blocks; partly up to 250 words."""
    sections = sheet.leaflet.topic.sections
    lengths = [sum(_block_words(sheet, block) for block in each.blocks) for each in sections]
    blocks = max((len(each.blocks) for each in sections), default=0)
    longest = max(lengths, default=0)
    verdict = Verdict.PARTLY if longest <= MIDDLING else Verdict.NOT_MET
    if longest <= SHORT and blocks <= FEW_BLOCKS:
        verdict = Verdict.MET
    found = f"{number(len(sections), 'section')}, each with a heading; at most {number(blocks, 'block')}"
    return verdict, f"{found} and {longest} {'English ' * sheet.translated}words in one"


def headings(sheet: Sheet) -> Ruling:
    """Partly met when two headings are alike; otherwise a person must say."""
    texts = [section.heading for section in sheet.leaflet.topic.sections]
    lengths = [_words(heading) for heading in texts]
    alike = len(texts) - len({heading.english for heading in texts})
    found = f"{min(lengths, default=0)} to {max(lengths, default=0)} {'English ' * sheet.translated}words each"
    return (Verdict.PARTLY, f"{found}; {alike} alike") if alike else (Verdict.PERSON, f"{found}, no two alike")


def lists(sheet: Sheet) -> Ruling:
    """Met, since key points are a list; and count the others."""
    bullets, numbered = len(sheet.blocks("points")), len(sheet.blocks("steps"))
    return Verdict.MET, f"the key points, {number(bullets, 'list')} with bullets, {numbered or 'none'} with numbers"


def pictures(sheet: Sheet) -> Ruling:
    """Not met when there is no picture."""
    figures = sheet.blocks("figure")
    return (Verdict.PERSON if figures else Verdict.NOT_MET), number(len(figures), "picture")


def count_pictures(sheet: Sheet) -> Ruling:
    """Count the pictures and tables; whether there should be more, a person must say."""
    figures, grids = len(sheet.blocks("figure")), len(sheet.blocks("table"))
    return Verdict.PERSON, f"{number(figures, 'picture')}, {number(grids, 'table')}"


def with_pictures(sheet: Sheet) -> Ruling:
    """Of a leaflet with pictures, a person must say."""
    figures = len(sheet.blocks("figure"))
    return (Verdict.PERSON, number(figures, "picture")) if figures else (Verdict.NONE, "no picture")


def captions(sheet: Sheet) -> Ruling:
    """Met when every caption and alternative text is there in the leaflet’s language."""
    shown = sheet.blocks("figure", "table")
    if not shown:
        return Verdict.NONE, "no picture and no table"
    names = ("caption", "alt")
    texts = [field for block in shown for name in names if isinstance(field := block.fields.get(name), Message)]
    missing = len(texts) - len(sheet.texts(texts))
    parts = [
        f"{number(len(blocks), thing)} with {what}"
        for thing, blocks, what in (
            ("picture", sheet.blocks("figure"), "caption and alternative text"),
            ("table", sheet.blocks("table"), "caption"),
        )
        if blocks
    ]
    parts += [f"{missing} of these texts not translated"] if missing else []
    return Verdict.PARTLY if missing else Verdict.MET, ", ".join(parts)


def tables(sheet: Sheet) -> Ruling:
    """Met when no table has more than four columns, nor their headings more than four words of English."""
    heads = [columns for block in sheet.blocks("table") if isinstance(columns := block.fields["columns"], tuple)]
    if not heads:
        return Verdict.NONE, "no table"
    most, longest = max(map(len, heads)), max(_words(each) for columns in heads for each in columns)
    verdict = Verdict.MET if most <= FEW_COLUMNS and longest <= FEW_WORDS else Verdict.PARTLY
    found = f"{number(len(heads), 'table')} of at most {number(most, 'column')}"
    return verdict, f"{found}, whose headings have at most {number(longest, 'word')}"


def with_tables(sheet: Sheet) -> Ruling:
    """Of a leaflet with tables, a person must say."""
    count = len(sheet.blocks("table"))
    return (Verdict.PERSON, number(count, "table")) if count else (Verdict.NONE, "no table")


def steps(sheet: Sheet) -> Ruling:
    """Count the numbered steps; whether these are the reader’s, a person must say."""
    numbered = sheet.blocks("steps")
    items = sum(len(block.items) for block in numbered)
    if not numbered:
        return Verdict.PERSON, "no numbered steps"
    return Verdict.PERSON, f"{number(len(numbered), 'list')} of {number(items, 'numbered step')} in all"


def tools(sheet: Sheet) -> Ruling:
    """Met, since each leaflet has a box to fill in and lines for notes; and count the questions to ask."""
    prompts = sum(len(block.items) for block in sheet.blocks("write-in"))
    questions = f", {number(prompts, 'question')} with lines for the answers" if prompts else ""
    return Verdict.MET, f"a box to fill in with the care team, lines for notes{questions}"


def _block_words(sheet: Sheet, block: Block) -> int:
    messages = sheet.content.messages_of(block)
    return sum(_words(message) for message in messages if not message.address.endswith("/alt"))


def _words(message: Message) -> int:
    return sum(map(len, sentences_of(markup.plain(message.english))))
