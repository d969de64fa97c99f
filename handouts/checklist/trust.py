"""What can be told of where a leaflet comes from and who stands behind it: sources, dates, sign-off, translation."""

from handouts.checklist.sheet import Ruling, Sheet, Verdict, number
from handouts.kinds import KINDS
from handouts.leaflet import Status


def help_shown(sheet: Sheet) -> Ruling:
    """Met when the imprint fills the box on when to call; partly when lines are left to be filled in by hand."""
    names = ("phone_day", "phone_night", "emergency", "fever")
    given = sum(bool(sheet.imprint.get(name)) for name in names)
    found = f"a box on when to call; the imprint fills {given} of its {len(names)} fields, the others are lines"
    return Verdict.MET if given == len(names) else Verdict.PARTLY, found


def publisher(sheet: Sheet) -> Ruling:
    """Met when the imprint names the clinic."""
    name = sheet.imprint.get("name")
    return (Verdict.MET, name) if name else (Verdict.NOT_MET, "no imprint with the clinic’s name")


def dates(sheet: Sheet) -> Ruling:
    """Partly met: the day of the text is printed, that of the next check is not."""
    return Verdict.PARTLY, f"text as of {sheet.leaflet.topic.date}; the day of the next check is not printed"


def sources(sheet: Sheet) -> Ruling:
    """Met when every block that states facts rests on documents, which the page lists."""
    stating = [block for block in sheet.leaflet.topic.blocks if KINDS[block.kind].states_facts]
    resting = sum(bool(block.claims) for block in stating)
    cited = sheet.leaflet.sources
    paragraphs = sum(len(source.paragraphs) for source in cited)
    listed = f"{number(len(cited), 'document')} with {number(paragraphs, 'paragraph')} listed"
    verdict = Verdict.MET if cited and resting == len(stating) else Verdict.PARTLY
    return verdict, f"{listed}; {resting} of {number(len(stating), 'block')} that state facts rest on them"


def approved(sheet: Sheet) -> Ruling:
    """Met when a qualified person has signed this very text."""
    signed = sheet.leaflet.approval
    if sheet.leaflet.status is Status.APPROVED and signed:
        return Verdict.MET, f"{signed.by}, {signed.role}, {signed.date}"
    return Verdict.NOT_MET, sheet.leaflet.reason or sheet.leaflet.status.value


def whole(sheet: Sheet) -> Ruling:
    """Met when no text of a translation is missing."""
    if not sheet.translated:
        return Verdict.NONE, "it is the original"
    missing, texts = len(sheet.leaflet.missing), number(len(sheet.leaflet.phrases), "text")
    if missing:
        return Verdict.PARTLY, f"{missing} of {texts} not translated"
    return Verdict.MET, f"{texts}, all translated"


def faithful(sheet: Sheet) -> Ruling:
    """Of a translation, a person must say."""
    return (Verdict.PERSON, "") if sheet.translated else (Verdict.NONE, "it is the original")
