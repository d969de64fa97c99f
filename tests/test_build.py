"""Builds: what is made, what is left, what is taken away."""

import datetime
import hashlib
import json
import os
import shutil
import sys

import pytest

from handouts import project as projects
from tests import cmyk
from tests.conftest import change, copy

ALL = [
    "en/clean-water.en.a4.pdf",
    "en/drinking-water.en.a4.pdf",
    "es/clean-water.es.a4.pdf",
    "es/drinking-water.es.a4.pdf",
]
SPANISH = "locales/es/LC_MESSAGES/handouts.po"
BLOCKS = "seeds/blocks/water.yaml"


def pdfs(root):
    return sorted(path.relative_to(root / "build").as_posix() for path in (root / "build").rglob("*.pdf"))


def made(said):
    """Return what a build says that it has made."""
    return sorted(line.split()[1] for line in said.out.splitlines() if line.startswith("["))


def would(said):
    return [line for line in said.out.splitlines() if line.startswith("would")]


def test_first_build_makes_all_and_lists_it(finished):
    assert pdfs(finished) == ALL
    listed = json.loads((finished / "build/manifest.json").read_text())["outputs"]
    assert [entry["path"] for entry in listed] == ALL
    assert {(entry["status"], entry["pages"]) for entry in listed} == {("draft", 2)}


def test_checksums_are_those_of_the_files(finished):
    lines = [line.split("  ") for line in (finished / "build/SHA256SUMS").read_text().splitlines()]
    assert [name for _, name in lines] == ALL
    for digest, name in lines:
        assert hashlib.sha256((finished / "build" / name).read_bytes()).hexdigest() == digest


def test_manifest_holds_size_digest_and_edition_code(finished):
    for entry in json.loads((finished / "build/manifest.json").read_text())["outputs"]:
        raw = (finished / "build" / entry["path"]).read_bytes()
        assert (len(raw), hashlib.sha256(raw).hexdigest()) == (entry["size"], entry["sha256"])
        assert len(entry["code"]) == 6 and 12 <= entry["type_size"] <= 14


def test_second_build_goes_through_the_stamp_without_loading_the_project(finished, run, monkeypatch):
    for name in ("handouts.build", "handouts.project", "handouts.content"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    assert run(finished, "build").out == "4 up to date: nothing to do\n"
    assert not {"handouts.build", "handouts.project", "handouts.content"} & set(sys.modules)


def test_another_folder_with_the_same_project_gives_the_same_bytes(finished, run, tmp_path):
    root = copy("minimal", tmp_path / "ünï cödé 漢字")
    assert run(root, "build", "-l", "es").out.endswith("2 made\n")
    for name in ALL[2:]:
        assert (root / "build" / name).read_bytes() == (finished / "build" / name).read_bytes()


def test_touch_without_a_change_makes_nothing(built, run):
    run(built, "build")
    os.utime(built / BLOCKS)
    said = run(built, "build")
    assert (made(said), said.out) == ([], "4 up to date\n")
    assert run(built, "build").out == "4 up to date: nothing to do\n"


def test_copy_of_a_project_is_not_taken_for_the_original(finished, run, tmp_path):
    root = tmp_path / "copy"
    shutil.copytree(finished, root)
    (root / "seeds/topics/clean-water.yaml").unlink()
    assert "2 removed" in run(root, "build").out


def test_spanish_text_makes_the_spanish_leaflets_that_print_it_again(built, run):
    change(built / SPANISH, "El agua caliente puede", "El agua hirviendo puede")
    assert would(run(built, "build", "--dry-run")) == ["would make: es/drinking-water.es.a4.pdf"]
    assert made(run(built, "build")) == ["es/drinking-water.es.a4.pdf"]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        pytest.param((BLOCKS, "Hot water can", "Hot tea can"), [ALL[1], ALL[3]], id="English of one topic"),
        pytest.param((BLOCKS, "Heat it until", "Warm it until"), ALL, id="English of both"),
        pytest.param(("seeds/topics/clean-water.yaml", "2026-10-03", "2026-10-04"), [ALL[0], ALL[2]], id="date"),
        pytest.param(("seeds/documents/well.yaml", "The Well and", "A Well and"), ALL, id="title of a document"),
        pytest.param(("seeds/documents/well.yaml", "People need", "You need"), [], id="wording of a claim"),
        pytest.param((SPANISH, 'msgid ""', '# a comment\nmsgid ""'), [], id="comment in a catalog"),
        pytest.param(("templates/pictures/cup.svg", "M20 2h20", "M20 3h20"), [ALL[1], ALL[3]], id="picture"),
    ],
)
def test_change_makes_again_what_depends_on_it(built, run, edit, expected):
    file, old, new = edit
    change(built / file, old, new)
    assert would(run(built, "build", "--dry-run")) == [f"would make: {path}" for path in expected]


def test_own_imprint_makes_all_again(built, run):
    (built / "imprint.yaml").write_text("name: Clinic\n")
    assert len(would(run(built, "build", "--dry-run"))) == 4


def test_template_of_a_block_makes_the_leaflets_again_that_print_it(built, run):
    (built / "templates/blocks").mkdir()
    (built / "templates/blocks/callout.html").write_text("<p>{{ say(block.fields.text) }}</p>")
    assert would(run(built, "build", "--dry-run")) == [f"would make: {path}" for path in (ALL[1], ALL[3])]


def test_dry_run_writes_nothing(project, run):
    root = project.minimal()
    assert len(would(run(root, "build", "--dry-run"))) == 4
    assert not (root / "build").exists()


def test_output_of_a_topic_that_is_gone_is_removed_and_the_rest_stays(built, run):
    (built / "seeds/topics/clean-water.yaml").unlink()
    (built / "build/es/notes.txt").write_text("mine")
    assert [line for line in would(run(built, "build", "--dry-run")) if "remove" in line] == [
        f"would remove: {path}" for path in (ALL[0], ALL[2])
    ]
    assert "2 removed" in run(built, "build").out
    assert pdfs(built) == [ALL[1], ALL[3]]
    assert (built / "build/es/notes.txt").read_text() == "mine"
    assert "clean-water" not in (built / "build/SHA256SUMS").read_text()


def test_part_of_a_project_removes_nothing_of_the_rest(built, run):
    change(built / "handouts.yaml", "[en, es]", "[en]")
    run(built, "build", "-l", "en")
    assert pdfs(built) == ALL


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda path: path.unlink(), id="deleted"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes() + b"x"), id="altered"),
    ],
)
def test_output_that_is_not_as_it_was_made_is_made_again(built, finished, run, spoil):
    spoil(built / "build" / ALL[0])
    assert made(run(built, "build")) == [ALL[0]]
    assert (built / "build" / ALL[0]).read_bytes() == (finished / "build" / ALL[0]).read_bytes()


def test_lost_manifest_means_that_all_is_made_again(built, run):
    (built / "build/manifest.json").unlink()
    assert len(would(run(built, "build", "--dry-run"))) == 4


def test_force_makes_again_what_is_up_to_date(built, run):
    assert made(run(built, "build", "--force", "-t", "clean-water", "-l", "en")) == [ALL[0]]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(["-t", "clean-water"], [ALL[0], ALL[2]], id="topic"),
        pytest.param(["-l", "es"], ALL[2:], id="language"),
        pytest.param(["-e", "a4", "-l", "en", "-t", "clean-water"], ALL[:1], id="all three"),
        pytest.param(["-t", "clean-water", "-t", "drinking-water"], ALL, id="two topics"),
    ],
)
def test_choice_names_what_is_made(built, run, arguments, expected):
    assert sorted(would(run(built, "build", "--force", "--dry-run", *arguments))) == [
        f"would make: {path}" for path in expected
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["-t", "clear-water"], "there is no topic 'clear-water'; did you mean 'clean-water'?", id="topic"),
        pytest.param(["-l", "fr"], "there is no language 'fr'; known: en, es", id="language"),
        pytest.param(["-e", "a5"], "there is no edition 'a5'; known: a4", id="edition"),
    ],
)
def test_unknown_name_is_bad_usage(project, run, arguments, said):
    assert said in run(project.minimal(), "build", *arguments, code=2).err


def test_release_holds_drafts_back_and_lists_them(project, run):
    root = project.minimal()
    said = run(root, "build", "--release")
    assert sorted(said.out.splitlines()[:-1]) == [f"held back: {path} (draft: nobody has signed it)" for path in ALL]
    assert said.out.splitlines()[-1] == "4 held back"
    assert pdfs(root) == []


def test_release_of_a_chosen_topic_that_is_held_back_fails(project, run):
    run(project.minimal(), "build", "--release", "-t", "clean-water", code=1)


def test_release_with_drafts_allowed_makes_them(built, run):
    said = run(built, "build", "--release", "--allow", "draft", "--force", "--dry-run")
    assert sorted(would(said)) == [f"would make: {path}" for path in ALL]
    assert "held back" not in said.out


def sign(run, root, topic="clean-water", tag="es", *more):
    return run(root, "review", "approve", topic, "-l", tag, "--by", "Ana Ruiz", "--role", "hematologist", *more)


def test_release_makes_what_is_approved_and_takes_drafts_out_of_the_build(built, run):
    sign(run, built)
    said = run(built, "build", "--release")
    assert made(said) == [ALL[2]] and pdfs(built) == [ALL[2]]
    entry = json.loads((built / "build/manifest.json").read_text())["outputs"][0]
    assert (entry["path"], entry["status"]) == (ALL[2], "approved")
    assert entry["approval"].startswith("Ana Ruiz, hematologist, ")
    assert entry["claims"]["key-boil"] and all(", paragraph " in claim for claim in entry["claims"]["key-boil"])


def test_approval_that_ends_takes_the_leaflet_out_of_the_release(built, run, monkeypatch):
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    sign(run, built, "clean-water", "es", "--until", str(tomorrow))
    run(built, "build", "--release")
    assert pdfs(built) == [ALL[2]]

    class Tomorrow(datetime.date):
        @classmethod
        def today(cls):
            return tomorrow

    monkeypatch.setattr("handouts.cli.datetime.date", Tomorrow)
    said = run(built, "build", "--release")
    assert f"held back: {ALL[2]} (stale: the approval by Ana Ruiz ended on {tomorrow})" in said.out
    assert pdfs(built) == []


def test_release_with_drafts_allowed_holds_back_what_is_not_complete(built, run):
    change(built / SPANISH, 'msgstr "Llene una olla con agua."', 'msgstr ""')
    said = run(built, "build", "--release", "--allow", "draft")
    assert f"held back: {ALL[2]} (incomplete: texts not translated: 1)" in said.out
    assert ALL[2] not in pdfs(built)


def test_chosen_leaflet_that_is_held_back_fails_every_time(built, run):
    for _ in range(2):
        run(built, "build", "--release", "-t", "clean-water", code=1)


@pytest.mark.parametrize("name", ["SHA256SUMS", "manifest.json"])
def test_list_that_is_lost_comes_back(built, finished, run, name):
    (built / "build" / name).unlink()
    run(built, "build")
    assert (built / "build" / name).read_bytes() == (finished / "build" / name).read_bytes()


def test_build_that_fails_removes_nothing(built, run):
    (built / "seeds/topics/drinking-water.yaml").rename(built / "seeds/topics/pure-water.yaml")
    change(built / "seeds/topics/pure-water.yaml", "title: ", "title: " + "Waterwaterwater" * 9 + " ")
    run(built, "build", code=1)
    assert set(ALL) <= set(pdfs(built))


def test_template_folder_that_appears_is_noticed(project, run):
    root = project.minimal()
    shutil.rmtree(root / "templates/styles", ignore_errors=True)
    run(root, "build", "-l", "en")
    (root / "templates/styles").mkdir(parents=True)
    source = projects.packaged_templates() / "styles/page.css"
    (root / "templates/styles/page.css").write_text(source.read_text(encoding="utf-8") + "header { color: #000000 }\n")
    assert len(made(run(root, "build", "-l", "en"))) == 2


def test_chosen_topic_that_is_broken_is_reported_as_broken(project, run):
    root = project.minimal()
    change(root / "seeds/topics/drinking-water.yaml", "date: 2026", "date: 20x6")
    said = run(root, "build", "-t", "drinking-water", code=1)
    assert "is not a date" in said.both


def test_failed_leaflet_leaves_its_last_good_output_and_the_others_are_made(built, finished, run):
    change(built / SPANISH, "Llene una olla con agua.", "Llene " + "ollas" * 30)
    change(built / "seeds/topics/clean-water.yaml", "2026-10-03", "2026-10-04")
    said = run(built, "build", "-t", "clean-water", code=1)
    assert "1 made, 1 failed" in said.out
    assert (built / "build" / ALL[2]).read_bytes() == (finished / "build" / ALL[2]).read_bytes()
    assert (built / "build" / ALL[0]).read_bytes() != (finished / "build" / ALL[0]).read_bytes()


def test_build_with_a_problem_is_not_taken_for_done_the_next_time(built, run):
    change(built / SPANISH, "Llene una olla con agua.", "Llene " + "ollas" * 30)
    first = run(built, "build", "-t", "clean-water", "-l", "es", code=1)
    assert run(built, "build", "-t", "clean-water", "-l", "es", code=1).err == first.err


def test_number_of_processes_does_not_change_the_bytes(built, finished, run):
    run(built, "build", "--force", "--jobs", "1", "-l", "es")
    assert [(built / "build" / name).read_bytes() for name in ALL] == [
        (finished / "build" / name).read_bytes() for name in ALL
    ]


def test_changed_profile_of_a_print_shop_is_noticed(project, run):
    settings = "title: P\nsource: en\nlanguages: [en]\neditions: {press: {profile: four-inks.icc}}\n"
    root = project.minimal({"handouts.yaml": settings, "four-inks.icc": cmyk.profile()})
    asked = ("build", "-t", "clean-water", "-l", "en")
    run(root, *asked)
    assert "nothing to do" in run(root, *asked).out
    (root / "four-inks.icc").unlink()
    said = run(root, *asked, code=1).both
    assert "the edition 'press' needs 'four-inks.icc' [profile]" in said
