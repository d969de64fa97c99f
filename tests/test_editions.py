"""Editions as handouts.yaml declares them: lists, mappings, options, and what is wrong with them."""

import re

import pikepdf
import pytest

from handouts import project as projects
from handouts.editions import BUILT_IN, PAPERS, Edition, Fold, Ink, Paper, Standard
from handouts.problems import Report
from tests.conftest import write

HEAD = "title: A\nsource: en\nlanguages: [en, es, ar]\neditions:"


@pytest.fixture
def load(tmp_path):
    """Load a project with these editions; return them and what is wrong as (line:column, text, hint)."""

    def load(editions):
        report = Report()
        write(tmp_path, {"handouts.yaml": f"{HEAD}{editions}\n"})
        project = projects.load(tmp_path, report)
        assert {problem.position.file for problem in report} <= {"handouts.yaml"}
        found = [(f"{each.position.line}:{each.position.column}", each.text, each.hint) for each in report]
        return project.editions if project else {}, found

    return load


@pytest.fixture
def good(load):
    """Load editions in which nothing is wrong."""

    def good(editions):
        loaded, found = load(editions)
        assert found == []
        return loaded

    return good


# Names, in lists and mappings.


def test_list_names_built_in_editions_in_its_order(good):
    assert list(good(" [letter, a4]").items()) == [("letter", BUILT_IN["letter"]), ("a4", BUILT_IN["a4"])]


def test_every_built_in_edition_can_be_listed(good):
    names = list(BUILT_IN)
    assert sorted(good(f" [{', '.join(names)}]")) == sorted(names)


def test_mapping_makes_editions_of_built_in_ones_and_of_nothing(good):
    found = good("""
  a4:
  nurses: {like: bilingual, second: es}
  wall: {paper: 148x210, type: 13-15, pages: 2}""")
    assert found == {
        "a4": Edition("a4"),
        "nurses": Edition("nurses", pages=2, second="es"),
        "wall": Edition("wall", paper="148x210", pages=2, smallest=13, largest=15),
    }


def test_edition_without_options_is_upright_a4_in_colour_for_archives():
    made = Edition("plain")
    assert (made.size, made.pages, made.smallest, made.largest) == (Paper(210, 297), 0, 12, 14)
    assert (made.ink, made.standard, made.second, made.fold) == (Ink.COLOR, Standard.PDF_A, "", None)


def test_built_in_edition_can_be_changed_under_its_own_name(good):
    assert good("\n  large-print: {type: 20}")["large-print"] == Edition(
        "large-print", pages=2, smallest=20, largest=20, least=16
    )


def test_edition_can_be_like_another_of_the_project(good):
    found = good("\n  big: {like: large-print, type: 20-24}\n  both: {like: big, second: source}")
    assert found["both"] == Edition("both", pages=2, smallest=20, largest=24, least=16, second="source")


def test_later_edition_is_like_the_changed_built_in_one(good):
    assert good("\n  a4: {type: 13}\n  wall: {like: a4, pages: 4}")["wall"].smallest == 13


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("paper: letter", Edition("wall", paper="letter")),
        ("paper: 148 x 210.5", Edition("wall", paper="148x210.5")),
        ("pages: 16", Edition("wall", pages=16)),
        ("type: 12.5 - 13", Edition("wall", smallest=12.5, largest=13)),
        ("type: 13", Edition("wall", smallest=13, largest=13)),
        ("least: 12", Edition("wall", least=12)),
        ("second: ar", Edition("wall", second="ar")),
        ("second: source", Edition("wall", second="source")),
        ("ink: black", Edition("wall", ink=Ink.BLACK)),
        ("standard: pdf/ua", Edition("wall", standard=Standard.PDF_UA)),
        ("fillable: true", Edition("wall", standard=Standard.PDF_UA, fillable=True)),
        ("fillable: false", Edition("wall")),
        ("standard: pdf/x, bleed: 2.5", Edition("wall", standard=Standard.PDF_X, bleed=2.5)),
        ("standard: pdf/x, marks: true", Edition("wall", standard=Standard.PDF_X, marks=True)),
        (
            "like: press, profile: inks.icc, condition: FOGRA51",
            Edition(
                "wall",
                standard=Standard.PDF_X,
                bleed=3,
                marks=True,
                profile="inks.icc",
                condition="FOGRA51",
            ),
        ),
        (
            "of: a6, fold: four-up",
            Edition("wall", paper="a6", pages=2, largest=12, of="a6", fold=Fold.FOUR_UP),
        ),
        (
            "like: booklet, creep: 0.2",
            Edition("wall", paper="a5", pages=4, largest=13, of="a5", fold=Fold.BOOKLET, creep=0.2),
        ),
    ],
)
def test_option_is_read(good, options, expected):
    assert good(f"\n  wall: {{{options}}}")["wall"] == expected


# Options of an edition on the fifth line, what is wrong and where, and what to do about it.
WRONG = """
like: bilingua
    5:16 unknown edition 'bilingua'
    ? did you mean 'bilingual'?
like: poster
    5:16 unknown edition 'poster'
    ? built in: a4, letter, large-print, bilingual, low-ink, press, fillable, a5, booklet, two-up, half-letter,
      booklet-letter, a6, four-up, panels, tri-fold
like: later
    5:16 unknown edition 'later'
    ? put 'later' above it
of: a55, fold: booklet
    5:14 unknown edition 'a55'
    ? did you mean 'a5'?
tpye: 13
    5:10 unknown field 'tpye'
    ? did you mean 'type'?
paper: a3
    5:17 unknown paper 'a3'
    ? known: a4, a5, a6, half-letter, letter, letter-panel, panel, quarter-letter, or width x height in mm,
      such as 148x210
paper: leter
    5:17 unknown paper 'leter'
    ? did you mean 'letter'?
paper: 210x60
    5:17 '210x60' is too small for a page
    ? width and height in mm, 70 at least
paper: [148, 210]
    5:17 'paper' must be text
type: 15-13
    5:16 '15-13' is no range of type sizes in pt
    ? one size or two between 8 and 36, such as 12-14
type: 7-9
    5:16 '7-9' is no range of type sizes in pt
    ? one size or two between 8 and 36, such as 12-14
type: large
    5:16 'large' is no range of type sizes in pt
    ? one size or two between 8 and 36, such as 12-14
pages: 0
    5:17 'pages' must be a whole number from 1 to 16
pages: 17
    5:17 'pages' must be a whole number from 1 to 16
least: 40
    5:17 'least' must be a number from 0 to 36
second: xx
    5:18 unknown language 'xx'
    ? use a language of the project, or source
ink: white
    5:15 'white' is no choice for 'ink'
    ? known: black, color
standard: pdf/b
    5:20 'pdf/b' is no choice for 'standard'
    ? did you mean 'pdf/x'?
fillable: yes
    5:20 'fillable' must be true or false
standard: pdf/x, bleed: 11
    5:34 'bleed' must be a number from 0 to 6
standard: pdf/x, bleed: -1
    5:34 'bleed' must be a number from 0 to 6
like: booklet, creep: 2
    5:32 'creep' must be a number from 0 to 1
of: a5, fold: crumple
    5:24 'crumple' is no choice for 'fold'
    ? known: booklet, four-up, tri-fold, two-up
type: 13, least: 14
    5:27 wall: nothing can be larger than the running text
    ? at most 13
like: large-print, type: 14
    5:35 wall: nothing can be larger than the running text
    ? at most 14
fillable: true, standard: pdf/a
    5:20 wall: fields can't be filled in within pdf/a
    ? standard: pdf/ua
like: press, fillable: true
    5:33 wall: fields can't be filled in within pdf/x
    ? standard: pdf/ua
like: fillable, standard: pdf/a
    5:36 wall: fields can't be filled in within pdf/a
    ? standard: pdf/ua
bleed: 3
    5:17 wall: 'bleed' is for a print shop
    ? standard: pdf/x
marks: true
    5:17 wall: 'marks' is for a print shop
    ? standard: pdf/x
profile: inks.icc
    5:19 wall: 'profile' is for a print shop
    ? standard: pdf/x
condition: FOGRA51
    5:21 wall: 'condition' is for a print shop
    ? standard: pdf/x
like: press, standard: pdf/a
    5:33 wall: 'bleed' is for a print shop
    ? standard: pdf/x
fold: booklet
    5:16 wall: an imposed edition needs both 'fold' and 'of'
    ? such as of: a5, fold: booklet
of: a5
    5:14 wall: an imposed edition needs both 'fold' and 'of'
    ? such as of: a5, fold: booklet
of: booklet, fold: booklet
    5:14 wall: 'booklet' is itself imposed
    ? name the edition whose pages are to be folded
of: wall, fold: booklet
    5:14 wall: 'wall' is itself imposed
    ? name the edition whose pages are to be folded
of: press, fold: booklet
    5:14 wall: 'press' is for a print shop, which imposes it itself
    ? name another edition
of: panels, fold: booklet
    5:28 wall: pages of 99 x 210 mm don't fill a sheet for booklet
    ? choose another fold, or pages of another shape
of: later, fold: four-up
    5:27 wall: pages of 148 x 105 mm don't fill a sheet for four-up
    ? choose another fold, or pages of another shape
like: booklet, paper: a6
    5:32 wall: 'paper' is that of 'a5', whose pages are imposed
    ? give it to 'a5'
of: a5, fold: two-up, second: es
    5:40 wall: 'second' is that of 'a5', whose pages are imposed
    ? give it to 'a5'
"""


def stanzas():
    for stanza in re.split(r"\n(?=\S)", WRONG.strip()):
        options, wrong, *hint = (line.strip() for line in stanza.splitlines())
        yield pytest.param(options, *wrong.split(" ", 1), " ".join(hint).removeprefix("? "), id=options)


@pytest.mark.parametrize(("options", "place", "text", "hint"), list(stanzas()))
def test_wrong_option_is_reported_at_its_place(load, options, place, text, hint):
    _, found = load(f"\n  wall: {{{options}}}\n  later: {{paper: 148x105}}")
    assert found == [(place, text, hint)]


@pytest.mark.parametrize(
    ("editions", "place", "text"),
    [
        (" [a4, [letter]]", "4:16", "this must be text"),
        (" [a4, a55]", "4:16", "unknown edition 'a55'"),
        (" [a4, A5]", "4:16", "'A5' is no name"),
        (" []", "4:11", "'editions' must be a list that is not empty"),
        (" {}", "4:11", "'editions' must be a list that is not empty"),
        (" a4", "4:11", "'editions' must be a list"),
        ("\n  a4: letter", "5:7", "'a4' must be a mapping of names to values"),
        ("\n  a4: [letter]", "5:7", "'a4' must be a mapping of names to values"),
        ("\n  wall:", "5:3", "unknown edition 'wall'"),
        ("\n  wall_2: {type: 13}", "5:3", "'wall_2' is no name"),
        (
            "\n  the-wall-of-the-waiting-room: {type: 13}",
            "5:3",
            "'the-wall-of-the-waiting-room' is too long for a name",
        ),
        ("\n  a4:\n  a4: {type: 13}", "6:3", "'a4' stands here twice"),
    ],
)
def test_what_is_no_edition_is_reported_at_its_place(load, editions, place, text):
    _, found = load(editions)
    assert [each[:2] for each in found] == [(place, text)]


def test_two_mistakes_in_an_edition_are_reported_at_once(load):
    _, found = load("\n  wall: {paper: a3, type: 15-13}\n  a55:")
    assert [place for place, _, _ in found] == ["5:17", "5:27", "6:3"]


def test_second_language_that_the_project_has_not_is_reported(load):
    _, found = load("\n  nurses: {like: bilingual, second: fr}")
    assert [each[1:] for each in found] == [
        ("the second language of 'nurses', fr, is not among the languages", "add it to languages")
    ]


# What is imposed.


def test_edition_that_a_fold_needs_is_added_before_it_and_behind_the_others(good):
    assert list(good(" [booklet, letter, a4]")) == ["letter", "a4", "a5", "booklet"]


def test_edition_can_be_folded_before_it_is_declared(good):
    found = good("\n  folded: {of: card, fold: booklet}\n  card: {paper: a6, pages: 4}")
    assert list(found) == ["card", "folded"]
    assert found["folded"].sheet(found["card"].size) == PAPERS["a5"]


def test_imposed_edition_says_what_its_pages_say(good):
    found = good("\n  booklet:\n  a5: {second: ar, type: 14, ink: black}")
    folded = found["booklet"]
    assert (folded.second, folded.largest, folded.ink) == ("ar", 14, Ink.BLACK)
    assert (folded.of, folded.fold) == ("a5", Fold.BOOKLET)


def test_fold_of_an_edition_that_is_wrong_adds_no_second_problem(load):
    _, found = load("\n  card: {paper: a33}\n  folded: {of: card, fold: booklet}")
    assert [place for place, _, _ in found] == ["5:17"]


@pytest.mark.parametrize(
    ("fold", "page", "sheet"),
    [
        (Fold.BOOKLET, "a5", "a4"),
        (Fold.BOOKLET, "a6", "a5"),
        (Fold.BOOKLET, "half-letter", "letter"),
        (Fold.TWO_UP, "a5", "a4"),
        (Fold.TWO_UP, "half-letter", "letter"),
        (Fold.FOUR_UP, "a6", "a4"),
        (Fold.FOUR_UP, "quarter-letter", "letter"),
        (Fold.TRI_FOLD, "panel", "a4"),
        (Fold.TRI_FOLD, "letter-panel", "letter"),
    ],
)
def test_pages_are_folded_from_a_usual_sheet(fold, page, sheet):
    assert Edition("x", of=page, fold=fold).sheet(PAPERS[page]) == PAPERS[sheet]


@pytest.mark.parametrize(
    ("fold", "page", "sheet"),
    [
        (Fold.BOOKLET, Paper(210, 297), Paper(297, 420)),
        (Fold.BOOKLET, Paper(210, 148), Paper(148, 420)),
        (Fold.FOUR_UP, Paper(80, 120), Paper(160, 240)),
        (Fold.TRI_FOLD, Paper(148, 210), Paper(210, 444)),
    ],
)
def test_other_pages_have_an_upright_sheet_of_their_own(fold, page, sheet):
    assert Edition("x", of="a5", fold=fold).sheet(page) == sheet


# Through the command.


def test_own_edition_is_built_under_its_name(project, run):
    root = project.minimal({"handouts.yaml": f"{HEAD}\n  wall: {{paper: 148x210, type: 13-15, pages: 2}}\n"})
    run(root, "build", "-t", "clean-water", "-l", "es", "-e", "wall")
    pdf = pikepdf.open(root / "build/es/clean-water.es.wall.pdf")
    assert {tuple(round(float(edge) / 72 * 25.4) for edge in page.MediaBox) for page in pdf.pages} == {(0, 0, 148, 210)}


def test_wrong_edition_stops_check_and_build(project, run):
    root = project.minimal({"handouts.yaml": f"{HEAD}\n  wall: {{type: 15-13}}\n"})
    said = "handouts.yaml:5:16: error: '15-13' is no range of type sizes in pt [type]"
    assert said in run(root, "check", "--no-render", code=1).err
    assert said in run(root, "build", code=1).err
    assert not (root / "build").exists()


@pytest.mark.parametrize("name", ["wall", "a5", "bilingual"])
def test_edition_that_is_not_declared_is_bad_usage(project, run, name):
    assert f"there is no edition '{name}'; known: a4" in run(project.minimal(), "build", "-e", name, code=2).err


def test_asking_for_a_booklet_asks_for_its_pages_and_for_nothing_else(project, run):
    root = project.minimal({"handouts.yaml": f"{HEAD} [a4, booklet]\n"})
    said = run(root, "build", "--dry-run", "-t", "clean-water", "-l", "es", "-e", "booklet")
    assert said.out.splitlines() == [
        "would make: es/clean-water.es.a5.pdf",
        "would make: es/clean-water.es.booklet.pdf",
    ]


def test_booklet_of_two_languages_waits_until_both_are_signed(project, run):
    root = project.minimal({"handouts.yaml": f"{HEAD}\n  a5: {{second: source}}\n  booklet:\n"})
    run(root, "review", "approve", "clean-water", "-l", "es", "--by", "Ana Ruiz", "--role", "hematologist")
    said = run(root, "build", "--dry-run", "--release", "-t", "clean-water", "-l", "es", code=1)
    held = [line for line in said.out.splitlines() if line.startswith("held back")]
    assert [line.split()[2] for line in held] == ["es/clean-water.es.a5.pdf", "es/clean-water.es.booklet.pdf"]
