"""Make the picture in the README: page one of the same leaflet in English and in Arabic. Run it with: make pictures."""

from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).parents[1]
TOPIC, LANGUAGES = "transplant-step-by-step", ("en", "ar")
WIDTH, GAP, EDGE = 620, 28, "#b9c4cd"


def main() -> None:
    """Read the PDFs from build/ and write docs/leaflets.png."""
    pages = [page_one(ROOT / "build" / tag / f"{TOPIC}.{tag}.a4.pdf") for tag in LANGUAGES]
    height = max(page.height for page in pages)
    whole = Image.new("RGB", (len(pages) * WIDTH + (len(pages) + 1) * GAP, height + 2 * GAP), "#eef1f4")
    for number, page in enumerate(pages):
        whole.paste(page, (GAP + number * (WIDTH + GAP), GAP))
    whole.save(ROOT / "docs" / "leaflets.png", optimize=True)


def page_one(path: Path) -> Image.Image:
    """Render a page with a thin frame around it."""
    page = pypdfium2.PdfDocument(path)[0]
    picture = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
    framed = Image.new("RGB", picture.size, EDGE)
    framed.paste(picture.crop((1, 1, picture.width - 1, picture.height - 1)), (1, 1))
    return framed


if __name__ == "__main__":
    main()
