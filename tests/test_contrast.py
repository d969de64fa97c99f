"""Contrast of all text with what is behind it, as the engine computes both from the stylesheets (WCAG 2.2, 1.4.3)."""

import pytest
import weasyprint
from weasyprint.formatting_structure import boxes

from handouts import typeset
from tests.test_specimen import planned

LEAST = 4.5
WHITE = (1.0, 1.0, 1.0)


def luminance(color):
    """Return the relative luminance of an sRGB color (WCAG 2.2)."""
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in color]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def texts(box, behind=WHITE):
    """Go through all texts with their color and the color behind them."""
    color = box.style["background_color"]
    if getattr(color, "alpha", 0) == 1:
        behind = tuple(color.to("srgb").coordinates)
    if isinstance(box, boxes.TextBox) and box.text.strip():
        yield box.text, tuple(box.style["color"].to("srgb").coordinates), behind
    for child in getattr(box, "children", ()):
        yield from texts(getattr(child, "_box", child), behind)


@pytest.mark.parametrize(("topic", "tag"), [("visit", "en"), ("visit", "ar"), ("everything", "en")])
def test_every_text_stands_out_from_what_is_behind_it(topic, tag):
    job = planned(topic, tag).job
    styles = [weasyprint.CSS(string=style.css, font_config=typeset._fonts()) for style in job.styles]
    html = weasyprint.HTML(string=job.html, base_url=typeset.BASE, url_fetcher=typeset.Pictures(job.pictures))
    document = html.render(font_config=typeset._fonts(), stylesheets=styles)
    found = [each for page in document.pages for each in texts(page._page_box)]
    assert len(found) > 50 and {behind for _, _, behind in found} > {WHITE}
    assert [text for text, color, behind in found if contrast(color, behind) < LEAST] == []


def test_contrast_is_what_the_standard_says():
    assert contrast((0, 0, 0), WHITE) == pytest.approx(21)
    assert contrast((0.467, 0.467, 0.467), WHITE) == pytest.approx(4.48, abs=0.01)
