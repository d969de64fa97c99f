"""What is set anew for a packet of finished leaflets, as jobs: cover, separators, page numbers, packing list."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from handouts.compose import SMALL_PAPER, Composer
from handouts.content import Insert, Message, Packet
from handouts.editions import Edition, Ink
from handouts.furniture import status_of
from handouts.job import Job
from handouts.languages import Language
from handouts.leaflet import Leaflet, Status
from handouts.voice import Voice

TITLES = " · "
APPROVED, DRAFT, MIXED = "foot/approved", "foot/draft", "foot/incomplete"
OWN_TEXTS = ("packet/contents", "packet/patient")  # of the program, which no leaflet prints
# The paper that whoever packs prints the list on: A4 or Letter.
PACKING = tuple(Edition("packing-list", paper=paper, smallest=11, largest=11) for paper in ("a4", "letter"))
LEAST_NUMBER = 9.0  # pt, of a running page number
SMALL = 0.9  # of running text
POINT = 25.4 / 72
# Of a cover on large and on small paper: margins above and below it, in mm; its title, name and clinic, about, in rem.
MARGINS, FRAME = (32.0, 22.0), (19.0, 21.0)
HEADING = 3.0  # rem, of a list of contents
AIR = (0.16, 0.75)  # rem, the least and the most above and below a line of the contents


@dataclass(frozen=True, slots=True)
class Entry:
    """A finished PDF in a packet and its line of the contents: a leaflet, two beside each other, or a clinic's own PDF.

    It has so many `pages` and starts at page `start`, counted from 1.
    """

    voice: Voice
    pdf: bytes
    pages: int
    leaflets: tuple[Leaflet, ...] = ()
    insert: Insert | None = None
    start: int = 0

    @property
    def code(self) -> str:
        """The edition code of the leaflet."""
        return " + ".join(dict.fromkeys(leaflet.code for leaflet in self.leaflets))

    @property
    def status(self) -> Status | None:
        """How far the leaflet may be trusted; of what a clinic inserts the program knows nothing."""
        known = [leaflet.status for leaflet in self.leaflets]
        return max(known, key=list(Status).index) if known else None

    @property
    def title(self) -> str:
        """What it is called, in its language."""
        if self.insert is not None:
            return self.insert.title.value
        return self.voice.words(self.leaflets[0].topic.title)

    @property
    def sheets(self) -> int:
        """How many sheets of paper it takes, printed on both sides."""
        return (self.pages + 1) // 2


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much paper a packet takes: pages and sheets of one copy, sheets of its cover, and how many copies."""

    pages: int
    sheets: int
    covers: int
    copies: int


Rows = Sequence[Sequence[Entry]]  # what is in a packet, a row in each language


@dataclass(frozen=True, slots=True)
class Front:
    """Makes the jobs of a packet in the languages of its voices, on the paper of an edition."""

    composer: Composer
    packet: Packet
    voices: tuple[Voice, ...]
    edition: Edition

    @property
    def own(self) -> Language:
        """The language of the cover: the packet's own, or with several the source language, for the staff."""
        return self.voices[0].leaflet.language if len(self.voices) == 1 else self.voices[0].source

    @property
    def title(self) -> str:
        """The packet's title in its languages and in the source language."""
        own = [voice.words(self.packet.title) for voice in self.voices]
        return TITLES.join(dict.fromkeys((*own, self.packet.title.english)))

    def untranslated(self) -> list[tuple[Voice, Message]]:
        """Return the texts of the cover that are in the source language for want of a translation."""
        interface = self.composer.content.interface
        texts = [self.packet.title, *(interface[name] for name in OWN_TEXTS)]
        return [(voice, text) for voice in self.voices for text in texts if voice.tag(text)]

    def covers(self, rows: Rows) -> Iterator[Job | None]:
        """Make the first page: title, patient's name, contents with their pages, the clinic; each time smaller."""
        names: dict[str, object] = {"rows": rows, "title": self.title, "status": self._status(rows)}
        names |= {"small": self._small(), "narrow": self._is_narrow()}
        for size in dict.fromkeys((self._usual_size(), self.edition.smallest)):
            for air in dict.fromkeys((self._air(rows, size), AIR[0])):
                job = self._page("cover", self.voices, self.own, {**names, "air": air}, _inserts(rows))
                yield job and replace(job, sheet=replace(job.sheet, largest=size))

    def separators(self) -> list[Job | None]:
        """Make a page for each of several languages to stand before its leaflets; one language needs none."""
        voices = self.voices if len(self.voices) > 1 else ()
        return [self._page("separator", [voice], voice.leaflet.language, {"small": self._small()}) for voice in voices]

    def numbers(self, rows: Rows, pages: int) -> Job | None:
        """Make pages with nothing on them but the numbers of leaflets' pages; all others are empty.

        A number stands at the head, where a line of the page's language ends.
        """
        shown = {
            entry.start + page: entry.voice.leaflet.language.direction.value
            for row in rows
            for entry in row
            for page in range(entry.pages if entry.leaflets else 0)
        }
        all_pages = [(number, shown.get(number, "")) for number in range(1, pages + 1)]
        names = {"pages": all_pages, "size": max(LEAST_NUMBER, self.edition.least), "title": "Page numbers"}
        return self._page("numbers", self.voices, self.own, names)

    def packing_list(self, rows: Rows, amounts: Amounts, edition: Edition) -> Job | None:
        """Make the list for whoever prints and packs; the edition is that of the packet, which may be folded."""
        title = f"Packing list: {self.packet.title.english}"
        names = {"rows": rows, "amounts": amounts, "edition": edition, "title": title, "small": SMALL}
        paper = PACKING["letter" in self.edition.paper]
        return self._page("packing-list", self.voices, self.voices[0].source, names, _inserts(rows), paper)

    def _status(self, rows: Rows) -> str:
        """Return the name of the text that says how far the packet may be trusted; nobody signs a cover's words."""
        status = status_of([leaflet for row in rows for entry in row for leaflet in entry.leaflets])
        return MIXED if self.untranslated() else DRAFT if status == APPROVED else status

    def _small(self) -> float:
        """Return the size of small texts as a share of running text, so that none is below the edition's least."""
        return max(SMALL, self.edition.least / self.edition.smallest)

    def _usual_size(self) -> float:
        """Return the type size of the cover in pt: the largest, on small paper the smallest."""
        return self.edition.smallest if self._is_narrow() else self.edition.largest

    def _is_narrow(self) -> bool:
        return self.edition.size.width < SMALL_PAPER

    def _air(self, rows: Rows, size: float) -> float:
        """Return the space above and below a line of the contents, in rem, that lets them fill the page, about."""
        entries = [entry for row in rows for entry in row]
        texts = [entry.voice.leaflet.language.leading * (1 + SMALL * self._is_foreign(entry)) for entry in entries]
        page = (self.edition.size.height - MARGINS[self._is_narrow()]) / (size * POINT)
        left = page - FRAME[self._is_narrow()] - HEADING * len(rows) - sum(texts)
        return min(max(left / len(entries) / 2, AIR[0]), AIR[1])

    def _is_foreign(self, entry: Entry) -> bool:
        """Say whether the title of an entry stands there in the source language too."""
        return bool(entry.leaflets) and entry.voice.leaflet.language != entry.voice.source

    def _page(  # noqa: PLR0917
        self,
        what: str,
        voices: Sequence[Voice],
        own: Language,
        names: Mapping[str, object],
        inserts: Iterable[Insert] = (),
        paper: Edition | None = None,
    ) -> Job | None:
        edition = paper or self.edition
        return self.composer.page(
            f"{self.packet.slug}.{'+'.join(voice.leaflet.language.tag for voice in voices)}.{what}",
            f"packet/{what}.html",
            ("packet.css", "black.css") if edition.ink is Ink.BLACK else ("packet.css",),
            voices,
            {"packet": self.packet, "voices": voices, "own": own, **names},
            edition=edition,
            position=self.packet.position,
            given=[insert.title for insert in inserts],
        )


def _inserts(rows: Rows) -> list[Insert]:
    return [entry.insert for row in rows for entry in row if entry.insert]
