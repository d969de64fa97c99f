"""Every built-in edition in every language of the specimen: built without a problem, and looked at from the PDFs.

Run it with: make editions
"""

import io
import json
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from handouts.editions import BUILT_IN
from handouts.imposition import sheets
from tests import test_printed_editions as forms

ROOT = Path(__file__).parents[1]
SPECIMEN, SCRATCH = ROOT / "tests" / "specimen", ROOT / ".cache" / "editions"
TOPIC = "visit"


def main() -> None:
    """Build all editions and look at them; exit with 1 when anything is wrong."""
    for name in ("seeds", "locales", "templates"):
        shutil.copytree(SPECIMEN / name, SCRATCH / name, dirs_exist_ok=True)
    settings = (SPECIMEN / "handouts.yaml").read_text(encoding="utf-8")
    names = ", ".join(BUILT_IN)
    (SCRATCH / "handouts.yaml").write_text(settings.replace("editions: [a4]", f"editions: [{names}]"), encoding="utf-8")
    handouts = Path(sys.executable).with_name("handouts")
    built = subprocess.run([handouts, "--project", SCRATCH, "build", "-t", TOPIC], check=False)
    outputs = json.loads((SCRATCH / "build" / "manifest.json").read_text(encoding="utf-8"))["outputs"]
    wrong = [f"{output['path']}: {what}" for output in outputs for what in amiss(output, outputs)]
    print("\n".join([*table(outputs), *wrong]) if wrong else "\n".join([*table(outputs), "no problems"]))
    sys.exit(bool(built.returncode or wrong))


def amiss(output: dict, outputs: list[dict]) -> Iterator[str]:  # type: ignore[type-arg]
    """Hold a PDF against what its edition must be."""
    edition = output["edition"]
    wanted = {**forms.PLAIN, **forms.IMPOSED}[edition]
    pdf = pikepdf.open(io.BytesIO((SCRATCH / "build" / output["path"]).read_bytes()))
    around = 10 if edition == "press" else 0
    if {forms.size(each.mediabox, around=around) for each in pdf.pages} != {wanted.page}:
        yield "a page has another size"
    if edition in forms.IMPOSED:
        twin = output["path"].replace(f".{edition}.", f".{wanted.of}.")
        pages = next(each["pages"] for each in outputs if each["path"] == twin)
        if len(pdf.pages) != 2 * sheets(wanted.fold, pages):
            yield f"{len(pdf.pages)} sides for {pages} pages"
        if "/StructTreeRoot" in pdf.Root:
            yield "sheets for the printer are tagged"
        return
    if len(pdf.pages) % wanted.pages:
        yield f"{len(pdf.pages)} pages"
    if (least := min(forms.sizes(pdf))) < wanted.least:
        yield f"type of {least} pt"
    usual = forms.sizes(pdf, body=True).most_common(1)[0][0]
    if not wanted.body[0] <= usual <= wanted.body[1]:
        yield f"running text of {usual} pt"
    if str(pdf.Root.Lang) != output["language"] or "/StructTreeRoot" not in pdf.Root:
        yield "no tags, or another language"


def table(outputs: list[dict]) -> Iterator[str]:  # type: ignore[type-arg]
    """Say of each edition how many leaflets there are, and between which numbers their pages and sizes lie."""
    found = defaultdict(list)
    for output in outputs:
        found[output["edition"]].append(output)
    for edition, each in found.items():
        pages, sizes = [one["pages"] for one in each], [one["type_size"] for one in each]
        yield f"{edition:16} {len(each):4}   pages {min(pages)} to {max(pages)}   pt {min(sizes):g} to {max(sizes):g}"


if __name__ == "__main__":
    main()
