"""What is asked of a build."""

import datetime
from dataclasses import dataclass, field, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Limits:
    """What one leaflet may take: seconds, and MiB of memory."""

    seconds: float = 60
    memory: int = 1024


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for; an empty choice means all, no workers means as many as there are processors."""

    topics: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    workers: int = 0
    force: bool = False
    dry_run: bool = False
    release: bool = False
    allow_draft: bool = False
    imprint: Path | None = None
    limits: Limits = field(default_factory=Limits)
    today: datetime.date = datetime.date.min  # on which approvals end

    @property
    def chosen(self) -> bool:
        """Whether only a part of the project is asked for."""
        return bool(self.topics or self.languages or self.editions)

    def key(self, root: Path) -> str:
        """Return what tells one request from another that would build other things, or in another folder."""
        return f"{root} {replace(self, force=False, dry_run=False, workers=0, today=datetime.date.min)!r}"
