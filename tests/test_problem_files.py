"""Every file in tests/problems gives the problems it names and no others; so do those that are made here."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from handouts.project import packaged_templates
from tests.conftest import change

FOLDER = Path(__file__).parent / "problems"
FILES = sorted(path for path in FOLDER.iterdir() if path.name != "README")
_NOTE = re.compile(r"(?:#|<!--) (in: |with: |xfail: |!|\?)(.*?)(?: (?:#}|-->))?$", re.MULTILINE)
# The leaflets of the minimal project are short on purpose, and some words here are long.
USUAL = {"too-short", "reading-level"}


@dataclass
class Case:
    """A bad input and what it must give: [place, code, text, hint or None] of each problem."""

    text: str
    target: str = ""
    render: bool = False
    xfail: str = ""

    def __post_init__(self):
        self.expected = []
        for what, rest in _NOTE.findall(self.text):
            match what:
                case "in: ":
                    self.target = rest
                case "with: ":
                    self.render = rest == "render"
                case "xfail: ":
                    self.xfail = rest
                case "!":
                    place, code, text = rest.split(" ", 2)
                    self.expected.append([self.full(place), code, text, None])
                case "?":
                    self.expected[-1][-1] = rest
        assert self.target and self.expected

    @property
    def only_warnings(self):
        """Whether the problems here stop nothing."""
        return {code for _, code, _, _ in self.expected} <= {"long-sentence", "reading-level", "unused-claim"}

    def full(self, place):
        """Name the file of a place that names none."""
        if place == "-":
            return self.target
        return f"{self.target}:{place}" if place[0].isdigit() else place


def reported(said, usual):
    """Return [place, code, text, hint] of each problem in a JSON report."""
    return [
        [
            ":".join(str(row[key]) for key in ("file", "line", "column") if row[key]),
            row["code"],
            row["text"],
            row["hint"],
        ]
        for row in json.loads(said)
        if row["code"] not in usual
    ]


def check_json(run, root, *, render, code, usual=USUAL):
    return reported(run(root, "check", "--format", "json", *([] if render else ["--no-render"]), code=code).out, usual)


def _cases():
    for path in FILES:
        case = Case(path.read_text(encoding="utf-8"))
        marks = [pytest.mark.xfail(strict=True, reason=case.xfail)] if case.xfail else []
        yield pytest.param(case, id=path.name, marks=marks)


@pytest.mark.parametrize("case", list(_cases()))
def test_problems_are_reported_at_their_place_and_no_others(case, project, run):
    root = project.minimal({case.target: case.text})
    code = int(not case.only_warnings)
    found = check_json(run, root, render=case.render, code=code, usual={"too-short"})
    wanted = {(place, code, text): hint for place, code, text, hint in case.expected}
    assert sorted(tuple(row[:3]) for row in found) == sorted(wanted)
    assert [row for row in found if wanted[tuple(row[:3])] not in (None, row[3])] == []


@pytest.mark.parametrize(
    "name", ["unknown-kind.yaml", "broken-string.po", "syntax.html", "broken.svg", "settings.yaml"]
)
def test_build_reports_them_too_and_makes_nothing(name, project, run):
    case = Case((FOLDER / name).read_text(encoding="utf-8"))
    root = project.minimal({case.target: case.text})
    said = run(root, "build", code=1)
    place, code, text, _ = case.expected[0]
    assert f"{place}: error: {text} [{code}]" in said.err
    assert not (root / "build").exists()


def test_text_report_has_the_hint_below_its_problem(project, run):
    root = project.minimal({"seeds/blocks/extra.yaml": "extra: {kind: step}\n"})
    assert run(root, "check", code=1).err == (
        "seeds/blocks/extra.yaml:1:15: error: unknown kind of block 'step' [block-kind]\n"
        "    hint: did you mean 'steps'?\n"
    )


def test_github_report_marks_the_line(project, run):
    root = project.minimal({"seeds/blocks/extra.yaml": "extra: {kind: step}\n"})
    assert run(root, "check", "--format", "github", code=1).out == (
        "::error file=seeds/blocks/extra.yaml,line=1,col=15,title=block-kind::"
        "unknown kind of block 'step'%0Ahint: did you mean 'steps'?\n"
    )


@pytest.mark.parametrize("form", ["json", "github"])
def test_report_of_settings_that_cannot_be_read_keeps_its_form(project, run, form):
    root = project.minimal({"handouts.yaml": "title: X\n"})
    said = run(root, "check", "--format", form, code=1)
    assert said.out.startswith("[" if form == "json" else "::error file=handouts.yaml")


def test_empty_json_report_is_an_empty_list(project, run):
    assert run(project.minimal(), "check", "--format", "json", "--no-render").out == "[]\n"


def test_everything_that_is_wrong_is_reported_in_one_run(project, run):
    rows = check_json(run, project.copy("broken"), render=True, code=1)
    assert {place.partition(":")[0] for place, *_ in rows} == {
        "handouts.yaml",
        "locales/es/LC_MESSAGES/handouts.po",
        "seeds/blocks/water.yaml",
        "seeds/blocks/yaml.yaml",
        "seeds/documents/well.yaml",
        "seeds/glossary.yaml",
        "seeds/topics/rain.yaml",
    }


@pytest.mark.parametrize(
    "target",
    [
        "handouts.yaml",
        "seeds/blocks/water.yaml",
        "seeds/glossary.yaml",
        "locales/es/LC_MESSAGES/handouts.po",
        "imprint.yaml",
    ],
)
def test_wrong_encoding_is_reported_at_its_byte(target, project, run):
    root = project.minimal({target: b"# caf\xe9\n"})
    said = run(root, "check", "--no-render", code=1).err
    assert f"{target}:1:6: error: byte 0xe9 is not UTF-8 [encoding]\n    hint: save the file as UTF-8" in said


def test_template_in_a_wrong_encoding_is_a_problem(project, run):
    root = project.minimal({"templates/blocks/paragraph.html": b"<p>caf\xe9</p>"})
    assert check_json(run, root, render=False, code=1)[0][1] == "template"


def test_stylesheet_in_a_wrong_encoding_is_a_problem(project, run):
    root = project.minimal({"templates/styles/page.css": b"/* caf\xe9 */"})
    assert check_json(run, root, render=False, code=1)[0][:2] == ["templates/styles/page.css", "style"]


def test_empty_catalog_is_reported(project, run):
    root = project.minimal({"locales/es/LC_MESSAGES/handouts.po": ""})
    assert check_json(run, root, render=False, code=1) == [
        [
            "locales/es/LC_MESSAGES/handouts.po:1:1",
            "empty",
            "the file is empty",
            "delete it, then: handouts messages add LANGUAGE",
        ]
    ]


def test_missing_picture_is_reported_once_at_its_name(project, run):
    root = project.minimal()
    change(root / "seeds/blocks/water.yaml", "picture: cup.svg", "picture: cap.svg")
    rows = check_json(run, root, render=False, code=1)
    assert [row[:3] for row in rows] == [["seeds/blocks/water.yaml:40:12", "picture", "there is no picture 'cap.svg'"]]


@pytest.mark.parametrize("name", ["../../../secret.svg", "/etc/hostname", "."])
def test_picture_from_another_folder_is_refused(project, run, name):
    root = project.minimal({"../secret.svg": '<svg viewBox="0 0 1 1"/>'})
    change(root / "seeds/blocks/water.yaml", "picture: cup.svg", f"picture: {name}")
    assert {row[1] for row in check_json(run, root, render=False, code=1)} == {"picture"}


def test_css_mistake_in_an_own_stylesheet_is_reported_at_its_line(project, run):
    packaged = (packaged_templates() / "styles/leaflet.css").read_text(encoding="utf-8")
    root = project.minimal({"templates/styles/leaflet.css": f"p {{ colour: red; }}\n{packaged}"})
    assert check_json(run, root, render=True, code=1) == [
        ["templates/styles/leaflet.css:1:5", "css", "ignored `colour: red`, unknown property", None]
    ]


def test_word_of_ninety_letters_is_an_overflow_at_its_block(project, run):
    root = project.minimal()
    change(root / "seeds/blocks/water.yaml", "title: Heat, text: Heat it", f"title: Heat, text: {'Heat' * 23} it")
    (root / "seeds/topics/drinking-water.yaml").unlink()
    change(root / "handouts.yaml", "[en, es]", "[en]")
    rows = check_json(run, root, render=True, code=1, usual={*USUAL, "unused-block"})
    assert {tuple(row[:2]) for row in rows} == {("seeds/blocks/water.yaml:24:1", "overflow")}
    assert [row[2].partition(",")[0] for row in rows] == ["clean-water.en.a4"]


def test_topic_that_is_far_too_long_is_reported_with_how_much(project, run):
    items = "\n".join(f"    - drink glass {number} of water" for number in range(150))
    root = project.minimal(
        {"seeds/blocks/long.yaml": f"long:\n  kind: points\n  items:\n{items}\n  claims: [well/drink]\n"}
    )
    change(root / "seeds/topics/clean-water.yaml", "[water-how]", "[water-how, long]")
    change(root / "handouts.yaml", "[en, es]", "[en]")
    place, code, text, hint = check_json(run, root, render=True, code=1)[0]
    assert (place, code) == ("seeds/topics/clean-water.yaml:1:1", "too-long")
    assert re.fullmatch(r"clean-water\.en\.a4 is \d{4} mm too long for 2 pages at 12 pt", text)
    assert hint == "shorten it, or move a block to another topic"


def test_status_of_sixty_letters_fits_into_the_foot(project, run):
    root = project.minimal()
    status = "Borrador: aún sin la aprobación de una persona calificada"
    change(root / "locales/es/LC_MESSAGES/handouts.po", "Borrador: aún no aprobado", status)
    assert check_json(run, root, render=True, code=0) == []


def test_arabic_leaflet_without_a_single_translation_can_be_printed(project, run):
    root = project.copy("rtl", {"locales/ar/LC_MESSAGES/handouts.po": None})
    assert check_json(run, root, render=True, code=0) == []
