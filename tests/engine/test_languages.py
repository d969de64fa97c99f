"""An element that names its language says so in the tag tree."""

from tests.engine.conftest import elements


def test_english_title_in_an_arabic_leaflet_is_tagged_as_english(corrected):
    assert str(elements(corrected, "/H1")[0].Lang) == "en"


def test_engine_still_needs_it(uncorrected):
    assert "/Lang" not in elements(uncorrected, "/H1")[0]
