"""How much ink a finished PDF takes on paper, and whether black is all it takes.

PDFium renders the pages, small, and what they show is separated, with black for whatever is grey in a colour.
"""

from collections.abc import Iterator

import pypdfium2
from PIL import Image, ImageChops, ImageStat

DPI = 75  # within 2 % of what 150 dpi give, in a third of the time; where there is little but lines, up to 4 % less
TOLERANCE = 3  # of 255, by which rounding may tell the channels of a grey pixel apart


def coverage(pdf: bytes) -> float:
    """Return the ink of all four separations in percent of the paper, averaged over the pages.

    Grey is replaced by black in full: a solid black page takes 100, a solid red one 200. A PDF that PDFium can't read
    raises its PdfiumError.
    """
    inks = [_ink(page) for page in _pages(pdf)]
    return 100 * sum(inks) / len(inks)


def is_black(pdf: bytes) -> bool:
    """Say whether nothing coloured is on the pages; grey is printed with black ink, as dots."""
    return all(map(_is_grey, _pages(pdf)))


def _pages(pdf: bytes) -> Iterator[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield page.render(scale=DPI / 72).to_pil().convert("RGB")
    finally:
        document.close()


def _ink(page: Image.Image) -> float:
    """Return black, which is what the brightest channel lacks, and what the others lack beyond that, from 0 to 4."""
    brightest = _mean(_brightest(page))
    return 1 - brightest + sum(brightest - _mean(channel) for channel in page.split())


def _is_grey(page: Image.Image) -> bool:
    red, green, blue = page.split()
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
    spread = ImageChops.subtract(_brightest(page), darkest)
    return not any(spread.histogram()[TOLERANCE + 1 :])


def _brightest(page: Image.Image) -> Image.Image:
    red, green, blue = page.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _mean(channel: Image.Image) -> float:
    return ImageStat.Stat(channel).mean[0] / 255
