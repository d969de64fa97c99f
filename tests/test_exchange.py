"""Exchange: what other programs write is read as they mean it, and what agencies send back lands where it belongs."""

import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from handouts import catalog
from handouts.catalog import State
from handouts.problems import Report
from tests.conftest import change, copy, load

FIXTURES = Path(__file__).parent / "exchange"
EDITORS = sorted(path.name for path in FIXTURES.glob("*.po") if path.name != "ours.po")
BLOCKS = "seeds/blocks/water.yaml"
SPANISH = "locales/es/LC_MESSAGES/handouts.po"
NS = "{urn:oasis:names:tc:xliff:document:2.0}"
MDA = "{urn:oasis:names:tc:xliff:metadata:2.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"


@pytest.fixture
def root(tmp_path):
    """Give a minimal project whose Spanish catalog is complete and up to date."""
    root = copy("minimal", tmp_path / "project")
    updated(root)
    return root


def updated(root):
    """Bring the Spanish catalog up to date; return its text."""
    path = root / SPANISH
    path.write_bytes(catalog.update(path.read_text(encoding="utf-8-sig"), load(root)[1], "es"))
    return path.read_text(encoding="utf-8")


def spanish(root):
    report = Report()
    read = catalog.read(root / SPANISH, SPANISH, "es", report)
    assert list(report) == []
    return read


def state(root, address):
    messages = {message.address: message for message in load(root)[1].messages()}
    return spanish(root).state(messages[address])


def entries(text):
    return [part.strip("\n") for part in text.split("\n\n") if part.strip("\n")]


def text_of(name):
    return (FIXTURES / name).read_text(encoding="utf-8")


# PO files as other programs write them


@pytest.mark.parametrize("name", EDITORS)
def test_file_of_another_editor_means_what_its_editor_meant(name, root):
    (root / SPANISH).write_text(text_of(name), encoding="utf-8")
    read = spanish(root).entries
    assert read["block/key-drink"].text == "Beba **agua** cada día."
    assert read["block/key-drink"].comments[1:] == ("", 'Luis: no, "agua".')
    assert read["block/key-clean"].text == 'El agua "limpia" (100 %) lo mantiene *sano*.'
    assert read["block/water-why"].english == "Your body needs water. You need it from 1 to 12 times a day."
    assert [address for address, entry in read.items() if entry.fuzzy] == ["block/key-boil"]
    assert read["block/key-boil"].previous == (
        "Boil the water for as long as it takes to make it clean; then let it cool in a pot with a lid before anybody "
        "drinks."
    )


@pytest.mark.parametrize("windows", [False, True])
@pytest.mark.parametrize("name", EDITORS)
def test_update_writes_the_same_entries_whatever_editor_was_used(name, windows, root):
    text = text_of(name)
    raw = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() if windows else text.encode()
    (root / SPANISH).write_bytes(raw)
    found = entries(updated(root))
    assert [entry for entry in entries(text_of("ours.po")) if entry not in found] == []
    assert sum('msgstr "' in entry and 'msgstr ""' not in entry for entry in found) == 7
    assert updated(root) == (root / SPANISH).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EDITORS)
def test_update_keeps_who_translated_and_with_what(name, root):
    (root / SPANISH).write_text(text_of(name), encoding="utf-8")
    header = updated(root).partition("\n\n")[0]
    assert header.startswith("# Spanish leaflets about water\n# Copyright (C) 2026 The well\n")
    for field in ("Last-Translator", "Language-Team", "X-Generator", "Report-Msgid-Bugs-To", "X-Poedit-Basepath"):
        assert header.count(f'"{field}: ') == len(re.findall(rf'(?:"|\\n){field}: ', text_of(name)))
    assert '"Plural-Forms: nplurals=3; plural=n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;\\n"' in header
    assert "Date" not in header


@pytest.mark.parametrize(
    "field",
    [
        "Language: zh_CN",
        "Language: xx_nowhere",
        "Language: ",
        "PO-Revision-Date: ",
        "PO-Revision-Date: 02.05.2026 um 18 Uhr",
        "POT-Creation-Date: YEAR-MO-DA HO:MI+ZONE",
        "Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;",
        "Content-Type: text/plain; charset=CHARSET",
        "Content-Type: text/plain; charset=iso-8859-1",
        "Last-Translator",
    ],
)
def test_header_field_is_no_reason_to_refuse_or_misread_a_catalog(field, root):
    text = (root / SPANISH).read_text(encoding="utf-8")
    name = field.partition(":")[0]
    without = re.sub(rf'^"{name}:.*\n', "", text, flags=re.MULTILINE)
    (root / SPANISH).write_text(without.replace('msgstr ""\n', f'msgstr ""\n"{field}\\n"\n', 1), encoding="utf-8")
    assert spanish(root).entries["block/key-drink"].text == "Beba **agua** cada día."
    assert '"Language: es\\n"' in updated(root)


def test_header_in_another_order_without_line_breaks_keeps_its_fields(root):
    text = (root / SPANISH).read_text(encoding="utf-8").partition("\n\n")[2]
    header = '#, fuzzy\nmsgid ""\nmsgstr "X-Generator: Some 1.0\\nLanguage: es_MX\\nLast-Translator: Ana\\n"\n\n'
    (root / SPANISH).write_text(header + text, encoding="utf-8")
    assert '"X-Generator: Some 1.0\\n"\n"Last-Translator: Ana\\n"\n' in updated(root)


def test_entries_without_empty_lines_or_with_many_are_read(root):
    before = (root / SPANISH).read_text(encoding="utf-8")
    (root / SPANISH).write_text(before.replace("\n\n", "\n"), encoding="utf-8")
    assert updated(root) == before
    (root / SPANISH).write_text(before.replace("\n\n", "\n\n \n\n"), encoding="utf-8")
    assert updated(root) == before


def test_flags_stay_in_any_order_and_under_either_mark(root):
    change(root / SPANISH, 'msgctxt "block/key-boil"', '#,no-wrap,fuzzy\nmsgctxt "block/key-boil"')
    change(root / SPANISH, 'msgctxt "block/key-clean"', '#= no-wrap\n#, fuzzy\nmsgctxt "block/key-clean"')
    assert updated(root).count("#, fuzzy, no-wrap\nmsgctxt") == 2


def test_places_and_empty_comments_in_uniforum_style_are_not_comments_of_translators(root):
    before = (root / SPANISH).read_text(encoding="utf-8")
    old = "#. title of a leaflet\n#: seeds/topics/clean-water.yaml\n"
    change(root / SPANISH, old, "#\n#. title of a leaflet\n# File: seeds/topics/clean-water.yaml, line: -1\n")
    assert updated(root) == before


def test_comment_that_begins_with_a_bar_is_a_comment(root):
    change(root / SPANISH, 'msgctxt "block/key-boil"', '# | boil | hervir |\nmsgctxt "block/key-boil"')
    assert "# | boil | hervir |\n" in updated(root)


def test_english_before_that_speaks_of_a_msgctxt_is_kept(root):
    fuzzy = '#, fuzzy\n#| msgctxt "block/other"\n#| msgid "what msgctxt is"\nmsgctxt "block/key-boil"'
    change(root / SPANISH, 'msgctxt "block/key-boil"', fuzzy)
    assert spanish(root).entries["block/key-boil"].previous == "what msgctxt is"
    assert '#, fuzzy\n#| msgid "what msgctxt is"\nmsgctxt "block/key-boil"' in updated(root)


def test_english_before_stays_beside_a_long_address(root):
    long = "water-" * 20
    (root / "seeds/blocks/long.yaml").write_text(f"{long}1: {{kind: paragraph, text: Rain., claims: [well/drink]}}\n")
    change(root / "seeds/topics/clean-water.yaml", "[water-how]", f"[water-how, {long}1]")
    text = updated(root).replace('msgid "Rain."\nmsgstr ""', 'msgid "Rain."\nmsgstr "Lluvia."')
    (root / SPANISH).write_text(text, encoding="utf-8")
    change(root / "seeds/blocks/long.yaml", "Rain.", "Much rain.")
    assert '#, fuzzy\n#| msgid "Rain."\nmsgctxt' in updated(root)


def test_fuzzy_translation_of_a_removed_text_comes_back_fuzzy(root):
    change(root / SPANISH, 'msgctxt "block/water-when/1"', '#, fuzzy\nmsgctxt "block/water-when/1"')
    change(root / BLOCKS, "    - when you wake up\n", "")
    assert '#, fuzzy\n#~ msgctxt "block/water-when/1"' in updated(root)
    change(root / BLOCKS, "    - with **each** meal\n", "    - with **each** meal\n    - when you wake up\n")
    updated(root)
    assert state(root, "block/water-when/2") is State.FUZZY


def test_addresses_that_stand_twice_over_two_lines_are_reported(root):
    double = '\nmsgctxt ""\n"block/"\n"key-boil"\nmsgid "Boil water to make it clean."\nmsgstr "Hierva."\n'
    (root / SPANISH).write_text((root / SPANISH).read_text(encoding="utf-8") + double, encoding="utf-8")
    report = Report()
    catalog.read(root / SPANISH, SPANISH, "es", report)
    assert [problem.text for problem in report] == ['"block/key-boil" stands here twice']


def test_escaped_bytes_that_are_no_letters_are_reported_at_their_line(root):
    change(root / SPANISH, "Beba **agua** cada día.", "Beba **agua** cada d\\355a.")
    report = Report()
    catalog.read(root / SPANISH, SPANISH, "es", report)
    assert [(problem.text, problem.position.column) for problem in report] == [("escaped bytes that are not UTF-8", 1)]


def test_escaped_backslash_before_digits_is_no_escaped_byte(root):
    change(root / SPANISH, "Beba **agua** cada día.", "Beba \\\\303 y \\042agua\\042.")
    assert spanish(root).entries["block/key-drink"].text == 'Beba \\303 y "agua".'
    assert 'msgstr "Beba \\\\303 y \\"agua\\"."' in updated(root)


def test_line_separator_within_a_translation_does_not_break_the_file(root):
    change(root / SPANISH, "Beba **agua** cada día.", "Beba **agua**\u2028cada día.")
    updated(root)
    assert spanish(root).entries["block/key-drink"].text == "Beba **agua**\u2028cada día."


# XLIFF

# What XLIFF 2.0 lets stand in each element: children in their order, required and optional attributes.
STANDARD = {
    "xliff": ("(file )+", {"version", "srcLang"}, {"trgLang"}),
    "file": (
        "(skeleton )?(notes )?((unit|group) )+",
        {"id"},
        {"canResegment", "original", "translate", "srcDir", "trgDir", f"{XML}space"},
    ),
    "unit": (
        "(mda:metadata )?(notes )?(originalData )?((segment|ignorable) )+",
        {"id"},
        {"name", "canResegment", "translate", "srcDir", "trgDir", "type", f"{XML}space"},
    ),
    "notes": ("(note )+", set(), set()),
    "note": ("", set(), {"id", "appliesTo", "category", "priority"}),
    "segment": ("source (target )?", set(), {"id", "canResegment", "state", "subState"}),
    "source": ("(mrk )*", set(), {f"{XML}lang", f"{XML}space"}),
    "target": ("(mrk )*", set(), {f"{XML}lang", f"{XML}space", "order"}),
    "mrk": ("", {"id"}, {"translate", "type", "ref", "value"}),
    "mda:metadata": ("(mda:metaGroup )+", set(), {"id"}),
    "mda:metaGroup": ("((mda:metaGroup|mda:meta) )+", set(), {"id", "category", "appliesTo"}),
    "mda:meta": ("", {"type"}, set()),
}


def short(element):
    return element.tag.replace(NS, "").replace(MDA, "mda:")


def against_the_standard(top):
    """Hold every element of an XLIFF file against the standard; return what is wrong."""
    for element in top.iter():
        children, required, optional = STANDARD[short(element)]
        inside, given = "".join(f"{short(child)} " for child in element), set(element.attrib)
        if not re.fullmatch(children, inside) or not required <= given <= required | optional:
            yield f"{short(element)}: {inside} {sorted(given)}"
    for unit in top.iter(f"{NS}unit"):
        ids = [mark.get("id") for mark in unit.findall(f"{NS}segment/{NS}source/{NS}mrk")]
        if len(ids) != len(set(ids)) or not re.fullmatch(r"[\w.:-]+", unit.get("id")):
            yield f"ids of {unit.get('id')}"


def exported(root, run, tag="es"):
    """Export a language; return the file."""
    path = root / f"{tag}.xlf"
    path.unlink(missing_ok=True)
    run(root, "messages", "export", tag, path)
    return path


def unit(path, address):
    """Return the tree of a file and its unit of an address."""
    tree = ET.parse(path)
    return tree, next(unit for unit in tree.iter(f"{NS}unit") if unit.get("name") == address)


def translate(path, address, text, state="translated"):
    """Do what a translator's program does: write a target, set the state."""
    tree, found = unit(path, address)
    segment = found.find(f"{NS}segment")
    target = segment.find(f"{NS}target")
    target = ET.SubElement(segment, f"{NS}target") if target is None else target
    for child in list(target):
        target.remove(child)
    target.text = text
    segment.attrib.pop("subState", None)
    segment.attrib.pop("state", None)
    if state:
        segment.set("state", state)
    tree.write(path, encoding="utf-8", xml_declaration=True)


def forget(path):
    """Do what a program does that knows no modules: leave their elements out."""
    tree = ET.parse(path)
    for found in tree.iter(f"{NS}unit"):
        found.remove(found.find(f"{MDA}metadata"))
    tree.write(path, encoding="utf-8", xml_declaration=True)


def take_in(root, run, path, code=0, tag="es"):
    return run(root, "messages", "import", tag, path, code=code)


@pytest.mark.parametrize("tag", ["es", "ar", "zh-Hans", "fr"])
def test_exported_file_is_what_the_standard_asks_for(tag, root, run):
    top = ET.parse(exported(root, run, tag)).getroot()
    assert list(against_the_standard(top)) == []
    assert (top.get("version"), top.get("srcLang"), top.get("trgLang")) == ("2.0", "en", tag)
    assert top.find(f"{NS}file").get("trgDir") == ("rtl" if tag == "ar" else "ltr")
    ids = [unit.get("id") for unit in top.iter(f"{NS}unit")]
    assert len(ids) == len(set(ids)) == len(list(load(root)[1].messages()))


def test_unit_says_what_the_text_is_what_it_rests_on_and_what_translators_said(root, run):
    change(root / SPANISH, 'msgctxt "block/key-boil"', '# Ana: or "cueza"?\n#, fuzzy\nmsgctxt "block/key-boil"')
    change(root / BLOCKS, "Boil water to make it clean.", "Boil all water.")
    updated(root)
    _, found = unit(exported(root, run), "block/key-boil")
    assert [(note.get("category"), note.text) for note in found.iter(f"{NS}note")] == [
        ("description", "paragraph"),
        ("description", "printed in: Clean water; Drinking water"),
        ("description", "rests on: well/boil (paragraph 4)"),
        ("before", "the English that was translated: Boil water to make it clean."),
        ("translators", 'Ana: or "cueza"?'),
    ]
    segment = found.find(f"{NS}segment")
    assert (segment.get("state"), segment.get("subState")) == ("initial", "handouts:fuzzy")
    assert segment.find(f"{NS}source").text == "Boil all water."
    assert segment.find(f"{NS}target").text == "Hierva el agua para limpiarla."


def test_text_without_translation_has_no_target_and_none_is_ever_final(root, run):
    change(root / SPANISH, "Hierva el agua para limpiarla.", "")
    path = exported(root, run)
    segment = unit(path, "block/key-boil")[1].find(f"{NS}segment")
    assert (segment.get("state"), segment.find(f"{NS}target")) == ("initial", None)
    states = {segment.get("state") for segment in ET.parse(path).iter(f"{NS}segment")}
    assert states == {"initial", "translated"}


def test_placeholders_are_marked_and_stay_text(root, run):
    change(root / SPANISH, "{title}, párrafos {paragraphs}", "{paragraphs} de {title}")
    segment = unit(exported(root, run), "interface/closing/source")[1].find(f"{NS}segment")
    marks = [[(mark.get("id"), mark.text) for mark in node] for node in segment]
    assert marks == [[("m1", "{title}"), ("m2", "{paragraphs}")], [("m2", "{paragraphs}"), ("m1", "{title}")]]
    assert {mark.get("translate") for node in segment for mark in node} == {"no"}
    assert "".join(segment[1].itertext()) == "{paragraphs} de {title}"


@pytest.mark.parametrize("tag", ["es", "ar", "zh-Hans"])
def test_file_that_comes_back_as_it_went_out_changes_nothing(tag, root, run):
    own = root / f"locales/{tag}/LC_MESSAGES/handouts.po"
    own.write_bytes(catalog.update(own.read_text(encoding="utf-8"), load(root)[1], tag))
    before = own.read_bytes()
    said = take_in(root, run, exported(root, run, tag), tag=tag)
    assert re.search(r"handouts\.po: \d+ as before\n", said.out)
    assert (said.err, own.read_bytes()) == ("", before)


def test_translations_come_back_into_the_catalog_which_keeps_its_header_and_comments(root, run):
    (root / SPANISH).write_text(text_of("poedit.po"), encoding="utf-8")
    before = updated(root)
    path = exported(root, run)
    translate(path, "block/water-when/1", "al despertar")
    translate(path, "block/key-drink", "Tome **agua** cada día.")
    said = take_in(root, run, path).out
    assert f"{SPANISH}: 1 new, 1 changed, 4 as before, " in said
    assert "drafts until a qualified person approves" in said
    wanted = before.replace('"when you wake up"\nmsgstr ""', '"when you wake up"\nmsgstr "al despertar"')
    wanted = wanted.replace("Beba **agua**", "Tome **agua**")
    assert (root / SPANISH).read_text(encoding="utf-8") == wanted
    assert state(root, "block/water-when/1") is State.DONE


@pytest.mark.parametrize("empty", ["", "  \n  "])
def test_empty_target_leaves_what_is_there(empty, root, run):
    before = (root / SPANISH).read_bytes()
    path = exported(root, run)
    translate(path, "block/key-boil", empty)
    assert "1 empty in the file" in take_in(root, run, path).out
    assert (root / SPANISH).read_bytes() == before


@pytest.mark.parametrize(
    ("said", "wanted"),
    [("translated", State.DONE), ("reviewed", State.DONE), ("final", State.DONE), ("initial", State.FUZZY)],
)
def test_state_of_a_unit_decides_whether_its_translation_is_fuzzy(said, wanted, root, run):
    path = exported(root, run)
    translate(path, "block/key-boil", "Hierva toda el agua.", said)
    take_in(root, run, path)
    assert state(root, "block/key-boil") is wanted


def test_fuzzy_translation_is_done_once_the_file_says_so_and_not_by_its_silence(root, run):
    change(root / BLOCKS, "Boil water to make it clean.", "Boil all water.")
    updated(root)
    path = exported(root, run)
    translate(path, "block/key-boil", "Hierva el agua para limpiarla.", state="")
    take_in(root, run, path)
    assert state(root, "block/key-boil") is State.FUZZY
    assert '#| msgid "Boil water to make it clean."' in (root / SPANISH).read_text(encoding="utf-8")
    translate(path, "block/key-boil", "Hierva el agua para limpiarla.", state="translated")
    take_in(root, run, path)
    assert state(root, "block/key-boil") is State.DONE


def test_translation_of_english_that_has_changed_is_fuzzy_and_says_so_at_its_line(root, run):
    change(root / SPANISH, "Hierva el agua para limpiarla.", "")
    path = exported(root, run)
    translate(path, "block/key-boil", "Hierva el agua.")
    change(root / BLOCKS, "Boil water to make it clean.", "Boil all water.")
    said = take_in(root, run, path)
    line = next(n for n, text in enumerate(path.read_text().splitlines(), 1) if 'name="block/key-boil"' in text)
    assert f"es.xlf:{line}:5: warning: 'block/key-boil' was translated from other English, so it is fuzzy" in said.err
    assert '#, fuzzy\n#| msgid "Boil water to make it clean."' in (root / SPANISH).read_text(encoding="utf-8")
    assert state(root, "block/key-boil") is State.FUZZY


@pytest.mark.parametrize("lost", [False, True], ids=["metadata kept", "metadata lost"])
def test_old_file_does_not_undo_a_translation_of_newer_english(lost, root, run):
    path = exported(root, run)
    translate(path, "block/key-boil", "Hierva el agua.")
    if lost:
        forget(path)
    change(root / BLOCKS, "Boil water to make it clean.", "Boil all water.")
    text = updated(root).replace("Hierva el agua para limpiarla.", "Hierva toda el agua.").replace("#, fuzzy\n", "")
    (root / SPANISH).write_text(text, encoding="utf-8")
    said = take_in(root, run, path)
    assert "'block/key-boil' has changed here in the meantime; not taken: \"Hierva el agua.\"" in said.err
    assert "1 newer here and kept" in said.out
    assert spanish(root).entries["block/key-boil"].text == "Hierva toda el agua."


def test_what_has_changed_here_while_the_file_was_away_is_not_undone(root, run):
    path = exported(root, run)
    change(root / SPANISH, "Hierva el agua para limpiarla.", "Hierva toda el agua.")
    said = take_in(root, run, path)
    assert (said.err, "1 newer here and kept" in said.out) == ("", True)
    translate(path, "block/key-boil", "Hierva el agua.")
    said = take_in(root, run, path)
    assert "[xliff-newer]" in said.err
    assert spanish(root).entries["block/key-boil"].text == "Hierva toda el agua."


def test_what_the_translator_has_not_touched_is_not_taken_for_a_change(root, run):
    path = exported(root, run)
    change(root / SPANISH, "Hierva el agua para limpiarla.", "Cueza el agua.")
    change(root / SPANISH, 'msgctxt "block/key-boil"', '#, fuzzy\nmsgctxt "block/key-boil"')
    before = (root / SPANISH).read_bytes()
    assert take_in(root, run, path).err == ""
    assert (root / SPANISH).read_bytes() == before


def test_old_file_does_not_make_a_translation_fuzzy_that_was_confirmed_for_newer_english(root, run):
    path = exported(root, run)
    change(root / BLOCKS, "Boil water to make it clean.", "Boil water, to make it clean.")
    text = updated(root).replace("#, fuzzy\n", "").replace('#| msgid "Boil water to make it clean."\n', "")
    (root / SPANISH).write_text(text, encoding="utf-8")
    assert take_in(root, run, path).err == ""
    assert state(root, "block/key-boil") is State.DONE


def test_program_that_leaves_modules_out_loses_no_translation(root, run):
    path = exported(root, run)
    translate(path, "block/key-boil", "Hierva toda el agua.")
    forget(path)
    assert "1 changed, " in take_in(root, run, path).out
    assert spanish(root).entries["block/key-boil"].text == "Hierva toda el agua."


def test_item_that_has_moved_in_its_list_gets_its_own_translation(root, run):
    path = exported(root, run)
    translate(path, "block/water-when/1", "cuando despierte")
    change(root / BLOCKS, "    - when you wake up\n", "    - at noon\n    - when you wake up\n")
    assert take_in(root, run, path).err == ""
    read = spanish(root).entries
    assert [read[f"block/water-when/{n}"].text for n in (2, 3)] == ["cuando despierte", "con **cada** comida"]
    assert read["block/water-when/1"].fuzzy


def test_text_that_is_no_longer_here_is_reported_and_its_translation_kept(root, run):
    path = exported(root, run)
    translate(path, "block/water-when/2", "con cada una de las **comidas**")
    change(root / BLOCKS, "    - with **each** meal\n", "")
    said = take_in(root, run, path)
    line = next(n for n, text in enumerate(path.read_text().splitlines(), 1) if 'name="block/water-when/2"' in text)
    assert f"es.xlf:{line}:5: warning: no message 'block/water-when/2' here: \"with **each** meal\"" in said.err
    assert "1 without a message here" in said.out
    assert '#~ msgstr "con cada una de las **comidas**"' in (root / SPANISH).read_text(encoding="utf-8")
    change(root / BLOCKS, "    - when you wake up\n", "    - with **each** meal\n    - when you wake up\n")
    updated(root)
    assert spanish(root).entries["block/water-when/1"].text == "con cada una de las **comidas**"


def test_file_of_another_project_is_refused_and_nothing_is_written(root, run):
    before = (root / SPANISH).read_bytes()
    path = root / "other.xlf"
    path.write_text(minimal('<unit id="u1"><segment><source>Rain</source><target>Lluvia</target></segment></unit>'))
    said = take_in(root, run, path, code=1)
    assert "no text of this file is one of this project's" in said.err
    assert (root / SPANISH).read_bytes() == before


def minimal(units, *, version="2.0", target="es", prolog=""):
    namespace = f"urn:oasis:names:tc:xliff:document:{version[0]}.{0 if version[0] == '2' else 2}"
    attributes = f'xmlns="{namespace}" version="{version}" srcLang="en" trgLang="{target}"'
    return f'<?xml version="1.0"?>{prolog}\n<xliff {attributes}><file id="f">{units}</file></xliff>\n'


def boil(inside, *, segments=False):
    source = "<source>Boil water to make it clean.</source>"
    inside = inside if segments else f'<segment state="translated">{source}<target>{inside}</target></segment>'
    return f'<unit id="block:key-boil">{inside}</unit>'


def drink(target, data=""):
    source = '<source>Drink <pc id="1" dataRefStart="d" dataRefEnd="d">water</pc> each day.</source>'
    segment = f"<segment>{source}<target>{target}</target></segment>"
    return f'<unit id="u7" name="block/key-drink">{data}{segment}</unit>'


@pytest.mark.parametrize(
    "target",
    [
        pytest.param('Beba <pc id="1" dataRefStart="d" dataRefEnd="d">más agua</pc>.', id="paired code with data"),
        pytest.param('Beba <pc id="1" equivStart="**" equivEnd="**">más agua</pc>.', id="paired code with equivalents"),
        pytest.param('Beba <sc id="1" dataRef="d"/>más agua<ec startRef="1" dataRef="d"/>.', id="start and end codes"),
        pytest.param('Beba <mrk id="2" type="term">**más <!-- ! -->agua**</mrk>.', id="annotation and comment"),
        pytest.param('Beba <sm id="2"/>**más<cp hex="0020"/>agua**<em startRef="2"/>.', id="markers and code point"),
        pytest.param("\n   Beba **más\n   agua**.\n", id="broken lines"),
        pytest.param("<![CDATA[Beba **más agua**.]]>", id="cdata"),
    ],
)
def test_inline_elements_of_programs_become_text_again(target, root, run):
    path = root / "back.xlf"
    data = '<originalData><data id="d">**</data></originalData>'
    path.write_text(minimal(drink(target, data), version="2.1", target="es-MX"), encoding="utf-8")
    take_in(root, run, path)
    assert spanish(root).entries["block/key-drink"].text == "Beba **más agua**."


def test_inline_code_that_does_not_say_its_text_is_reported_and_its_unit_left_out(root, run):
    path = root / "back.xlf"
    path.write_text(minimal(drink('Beba <ph id="1"/>.', '<originalData><data id="d">**</data></originalData>')))
    said = take_in(root, run, path)
    assert "back.xlf:2:" in said.err
    assert "'block/key-drink' holds a code that can't be read [xliff]" in said.err
    assert spanish(root).entries["block/key-drink"].text == "Beba **agua** cada día."


CUT = (
    '<segment id="s1"><source>Boil water</source>{0}</segment><ignorable><source> </source></ignorable>'
    '<segment id="s2"><source>to make it clean.</source>{1}</segment>'
)


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("<target>Hierva</target>", "<target>toda el agua.</target>", "Hierva toda el agua."),
        ('<target order="3">toda el agua.</target>', '<target order="1">Hierva</target>', "Hierva toda el agua."),
        ("<target>Hierva</target>", "", "Hierva el agua para limpiarla."),
    ],
    ids=["joined", "in another order", "half translated, so left"],
)
def test_unit_that_a_program_has_cut_into_segments_is_put_together(first, second, wanted, root, run):
    path = root / "back.xlf"
    path.write_text(minimal(boil(CUT.format(first, second), segments=True)), encoding="utf-8")
    take_in(root, run, path)
    assert spanish(root).entries["block/key-boil"].text == wanted


def test_hard_spaces_of_a_translation_stay(root, run):
    path = root / "back.xlf"
    path.write_text(minimal(boil("Hierva 5\u00a0minutos\u202f!")), encoding="utf-8")
    take_in(root, run, path)
    assert spanish(root).entries["block/key-boil"].text == "Hierva 5\u00a0minutos\u202f!"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_file_in_another_encoding_is_read(encoding, root, run):
    path = root / "back.xlf"
    text = minimal(boil("Hierva así."))
    named = text.replace('version="1.0"', f'version="1.0" encoding="{encoding.removesuffix("-sig")}"', 1)
    path.write_bytes(named.encode(encoding))
    take_in(root, run, path)
    assert spanish(root).entries["block/key-boil"].text == "Hierva así."


def test_file_with_a_prefix_before_its_elements_is_read(root, run):
    path = root / "back.xlf"
    text = re.sub(r"<(/?)(\w)", r"<\1x:\2", minimal(boil("Hierva.")).partition("\n")[2]).replace("xmlns=", "xmlns:x=")
    path.write_text(text, encoding="utf-8")
    take_in(root, run, path)
    assert spanish(root).entries["block/key-boil"].text == "Hierva."


def test_translations_that_a_program_proposes_beside_the_unit_are_not_taken_for_it(root, run):
    matches = (
        '<mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#s1">'
        "<source>Boil</source><target>Cueza.</target></mtc:match></mtc:matches>"
        '<x:segment xmlns:x="urn:example"><target>Fría.</target></x:segment>'
    )
    segment = "<segment><source>Boil water to make it clean.</source><target>Hierva.</target></segment>"
    path = root / "back.xlf"
    path.write_text(minimal(boil(matches + segment, segments=True)), encoding="utf-8")
    take_in(root, run, path)
    assert spanish(root).entries["block/key-boil"].text == "Hierva."


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "{}"><!ENTITY c "{}">]>'.format("&a;" * 99, "&b;" * 99)


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        pytest.param("", "1:1", "broken XML: no element found", id="empty"),
        pytest.param("<xliff>\n  <file", "2:3", "broken XML: unclosed token", id="cut off"),
        pytest.param("<xliff>\n  <file></unit>", "2:11", "broken XML: mismatched tag", id="mismatched"),
        pytest.param("<a>\x01</a>", "1:4", "broken XML: not well-formed (invalid token)", id="control character"),
        pytest.param(
            '<?xml version="1.0" encoding="martian"?><a/>', "1:", "broken XML: unknown encoding", id="encoding"
        ),
        pytest.param("<tmx version='1.4'/>", "1:1", "this is <tmx>, not XLIFF 2", id="another format"),
        pytest.param(minimal(boil("x"), version="1.2"), "1:1", "this is XLIFF 1.2, not XLIFF 2", id="XLIFF 1.2"),
        pytest.param(minimal(boil("x"), target="fr"), "1:1", "trgLang is 'fr', not 'es'", id="another language"),
        pytest.param(minimal(boil("x"), target=""), "1:1", "trgLang is '', not 'es'", id="no language"),
        pytest.param(minimal(boil("x") * 2), "2:", "'block/key-boil' stands here twice", id="twice"),
        pytest.param(minimal(boil("&c;"), prolog=LAUGHS), "1:", "a DOCTYPE, which is not read", id="entities"),
        pytest.param(minimal("<group id='g'>" * 3000 + "</group>" * 3000), "", "broken XLIFF: ", id="too deep"),
    ],
)
def test_file_that_cannot_be_read_is_a_problem_at_its_place(text, place, problem, root, run):
    before = (root / SPANISH).read_bytes()
    path = root / "back.xlf"
    path.write_text(text, encoding="utf-8")
    said = take_in(root, run, path, code=1)
    assert f"back.xlf:{place}" in said.err
    assert f"error: {problem}" in said.err
    assert "is left as it was" in said.out
    assert (root / SPANISH).read_bytes() == before


def test_file_named_by_an_entity_is_not_read(root, run):
    secret = root / "secret.txt"
    secret.write_text("a secret")
    path = root / "back.xlf"
    path.write_text(minimal(boil("&s;"), prolog=f'<!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'))
    said = take_in(root, run, path, code=1)
    assert "a DOCTYPE, which is not read" in said.err
    assert "a secret" not in said.both + (root / SPANISH).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "tag", "same"),
    [
        ("es", "es", True),
        ("es-419", "es", True),
        ("ES_mx", "es", True),
        ("pt-BR", "pt", True),
        ("zh-CN", "zh-Hans", True),
        ("zh-TW", "zh-Hans", False),
        ("zh-TW", "zh-Hant", True),
        ("zh", "zh-Hant", False),
        ("fil", "tl", True),
        ("fr", "es", False),
        ("xx", "es", False),
    ],
)
def test_territory_does_not_make_another_language_but_a_script_does(given, tag, same, root, run):
    path = root / "back.xlf"
    path.write_text(minimal(boil("x"), target=given), encoding="utf-8")
    said = take_in(root, run, path, tag=tag, code=0 if same else 1)
    assert (f"trgLang is '{given}', not '{tag}'" in said.err) is not same


def test_catalog_that_is_broken_is_left_as_it_was(root, run):
    path = exported(root, run)
    (root / SPANISH).write_text('msgid "broken\n')
    said = take_in(root, run, path, code=1)
    assert "is left as it was" in said.out
    assert (root / SPANISH).read_text() == 'msgid "broken\n'
    assert "is not written" in run(root, "messages", "export", "es", root / "again.xlf", code=1).out
    assert not (root / "again.xlf").exists()


def test_file_that_is_there_is_not_written_over(root, run):
    path = exported(root, run)
    translate(path, "block/key-boil", "Hierva.")
    before = path.read_bytes()
    assert "is there already" in run(root, "messages", "export", "es", path, code=2).err
    assert path.read_bytes() == before


@pytest.mark.parametrize("tag", ["en", "xx-broken"])
def test_language_that_cannot_be_translated_into_is_refused(tag, root, run):
    run(root, "messages", "export", tag, root / "x.xlf", code=2)
    assert not (root / "x.xlf").exists()


def test_language_without_a_catalog_gets_one_from_its_file(root, run):
    path = exported(root, run, "fr")
    translate(path, "block/key-boil", "Faites bouillir l’eau.")
    assert "1 new, " in take_in(root, run, path, tag="fr").out
    assert "Faites bouillir l’eau." in (root / "locales/fr/LC_MESSAGES/handouts.po").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["export", "import"])
def test_without_the_library_the_command_says_what_to_install(command, root, run, monkeypatch):
    path = root / "x.xlf"
    if command == "import":
        path.write_text(minimal(boil("x")))
    monkeypatch.setitem(sys.modules, "translate.storage.xliff2", None)
    said = run(root, "messages", command, "es", path, code=3)
    assert said.err == "handouts: XLIFF needs translate-toolkit: pip install 'handouts[xliff]'\n"
