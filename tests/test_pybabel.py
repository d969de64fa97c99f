"""Babel applies the rules for translations too."""

from importlib.metadata import entry_points

import pytest
from babel.messages.catalog import Catalog, Message

from handouts import pybabel

ADDRESS = "interface/foot/page"


def errors(text, *, english="Page {page}", address=ADDRESS, tag="es", flags=()):
    message = Message(english, text, context=address, flags=flags)
    return [str(error) for error in message.check(Catalog(locale=tag))]


def test_babel_finds_the_checker():
    (found,) = (entry for entry in entry_points(group="babel.checkers") if entry.name == "handouts")
    assert found.load() is pybabel.check


def test_wrong_translation_is_an_error_with_the_code():
    assert errors("Página {pagina}") == ["the placeholders differ from the English [placeholder]"]
    assert errors("第 {page} 页", tag="zh_Hans") == []


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"flags": ["fuzzy"]}, id="a fuzzy one is not printed"),
        pytest.param({"address": "button"}, id="another project's message"),
        pytest.param({"tag": None}, id="a catalog without a language"),
        pytest.param({"english": ""}, id="the header"),
    ],
)
def test_what_is_not_ours_to_judge_is_let_pass(other):
    assert errors("Página {pagina}", **other) == []
