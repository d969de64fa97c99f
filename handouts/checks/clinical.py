"""A clinic's imprint changes nothing in what a leaflet says: composed with it and without it, it has the same texts.

What may change is the box on when to call, the closing, and the furniture of the page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from handouts.compose import BEGIN, END, Composer, traced
from handouts.editions import Edition
from handouts.imprint import Imprint
from handouts.leaflet import Leaflet
from handouts.problems import Position, Problem, Report
from handouts.project import Project

THE_CLINICS = {"call", "closing", "running-head", "running-foot"}  # classes of elements that may change
AUTHOR = ("name", "author")
_EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_VOICES = ("imprint", "given", "voice")  # the names by which a template reaches an imprint


def check_imprint(composer: Composer, leaflets: Sequence[Leaflet], edition: Edition, html: str) -> Iterator[Problem]:
    """Report the template through which an imprint gets into a leaflet's text; `html` is the leaflet with it."""
    if composer.imprint == Imprint():
        return
    without = replace(composer, imprint=Imprint(), report=Report())
    if _parts(html) == _parts(without.html(leaflets, edition) or ""):
        return
    ours, theirs = (_parts(traced(each).html(leaflets, edition) or "") for each in (composer, without))
    pairs = zip(ours, [*theirs, *[_Part("")] * len(ours)], strict=False)
    first = next((part for part, other in pairs if part.text != other.text), _Part(""))
    name = composer.imprint.get("name") or "a value"
    text = f"the clinic's imprint gets into the leaflet's text: '{first.text or name}'"
    hint = "it may stand in the box on when to call and in the closing only"
    yield Problem(_place(composer.project, first.template), text, "imprint-leak", hint)


@dataclass(frozen=True, slots=True)
class _Part:
    """A tag or a text, and the template that wrote it."""

    text: str
    template: str = field(default="", compare=False)


def _parts(html: str) -> list[_Part]:
    parser = _Clinical()
    parser.feed(html)
    parser.close()
    return parser.parts


class _Clinical(HTMLParser):
    """Gathers all of a leaflet but what the clinic may change."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[_Part] = []
        self.templates: list[str] = []
        self.within: list[str] = []  # elements, from one that may change inwards

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.within or THE_CLINICS & {*(dict(attrs).get("class") or "").split()}:
            self.within += [tag] if tag not in _EMPTY else []
        elif AUTHOR not in attrs:
            self._add(f"<{tag}{''.join(f' {name}={value!r}' for name, value in attrs)}>")

    def handle_endtag(self, tag: str) -> None:
        if self.within:
            found = [place for place, name in enumerate(self.within) if name == tag]
            del self.within[found[-1] if found else len(self.within) :]
        else:
            self._add(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.within and data.strip():
            self._add(" ".join(data.split()))

    def handle_comment(self, data: str) -> None:
        if data.startswith(BEGIN):
            self.templates.append(data.removeprefix(BEGIN))
        elif data == END and self.templates:
            self.templates.pop()

    def _add(self, text: str) -> None:
        self.parts.append(_Part(text, self.templates[-1] if self.templates else ""))


def _place(project: Project, template: str) -> Position:
    """Return the place of a template, at the first line that reaches for an imprint."""
    path = project.template(template) if template else None
    if path is None:
        return Position(f"templates/{template or 'leaflet.html'}")
    lines = path.read_text(encoding="utf-8").splitlines()
    named = (number for number, line in enumerate(lines, start=1) if any(name in line for name in _VOICES))
    return Position(project.shown(path), next(named, 0))
