"""A clinic's own details: names and numbers that stand on every sheet as they are, in every language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from handouts.problems import Report
from handouts.source import Fields, Text, read

FIELDS = ("name", "phone_day", "phone_night", "emergency", "fever")


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a clinic gives; a value that is not there is printed as a line to write on."""

    values: Mapping[str, Text] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """Return a value, empty when the clinic gave none."""
        return self.values[name].value if name in self.values else ""


def load(path: Path, shown: str, report: Report) -> Imprint:
    """Read an imprint; an empty one when it can't be read."""
    table = read(path, shown, report)
    if table is None:
        return Imprint()
    fields = Fields(table, report)
    found = {name: text for name in FIELDS if (text := fields.text(name, required=False)) and text.value}
    fields.close()
    for name, text in found.items():
        if text.value in ("null", "~"):
            report.error(text.position, f"'{text}' would be printed as it is", "imprint", f"leave {name} empty")
        elif "\n" in text.value:
            report.error(text.position, f"'{name}' has more than one line", "imprint", "write it in one line")
    return Imprint(found)
