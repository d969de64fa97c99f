"""The type specimen: every language in the real template, looked at by programs, laid out for people to look at.

    make specimen           build, check everything, write tests/specimen/build/index.html
    make specimen-accept    keep the pages as they are now as the reference pictures, and write docs/languages.md

Needs poppler, MuPDF, Ghostscript and Chromium, which make installs. Exit code 1 when anything is wrong.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import axe_playwright_python  # noqa: E402
import outloud  # noqa: E402
import pikepdf  # noqa: E402
import pymupdf  # noqa: E402
import pypdfium2  # noqa: E402
from icu4py.breakers import WordBreaker  # noqa: E402
from PIL import Image  # noqa: E402

from handouts import build, textlayer  # noqa: E402
from handouts import project as projects  # noqa: E402
from handouts.job import Job  # noqa: E402
from handouts.languages import Breaking, Direction, Language  # noqa: E402
from handouts.problems import Report  # noqa: E402
from handouts.request import Request  # noqa: E402
from tests import perception, structure  # noqa: E402

SPECIMEN = ROOT / "tests" / "specimen"
REFERENCES = SPECIMEN / "pages"
OUTPUT = SPECIMEN / "build"
DOCUMENT = ROOT / "docs" / "languages.md"
TOPIC, LONG, LONG_IN = "visit", "everything", ("en", "ar")
DOTS = 72  # an inch, for the comparison of renderers
AGREE = 0.01  # of a page's tiles may look different between two renderers
LEAST = {"Arab": 0.9, "Hebr": 0.9, "Aran": 0.2}  # of the words, from pdftotext; every other script:
LEAST_ELSEWHERE = 0.99
# What outloud says and does not hold: alternative texts of Indic scripts, whose vowel signs it does not count as
# letters; several codes for one unseen sign, which ActualText overrides, or in Nastaliq can't be avoided; bullets,
# which the engine paints after the text of their item. tests/structure.py holds reading order against the page.
SETTLED = {"FIG-012", "TXT-004", "ORD-001"}


@dataclass(slots=True)
class Page:
    """A specimen of a language: its PDF, the job it was made from, and what was found."""

    language: Language
    topic: str
    pdf: Path
    job: Job
    wrong: list[str] = field(default_factory=list)
    shares: dict[str, float] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def main() -> None:
    """Build the specimen and look at it."""
    accept = "--accept" in sys.argv
    pages = list(specimens())
    for look in (text_layer, tag_tree, second_opinion):
        for page in pages:
            look(page)
    for page in pages:
        renderers(page)  # PDFium and MuPDF are not safe in threads
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(web_page, pages))
    for page in pages:
        (keep if accept else against_references)(page)
    if accept:
        (REFERENCES / "engine.json").write_text(json.dumps(versions(), indent=2) + "\n", encoding="utf-8")
        DOCUMENT.write_text(table(pages), encoding="utf-8")
    write_index(pages)
    wrong = [f"{page.pdf.name}: {what}" for page in pages for what in page.wrong]
    count = len({page.language.tag for page in pages})
    print("\n".join(wrong) or f"{len(pages)} documents in {count} languages: no problems")
    print(f"look at {(OUTPUT / 'index.html').relative_to(ROOT)}")
    sys.exit(bool(wrong))


def specimens() -> Iterator[Page]:
    """Build what is out of date and load the jobs that it was made from."""
    handouts = Path(sys.executable).with_name("handouts")
    subprocess.run([handouts, "--project", SPECIMEN, "build", "-t", TOPIC], check=True)
    long = [word for tag in LONG_IN for word in ("-l", tag)]
    subprocess.run([handouts, "--project", SPECIMEN, "build", "-t", LONG, *long], check=True)
    report = Report()
    project = projects.load(SPECIMEN, report)
    assert project is not None
    loaded = build.load(project, None, report)
    for planned in build.plan(loaded, Request(), report, build.Outcome()):
        topic, own = planned.leaflets[0].topic.slug, planned.leaflets[0].language
        if topic == TOPIC or own.tag in LONG_IN:
            yield Page(own, topic, OUTPUT / planned.path, planned.job)


def text_layer(page: Page) -> None:
    """Count the words that three readers give back."""
    readers: dict[str, Callable[[Path], str]] = {
        "pdfium": lambda path: textlayer.read(path.read_bytes()),
        "poppler": lambda path: run("pdftotext", path, "-").decode(),
        "mupdf": lambda path: "\n".join(each.get_text() for each in pymupdf.open(path)),
    }
    for name, read in readers.items():
        page.shares[name] = found_again(read(page.pdf), page)
    least = LEAST.get(page.language.script, LEAST_ELSEWHERE)
    if page.shares["poppler"] < least:
        page.wrong.append(f"pdftotext gives back {page.shares['poppler']:.3f} of the words, less than {least}")


def found_again(text: str, page: Page) -> float:
    """Return the share of written words that stand in a text; scripts without spaces are cut into words by ICU."""
    there = textlayer.normal(re.sub("[\u202a-\u202e]", " ", text))  # poppler marks a change of direction
    whole = "".join(there.split())
    spaced = page.language.breaking in (Breaking.SPACES, Breaking.WORDS)
    cut = bare_words if page.language.direction is Direction.RTL else str.split
    words = set(cut(there))
    written = [
        word
        for each in page.job.texts
        if each.printed and each.language == page.language.tag
        for part in (textlayer.words_of(each.text) if spaced else words_by_icu(each.text, page.language.tag))
        for word in (cut(part) if spaced else [part])
    ]
    return sum(word in words if spaced else word in whole for word in written) / len(written)


def bare_words(text: str) -> list[str]:
    """Cut a right-to-left text into words without the signs around them, which readers put on the other side."""
    return re.findall("[\\w\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]+", text)


def words_by_icu(text: str, tag: str) -> list[str]:
    """Cut a text into words by ICU's dictionary."""
    plain = " ".join(textlayer.words_of(text))
    joined = "".join(plain.split())
    return [word for word in WordBreaker(joined, tag.partition("-")[0]) if any(map(str.isalnum, word))]


def tag_tree(page: Page) -> None:
    """Look at what a screen reader finds."""
    with pikepdf.open(page.pdf) as pdf:
        for rule in (structure.out_of_order, structure.heading_levels, structure.table_headers, structure.links):
            page.wrong += rule(pdf)


def second_opinion(page: Page) -> None:
    """Ask outloud, which checks the tag tree by rules of its own."""
    for finding in outloud.check(str(page.pdf)).findings:
        if finding.rule not in SETTLED and finding.severity in ("error", "warning"):
            page.wrong.append(f"outloud: {finding.rule}: {finding.message}")


def renderers(page: Page) -> None:
    """Draw each page by PDFium, poppler, MuPDF and Ghostscript: what one of them draws otherwise is in danger."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        run("pdftoppm", "-gray", "-r", DOTS, page.pdf, scratch / "poppler")
        smooth = ("-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", "-sDEVICE=pnggray", f"-r{DOTS}")
        run("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", *smooth, f"-sOutputFile={scratch}/gs-%d.png", page.pdf)
        pictures = {
            "poppler": [Image.open(path) for path in sorted(scratch.glob("poppler*"))],
            "Ghostscript": [Image.open(scratch / f"gs-{n + 1}.png") for n in range(len(list(scratch.glob("gs-*"))))],
            "MuPDF": [drawn_by_mupdf(each) for each in pymupdf.open(page.pdf)],
        }
        for number, own in enumerate(drawn(page.pdf, DOTS)):
            for name, others in pictures.items():
                difference = perception.compare(own, others[number].convert("L").resize(own.size), DOTS)
                if difference.share > AGREE:
                    page.wrong.append(
                        f"page {number + 1}: {name} draws {difference.share:.1%} otherwise, at {difference.first} mm"
                    )


def drawn_by_mupdf(page: pymupdf.Page) -> Image.Image:
    """Draw a page by MuPDF."""
    pixels = page.get_pixmap(dpi=DOTS, colorspace=pymupdf.csGRAY)
    return Image.frombytes("L", (pixels.width, pixels.height), pixels.samples)


def drawn(pdf: Path, dots: int) -> list[Image.Image]:
    """Draw the pages of a PDF by PDFium, in grey."""
    return [page.render(scale=dots / 72, grayscale=True).to_pil().convert("L") for page in pypdfium2.PdfDocument(pdf)]


def web_page(page: Page) -> None:
    """Run axe-core in headless Chromium over the HTML that the PDF was made from."""
    axe = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    css = "\n".join(style.css for style in page.job.styles)
    ask = "axe.run().then(r => { document.body.textContent = 'AXE' + JSON.stringify(r.violations) + 'AXE' })"
    html = page.job.html.replace("</head>", f"<style>{css}</style><script>{axe}</script></head>")
    html = html.replace("</body>", f"<script>{ask}</script></body>").replace("picture:/", "")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(html, encoding="utf-8")
        for name, raw in page.job.pictures.items():
            (path.parent / name).write_bytes(raw)
        chromium = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", "--dump-dom"]
        said = run(chromium, *flags, f"--user-data-dir={folder}/profile", path.as_uri()).decode()
    if said.count("AXE") != 2:
        page.wrong.append("axe-core did not run")
        return
    for violation in json.loads(unescaped(said.split("AXE")[1])):
        where = violation["nodes"][0]["html"][:80]
        page.wrong.append(f"axe-core: {violation['id']}: {violation['help']}: {where}")


def unescaped(text: str) -> str:
    """Undo what Chromium does to text on its way out."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\u00a0").replace("&amp;", "&")


def keep(page: Page) -> None:
    """Keep a page's pictures as the reference."""
    REFERENCES.mkdir(exist_ok=True)
    for number, picture in enumerate(drawn(page.pdf, perception.DOTS), start=1):
        perception.small(picture).save(reference(page, number), optimize=True, bits=4)


def against_references(page: Page) -> None:
    """Compare a page's pictures with the reference, forgiving more when the engine is another one."""
    for number, picture in enumerate(drawn(page.pdf, perception.DOTS), start=1):
        path = reference(page, number)
        if not path.is_file():
            page.wrong.append(f"page {number} has no reference picture: make specimen-accept, and look at it")
            continue
        difference = perception.compare(perception.small(picture), Image.open(path).convert("L"))
        if verdict := perception.judged(difference, same_engine=versions() == kept_versions()):
            page.wrong.append(f"page {number} {verdict}")
        elif difference.tiles:
            page.notes.append(f"page {number}: {difference.tiles} tiles moved with the engine")


def reference(page: Page, number: int) -> Path:
    """Name the reference picture of a page."""
    return REFERENCES / f"{page.topic}.{page.language.tag}-{number}.png"


def versions() -> dict[str, str]:
    """Name the versions of all that decides over what a page looks like."""
    return perception.versions()


def kept_versions() -> dict[str, str]:
    """Return the versions that the reference pictures were made with."""
    kept: dict[str, str] = json.loads((REFERENCES / "engine.json").read_text(encoding="utf-8"))
    return kept


def run(*command: object) -> bytes:
    """Run a program and return what it says."""
    return subprocess.run([str(word) for word in command], check=True, capture_output=True).stdout


def write_index(pages: list[Page]) -> None:
    """Write a page with all specimens, to look at."""
    for page in pages:
        for number, picture in enumerate(drawn(page.pdf, 60), start=1):
            picture.save(page.pdf.with_name(f"{page.topic}-{number}.png"), optimize=True)
    cards = "\n".join(card(page) for page in pages)
    css = (
        "body{font:16px/1.5 system-ui,sans-serif;margin:1rem;color:#1c2430;background:#f4f6f8}"
        "main{display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,34rem),1fr));align-items:start}"
        "article{background:#fff;padding:1rem;border-radius:.5rem;border:1px solid #c9d1d8}"
        "h2{font-size:1.1rem;margin:0}"
        "img{width:calc(50% - .3rem);border:1px solid #c9d1d8}p{margin:.3rem 0}.wrong{color:#8f2c22;font-weight:bold}"
    )
    html = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Type specimen</title>'
        f'<meta name="viewport" content="width=device-width"><style>{css}</style></head><body><h1>Type specimen</h1>'
        f"<main>{cards}</main></body></html>"
    )
    (OUTPUT / "index.html").write_text(html, encoding="utf-8")


def card(page: Page) -> str:
    """Write what the index page says of a specimen."""
    own, folder = page.language, page.pdf.parent.relative_to(OUTPUT).as_posix()
    shares = ", ".join(f"{name} {share:.1%}" for name, share in page.shares.items())
    count = len(pypdfium2.PdfDocument(page.pdf))
    pictures = "".join(
        f'<img src="{folder}/{page.topic}-{number}.png" alt="Page {number} in {own.english_name}" loading="lazy"> '
        for number in range(1, count + 1)
    )
    wrong = "".join(f'<p class="wrong">{escape(what)}</p>' for what in page.wrong)
    return (
        f'<article><h2><a href="{folder}/{page.pdf.name}">{own.english_name}</a> '
        f'<span lang="{own.tag}" dir="{own.direction.value}">{own.autonym}</span> · {page.topic}</h2>'
        f"<p>{', '.join(own.fonts)}; leading {own.leading:g}; words that come back: {shares}</p>"
        f"{wrong}{pictures}</article>"
    )


BEGIN, END = "<!-- made by make specimen-accept -->", "<!-- end of what is made -->"
HEAD = """| tag | language | own name | fonts | leading | lines break | quotes | digits | PDFium | pdftotext | MuPDF |
|---|---|---|---|---|---|---|---|---|---|---|
"""


def table(pages: list[Page]) -> str:
    """Return docs/languages.md with the table made anew: what is known of each language, what readers give back."""
    rows = "\n".join(row(page) for page in pages if page.topic == TOPIC)
    before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)
    return f"{before}{BEGIN}\n\n{HEAD}{rows}\n\n{END}{rest.partition(END)[2]}"


def row(page: Page) -> str:
    """Write a language's row."""
    own = page.language
    cells = (
        *(own.tag, own.english_name, own.autonym, ", ".join(own.fonts).replace("Noto ", ""), f"{own.leading:g}"),
        *(own.breaking.value, f"{own.quotes[0].strip()}…{own.quotes[1].strip()}", f"{own.digits[0]}–{own.digits[9]}"),
        *(f"{page.shares[name]:.1%}" for name in ("pdfium", "poppler", "mupdf")),
    )
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
