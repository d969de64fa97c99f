"""A clinic's own details: names and numbers that stand on every sheet, in words of its language where there are any.

What stands at the top of the file is in the project's source language or in none; `languages` has the words of others.
"""

import io
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import segno

from handouts import logo
from handouts.languages import Language, UncoveredScriptError, UnknownLanguageError, language
from handouts.logo import Logo
from handouts.problems import Position, Problem, Report, Severity
from handouts.source import Fields, Table, Text, near, read

CALL = ("phone_day", "phone_night", "fever", "emergency", "reasons")  # what stands in the box on when to call
WORDS = ("name", "department", "address", "hours", "reasons")  # what can be in the words of a language
FIELDS = ("name", "department", "address", "hours", "web", "logo", *CALL)
MODULE, NARROWEST, QUIET = 0.4, 18.0, 4  # mm of a QR code's modules and of all of it; modules of white around it
LONGEST = 100  # characters of a web address, to which those of a leaflet's file are added
COLDEST, WARMEST = 30.0, 45.0  # °C that a living patient can have
APART = 0.2  # °F by which one temperature may differ from itself when both are rounded

_DEGREES = r"(\d{2,3}(?:[.,]\d{1,2})?)[ \u00a0\u202f]?°?[ \u00a0\u202f]?([CF])"
_TEMPERATURES = re.compile(rf"{_DEGREES}(?: ?\({_DEGREES}\)| / {_DEGREES})?")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?")


@dataclass(frozen=True, slots=True)
class Value:
    """What a clinic wrote, where, and in which language by its BCP 47 tag; none for names and numbers."""

    value: str
    position: Position
    language: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a clinic gives the leaflets of one language."""

    values: Mapping[str, Value] = field(default_factory=dict)
    logo: Logo | None = None

    def get(self, name: str) -> str:
        """Return a value, empty when the clinic gave none."""
        return self.values[name].value if name in self.values else ""

    def texts(self) -> Iterator[tuple[str, Value]]:
        """Go through all that is printed as text, by name."""
        return ((name, value) for name, value in self.values.items() if name != "logo")

    @property
    def fills_the_box(self) -> bool:
        """Whether nothing is left to write into the box on when to call."""
        return all(map(self.get, CALL))


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a clinic gives; a value that is not there is printed as a line to write on."""

    values: Mapping[str, Text] = field(default_factory=dict)
    languages: Mapping[str, Mapping[str, Text]] = field(default_factory=dict)
    logos: Mapping[str, Logo] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """Return a value as it stands at the top, empty when the clinic gave none."""
        return self.values[name].value if name in self.values else ""

    def spoken(self, own: Language, source: Language) -> Spoken:
        """Return what is printed in a language.

        A temperature is written as the language writes it. Reasons to call stand in the words of the language or not
        at all, for a patient who can't read them may think that there are no others.
        """
        values = {name: self._value(name, text, own, source) for name, text in self.values.items()}
        if own != source:
            values.pop("reasons", None)
        for name, text in self.languages.get(own.tag, {}).items():
            values[name] = Value(text.value, text.position, own.tag if name in WORDS else "")
        return Spoken(values, self.logos.get(values["logo"].value) if "logo" in values else None)

    def _value(self, name: str, text: Text, own: Language, source: Language) -> Value:
        if name == "fever":
            return Value(temperature(text.value, own), text.position)
        return Value(text.value, text.position, source.tag if name in ("reasons", "hours") else "")


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code as SVG: the address that it leads to, and its width in mm."""

    address: str
    svg: bytes
    width: float


def load(path: Path, shown: str, report: Report, languages: Collection[str] = ()) -> Imprint:
    """Read an imprint of a project in some languages; an empty one when it can't be read."""
    table = read(path, shown, report)
    if table is None:
        return Imprint()
    fields = Fields(table, report)
    values = _values(fields, report)
    words = dict(_words(fields, report, languages))
    fields.close()
    asked = [each["logo"] for each in (values, *words.values()) if "logo" in each]
    if "fever" in values:
        report.add(*_doubts(values["fever"]))
    return Imprint(values, words, dict(_logos(path.parent, asked, values, report)))


def logos_of(path: Path) -> list[Path]:
    """Return where the logos of an imprint should be, whatever else is wrong with it."""
    table = read(path, "", Report()) if path.is_file() else None
    if table is None:
        return []
    words = table.values.get("languages")
    tables = (table, *(words.values.values() if isinstance(words, Table) else ()))
    named = (each.values.get("logo") for each in tables if isinstance(each, Table))
    return [path.parent / name.value for name in named if isinstance(name, Text) and name.value]


def temperature(text: str, own: Language) -> str:
    """Write a temperature, such as 38.0 °C (100.4 °F), as a language does; what is none stays as it is."""
    if not _TEMPERATURES.fullmatch(text):
        return text
    return re.sub(_DEGREES, lambda found: own.temperature(found[1].replace(",", "."), found[2]), text)


def code(address: str) -> Code:
    """Make the QR code of an address, at error correction M, its modules at least 0.4 mm wide."""
    rows = segno.make_qr(address, error="m", boost_error=False).matrix
    modules = len(rows) + 2 * QUIET
    dark = "".join(f"M{start + QUIET} {y + QUIET}h{end - start}v1h{start - end}z" for y, start, end in _runs(rows))
    svg = io.StringIO()
    svg.write(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {modules} {modules}">')
    svg.write(f'<path fill="#fff" d="M0 0h{modules}v{modules}h-{modules}z"/><path fill="#000" d="{dark}"/></svg>')
    return Code(address, svg.getvalue().encode(), round(max(modules * MODULE, NARROWEST), 2))


def _runs(rows: Iterable[bytearray]) -> Iterator[tuple[int, int, int]]:
    """Go through the dark stretches of a code: row, first column, column behind the last."""
    for y, row in enumerate(rows):
        for found in re.finditer(b"\x01+", row):
            yield y, found.start(), found.end()


def _values(fields: Fields, report: Report) -> dict[str, Text]:
    """Read all values of a mapping; what can't be printed as it is meant goes to the report."""
    found = {name: text for name in FIELDS if (text := fields.text(name, required=False)) and text.value}
    for name, text in found.items():
        if text.value in ("null", "~"):
            report.error(text.position, f"'{text}' would be printed as it is", "imprint", f"leave {name} empty")
        elif "\n" in text.value:
            report.error(text.position, f"'{name}' has more than one line", "imprint", "write it in one line")
        elif name == "web" and not (_ADDRESS.fullmatch(text.value) and len(text.value) <= LONGEST):
            hint = "begin with https://, such as https://clinic.example/leaflets"
            text_of = f"'{text}' is no web address of at most {LONGEST} characters"
            report.error(text.position, text_of, "imprint", hint)
    return found


def _words(fields: Fields, report: Report, languages: Collection[str]) -> Iterator[tuple[str, dict[str, Text]]]:
    """Read the values of each language that has some of its own."""
    node = fields.node("languages", required=False)
    is_empty = node is None or (isinstance(node, Text) and not node.value)
    table = None if is_empty else fields.table_of("languages")
    for tag, own in table.entries() if table else ():
        if _is_known(tag, languages, report):
            yield tag.value, _values(own, report)
            own.close()


def _is_known(tag: Text, languages: Collection[str], report: Report) -> bool:
    if tag.value in languages:
        return True
    try:
        language(tag.value)
    except (UnknownLanguageError, UncoveredScriptError) as error:
        report.error(tag.position, str(error), "language", near(tag.value, languages))
    else:
        hint = near(tag.value, languages)
        report.error(tag.position, f"'{tag}' is no language of the project", "language", hint)
    return False


def _doubts(fever: Text) -> Iterator[Problem]:
    """Warn of temperatures that no patient has, and of two that are not the same."""
    found = _TEMPERATURES.fullmatch(fever.value)
    if found is None:
        text, hint = f"'{fever}' is printed as it is: no temperature with its unit", 'such as "38.0 °C (100.4 °F)"'
        yield Problem(fever.position, text, "imprint", hint, Severity.WARNING)
        return
    pairs = [(found[number], found[number + 1]) for number in (1, 3, 5) if found[number]]
    warm = [_celsius(float(degrees.replace(",", ".")), unit) for degrees, unit in pairs]
    if not all(COLDEST <= each <= WARMEST for each in warm):
        text = f"nobody has a temperature of '{fever}'"
        yield Problem(fever.position, text, "imprint", severity=Severity.WARNING)
    elif (max(warm) - min(warm)) * 9 / 5 > APART:
        text = f"'{fever}' are two temperatures: {warm[0]:.1f} °C is {warm[0] * 9 / 5 + 32:.1f} °F"
        yield Problem(fever.position, text, "imprint", severity=Severity.WARNING)


def _celsius(degrees: float, unit: str) -> float:
    return degrees if unit == "C" else (degrees - 32) * 5 / 9


def _logos(
    folder: Path, asked: Iterable[Text], values: Mapping[str, Text], report: Report
) -> Iterator[tuple[str, Logo]]:
    """Read logos by their names; what is wrong with one goes to the report."""
    for name in asked:
        if "name" not in values:
            report.error(name.position, "a logo without a name", "logo", "add the clinic's name, which is read out")
        found = _logo(folder, name, report)
        if found is not None:
            yield name.value, found
            for fault in logo.faults(found):
                severity = Severity.ERROR if fault.is_grave else Severity.WARNING
                report.add(Problem(name.position, f"logo '{name}': {fault.text}", "logo", fault.hint, severity))


def _logo(folder: Path, name: Text, report: Report) -> Logo | None:
    """Read a logo, which stands beside the imprint or in a folder below."""
    path = folder / name.value
    if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
        there = [each.name for each in folder.iterdir() if each.suffix.lower() in (".svg", ".png")]
        hint = near(name.value, there) or "put it beside the imprint"
        report.error(name.position, f"there is no logo '{name}'", "logo", hint)
        return None
    try:
        return logo.logo(name.value, path.read_bytes())
    except OSError as error:
        report.error(name.position, f"logo '{name}' can't be read: {error.strerror}", "logo")
        return None
