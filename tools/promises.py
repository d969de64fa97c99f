"""List the PDFs below a folder that promise a standard: `promises.py FOLDER pdf/a|pdf/ua`, names end in a zero byte.

pdf/a is PDF/A-2a and PDF/UA-1; pdf/ua is PDF/UA-1 alone, which editions for a print shop and those with fields keep.
"""

import json
import sys
from pathlib import Path

folder, wanted = Path(sys.argv[1]), sys.argv[2]
manifest = folder / "manifest.json"
outputs = json.loads(manifest.read_text(encoding="utf-8"))["outputs"] if manifest.is_file() else []
promised = {folder / output["path"]: output["standard"].replace("pdf/x", "pdf/ua") for output in outputs}
for path in sorted(folder.rglob("*.pdf")):
    if promised.get(path, "pdf/a") == wanted:
        sys.stdout.write(f"{path}\0")
