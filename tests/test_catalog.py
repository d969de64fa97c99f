"""Catalogs: what translators did is never lost, and nothing changes without a reason."""

import pytest

from handouts import catalog
from handouts.catalog import State
from handouts.problems import Report
from tests.conftest import change, copy, load

BLOCKS = "seeds/blocks/water.yaml"
SPANISH = "locales/es/LC_MESSAGES/handouts.po"


@pytest.fixture
def root(tmp_path):
    """Give a minimal project whose Spanish catalog is complete and up to date."""
    root = copy("minimal", tmp_path / "project")
    _, found = load(root)
    path = root / SPANISH
    path.write_bytes(catalog.update(path.read_text(encoding="utf-8"), found, "es"))
    return root


def updated(root):
    """Bring the Spanish catalog up to date; return its text."""
    _, found = load(root)
    path = root / SPANISH
    path.write_bytes(catalog.update(path.read_text(encoding="utf-8"), found, "es"))
    return path.read_text(encoding="utf-8")


def entry(text, address):
    """Return the entry of an address as it stands in a PO file."""
    return next(part for part in text.split("\n\n") if f'msgctxt "{address}"' in part)


def spanish(root):
    report = Report()
    read = catalog.read(root / SPANISH, SPANISH, "es", report)
    assert list(report) == []
    return read


def test_extracting_twice_gives_the_same_bytes_and_no_date(root):
    _, found = load(root)
    first = catalog.extract(found)
    assert first == catalog.extract(load(root)[1])
    assert b"Date" not in first


def test_template_says_what_a_text_is_where_it_is_printed_and_what_it_rests_on(root):
    _, found = load(root)
    assert entry(catalog.extract(found).decode(), "block/key-boil").splitlines() == [
        "#. paragraph",
        "#. printed in: Clean water; Drinking water",
        "#. rests on: well/boil (paragraph 4)",
        f"#: {BLOCKS}",
        'msgctxt "block/key-boil"',
        'msgid "Boil water to make it clean."',
        'msgstr ""',
    ]


def test_update_of_what_is_up_to_date_changes_nothing(root):
    before = (root / SPANISH).read_text(encoding="utf-8")
    assert updated(root) == before


def test_changed_english_keeps_the_translation_as_fuzzy_with_the_english_before(root):
    change(root / BLOCKS, "Boil water to make it clean.", "Boil all water.")
    text = updated(root)
    assert entry(text, "block/key-boil").splitlines()[-5:] == [
        "#, fuzzy",
        '#| msgid "Boil water to make it clean."',
        'msgctxt "block/key-boil"',
        'msgid "Boil all water."',
        'msgstr "Hierva el agua para limpiarla."',
    ]
    assert updated(root) == text


def test_english_that_changes_twice_keeps_the_english_that_was_translated(root):
    change(root / BLOCKS, "Boil water to make it clean.", "Boil all water.")
    updated(root)
    change(root / BLOCKS, "Boil all water.", "Boil it all.")
    assert '#| msgid "Boil water to make it clean."' in entry(updated(root), "block/key-boil")


def test_long_english_before_is_kept_whole_in_a_catalog_that_can_be_read(root):
    long = "Boil water " + "for as long as it takes " * 8 + "to make it clean."
    change(root / BLOCKS, "Boil water to make it clean.", long)
    updated(root)
    path = root / SPANISH
    path.write_text(path.read_text(encoding="utf-8").replace("#, fuzzy\n", ""))
    change(root / BLOCKS, long, "Boil all water.")
    text = updated(root)
    assert spanish(root).state(load(root)[1].blocks["key-boil"].fields["text"]) is State.FUZZY
    assert "".join(line[4:-1] for line in text.splitlines() if line.startswith('#| "')) == long
    assert updated(root) == text


def test_english_that_changes_back_is_done_again_once_a_translator_agrees(root):
    change(root / BLOCKS, "Boil water to make it clean.", "Boil all water.")
    path = root / SPANISH
    path.write_text(updated(root).replace("#, fuzzy\n", "").replace('#| msgid "Boil water to make it clean."\n', ""))
    message = load(root)[1].blocks["key-boil"].fields["text"]
    assert spanish(root).state(message) is State.DONE


def test_item_that_moves_in_its_list_keeps_its_translation(root):
    change(root / BLOCKS, "    - when you wake up\n", "    - at noon\n    - when you wake up\n")
    text = updated(root)
    assert 'msgstr "al despertar"' in entry(text, "block/water-when/2")
    assert 'msgstr "con **cada** comida"' in entry(text, "block/water-when/3")
    assert "fuzzy" not in entry(text, "block/water-when/2") + entry(text, "block/water-when/3")


def test_new_item_in_front_of_a_list_is_not_given_the_translation_of_another(root):
    change(root / BLOCKS, "    - when you wake up\n", "    - at noon\n    - when you wake up\n")
    updated(root)
    first = load(root)[1].blocks["water-when"].items[0]["text"]
    assert spanish(root).translation(first) is None


def test_removed_text_is_kept_as_obsolete_and_comes_back_with_its_translation(root):
    change(root / BLOCKS, "    - when you wake up\n", "")
    removed = updated(root)
    assert '#~ msgstr "al despertar"' in removed
    assert updated(root) == removed
    change(root / BLOCKS, "    - with **each** meal\n", "    - with **each** meal\n    - when you wake up\n")
    assert 'msgstr "al despertar"' in entry(updated(root), "block/water-when/2")


def test_what_a_translators_editor_writes_into_the_header_stays(root):
    path = root / SPANISH
    mine = '"Last-Translator: Ana \\"Anita\\" Ruiz <ana@example.org>\\n"\n"X-Generator: Poedit 3.4\\n"\n'
    change(path, '"Content-Type:', mine + '"Content-Type:')
    text = updated(root)
    assert mine in text
    assert updated(root) == text


def test_comments_above_the_header_stay(root):
    path = root / SPANISH
    path.write_text("# Spanish translation, (c) 2026 Ana Ruiz\n" + path.read_text(encoding="utf-8"))
    assert "# Spanish translation, (c) 2026 Ana Ruiz\n" in updated(root)


def test_comment_of_a_translator_stays(root):
    mine = "# Ana: or potable?\n"
    change(root / SPANISH, 'msgctxt "block/key-boil"', f'{mine}msgctxt "block/key-boil"')
    assert entry(updated(root), "block/key-boil").startswith(mine)


def test_fuzzy_mark_of_a_translator_stays(root):
    change(root / SPANISH, 'msgctxt "block/key-boil"', '#, fuzzy\nmsgctxt "block/key-boil"')
    assert "#, fuzzy" in entry(updated(root), "block/key-boil")


def test_state_of_a_message_follows_its_entry(root):
    change(root / SPANISH, 'msgctxt "block/key-boil"', '#, fuzzy\nmsgctxt "block/key-boil"')
    change(root / SPANISH, 'msgstr "El agua limpia lo mantiene *sano*."', 'msgstr "  "')
    change(root / BLOCKS, "Drink **water** each day.", "Drink **water** every day.")
    blocks, read = load(root)[1].blocks, spanish(root)
    states = [read.state(blocks[name].fields["text"]) for name in ("key-boil", "key-clean", "key-drink", "water-why")]
    assert states == [State.FUZZY, State.MISSING, State.FUZZY, State.DONE]


def test_percent_sign_is_no_format(root):
    change(root / BLOCKS, "Boil water to make it clean.", "Boil 10% of the water.")
    assert "python-format" not in entry(updated(root), "block/key-boil")


def test_long_addresses_are_read_back(root):
    long = "water-" * 20
    more = "".join(f"{long}{n}: {{kind: paragraph, text: Rain {n}., claims: [well/drink]}}\n" for n in (1, 2))
    (root / "seeds/blocks/long.yaml").write_text(more)
    updated(root)
    assert f"block/{long}1" in spanish(root).entries


def test_context_that_another_tool_wrote_over_two_lines_is_read(root):
    text = (root / SPANISH).read_text(encoding="utf-8")
    for name in ("key-boil", "key-clean"):
        text = text.replace(f'msgctxt "block/{name}"', f'msgctxt ""\n"block/"\n"{name}"')
    (root / SPANISH).write_text(text, encoding="utf-8")
    assert spanish(root).entries["block/key-boil"].text == "Hierva el agua para limpiarla."


def test_windows_line_ends_are_read_and_kept_out_of_texts(root):
    path = root / SPANISH
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert spanish(root).entries["block/key-boil"].text == "Hierva el agua para limpiarla."


def test_command_line_extracts_updates_adds_and_counts(root, run):
    assert run(root, "messages", "extract").out.startswith("locales/handouts.pot: ")
    before = (root / SPANISH).read_bytes()
    assert "locales/es/LC_MESSAGES/handouts.po: 100 %" in run(root, "messages", "update").out
    assert (root / SPANISH).read_bytes() == before
    assert "now add fr to the languages" in run(root, "messages", "add", "fr").out
    assert "Language: fr" in (root / "locales/fr/LC_MESSAGES/handouts.po").read_text()
    table = run(root, "messages", "status").out
    assert [line.split() for line in table.splitlines()][1:3] == [
        ["clean-water", "complete,", "draft"],
        ["drinking-water", "complete,", "draft"],
    ]


def test_catalog_that_is_there_is_not_begun_again(root, run):
    before = (root / SPANISH).read_bytes()
    assert "is there already" in run(root, "messages", "add", "es", code=2).err
    assert (root / SPANISH).read_bytes() == before


def test_catalog_of_an_unknown_language_is_not_begun(root, run):
    assert "unknown language 'xx-broken'" in run(root, "messages", "add", "xx-broken", code=2).err
    assert not (root / "locales/xx-broken").exists()


def test_broken_catalog_is_left_as_it_was_and_the_others_are_updated(root, run):
    change(root / "handouts.yaml", "[en, es]", "[en, ar, es]")
    broken, fine = root / "locales/ar/LC_MESSAGES/handouts.po", root / SPANISH
    broken.write_text('msgid "broken\n')
    change(root / BLOCKS, "Boil water to make it clean.", "Boil all water.")
    said = run(root, "messages", "update", code=1)
    assert "locales/ar/LC_MESSAGES/handouts.po:1:7" in said.err or ":1:1: error" in said.err
    assert broken.read_text() == 'msgid "broken\n'
    assert "Boil all water." in fine.read_text(encoding="utf-8")
