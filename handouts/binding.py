"""Finished PDFs become one packet: pages, tags, languages and bookmarks are kept, and nothing is laid out again.

A packet of leaflets is PDF/A-2a and PDF/UA-1, as they are. One that holds a clinic's own PDF does not claim to be.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from itertools import count

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, Object, Page, Pdf, Rectangle, Stream, String

from handouts.problems import Exit, Stop

VERSION = "1.7"
_CLAIMS = {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
_OF_THE_PARTS = ("dc:description", "pdf:Keywords", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate")
_POINT = 25.4 / 72  # mm
_AMISS = (AttributeError, IndexError, KeyError, TypeError, ValueError)  # when a thing is not what it should be
_SUBSET = re.compile("/[A-Z]{6}[+]")

# What a page, and a link on it, may bring along from a file that is not ours: no scripts, no attachments.
_OF_A_PAGE = {"/Type", "/Parent", "/Resources", "/Contents", "/Group", "/Rotate", "/UserUnit", "/Annots", "/Tabs"}
_OF_A_PAGE |= {"/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/StructParents"}
_OF_A_LINK = {"/Type", "/Subtype", "/Rect", "/QuadPoints", "/Border", "/BS", "/C", "/H", "/F", "/Contents", "/Lang"}
_OF_A_LINK |= {"/Dest", "/A", "/StructParent"}

Size = tuple[float, float]


class BindingError(Stop):
    """A PDF can't be bound; the message says which and why."""

    exit = Exit.PROBLEMS


@dataclass(frozen=True, slots=True)
class Part:
    """A PDF that goes into a packet, with its bookmark and its language (BCP 47).

    A foreign part is a clinic's own PDF, inserted as it is. One that is recto starts on a right-hand page.
    """

    pdf: bytes
    title: str
    language: str
    foreign: bool = False
    recto: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """The number of the page at which each part starts, from 1, and how many pages there are, blank ones and all."""

    starts: tuple[int, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class Bound:
    """A packet, with what its plan says."""

    pdf: bytes
    starts: tuple[int, ...]
    pages: int


def inspect(pdf: bytes, name: str = "the PDF") -> tuple[Size, ...]:
    """Return the width and height of each page as it is seen, in mm.

    Raise BindingError when the PDF is encrypted, damaged or empty; `name` is what the message calls it.
    """
    source = _opened(pdf, name)
    with _readable(name, *_AMISS):
        sizes = map(_seen, source.pages)
        return tuple((round(width * _POINT, 2), round(height * _POINT, 2)) for width, height in sizes)


def plan(pages: Sequence[int], *, recto: Sequence[bool] = (), even: bool = True) -> Plan:
    """Return where parts of so many pages start; all of them are recto unless it is said of each.

    Where a part ends on a right-hand page, a blank one stands before the next; an even packet ends on a left-hand page.
    """
    starts, last = [], 0
    for number, right in zip(pages, recto or [True] * len(pages), strict=True):
        starts.append(last + 2 if right and last % 2 else last + 1)
        last = starts[-1] + number - 1
    return Plan(tuple(starts), last + last % 2 if even else last)


def bind(parts: Sequence[Part], *, title: str, language: str, numbers: bytes | None = None, even: bool = True) -> Bound:
    """Bind parts, in order, to one packet with a title and a language. The same input gives the same bytes.

    `numbers` is a PDF of as many pages as the packet has, with nothing on them but their numbers; each is drawn over
    its page, foot on foot. Raise BindingError when a part can't be bound, or when the numbers don't fit the pages.
    """
    if not parts:
        raise BindingError("there is nothing to bind")
    sources = [_opened(part.pdf, f"'{part.title}'") for part in parts]
    planned = plan([len(source.pages) for source in sources], recto=[part.recto for part in parts], even=even)
    drawn = [_opened(numbers, "the PDF of page numbers")] if numbers is not None else []
    conforms = not any(part.foreign for part in parts) and all(map(_conforms, [*sources, *drawn]))
    packet = _begun()
    for number, (part, source, start) in enumerate(zip(parts, sources, planned.starts, strict=True), start=1):
        _fill(packet.pdf, start - 1)
        with _readable(f"'{part.title}'", *(_AMISS if part.foreign else ())):
            _add(packet, part, source, number)
    _fill(packet.pdf, planned.pages)
    for each in drawn:
        _number(packet, each)
    _close(packet, language)
    _describe(packet, title, sources[0] if conforms and len(packet.intents) == 1 else None)
    return Bound(_written(packet.pdf, max(source.pdf_version for source in sources)), planned.starts, planned.pages)


def repeat(pdf: bytes, copies: int) -> bytes:
    """Return one print job of so many copies, one after the other, in little more space than one takes.

    It is for the printer only: tags are dropped, and only the first copy has bookmarks and links. A copy of an odd
    number of pages leaves the back of its last sheet to the next one.
    """
    if copies < 1:
        raise ValueError(f"{copies} copies")
    job = _opened(pdf, "the packet")
    _flatten(job)
    for carrier in _carriers(job.pages):
        _cut(carrier, "/StructParent", "/StructParents", "/Tabs")
    _cut(job.Root, "/StructTreeRoot", "/MarkInfo", "/Metadata")
    first = list(job.pages)
    for _ in range(copies - 1):
        _append(job, first)
    for page in job.pages[len(first) :]:
        _cut(page.obj, "/Annots")
    title = _title(job)
    _cut(job.trailer, "/Info")
    _retitle(job, title)
    return _written(job, job.pdf_version)


def _opened(pdf: bytes, name: str) -> Pdf:
    with _readable(name):
        source = pikepdf.open(BytesIO(pdf), attempt_recovery=False, suppress_warnings=True)
        if source.is_encrypted:
            raise BindingError(f"{name} is encrypted; save it without a password")
        if not len(source.pages):
            raise BindingError(f"{name} has no pages")
        _append(Pdf.new(), source.pages)  # which reads all that is on them
        if source.get_warnings():
            raise BindingError(f"{name} is damaged; print it to a new PDF")
    return source


@contextmanager
def _readable(name: str, *amiss: type[Exception]) -> Iterator[None]:
    unread: tuple[type[Exception], ...] = (pikepdf.PdfError, *amiss)
    try:
        yield
    except pikepdf.PasswordError:
        raise BindingError(f"{name} is encrypted; save it without a password") from None
    except unread as error:
        raise BindingError(f"{name} is no PDF that can be read") from error


def _cut(thing: Object, *keys: str) -> None:
    for key in keys:
        if key in thing:
            del thing[key]


def _held(thing: Object, *keys: str) -> Object:
    """Return what stands under a path of keys, an empty dictionary where nothing does."""
    for key in keys:
        if key not in thing:
            return Dictionary()
        thing = thing[key]
    return thing


def _title(source: Pdf) -> str:
    return str(source.docinfo.get("/Title", ""))


# Pages, and what they draw with.


@dataclass(slots=True)
class _Stock:
    """What pages draw with, fonts above all. What several parts have in common is stored once."""

    known: dict[bytes, Object] = field(default_factory=dict)
    kept: dict[tuple[int, int], Object] = field(default_factory=dict)

    def shared(self, thing: Object) -> Object:
        """Return the first of all things that equal this one, down to the last byte."""
        if thing.objgen in self.kept:
            return self.kept[thing.objgen]
        if thing.is_indirect:
            self.kept[thing.objgen] = thing  # for a thing that holds itself
        if b" R" in _unparsed(thing):
            for key in range(len(thing)) if isinstance(thing, Array) else list(thing.keys()):
                if isinstance(thing[key], Array | Dictionary | Stream):
                    thing[key] = self.shared(thing[key])
        if not thing.is_indirect:
            return thing
        _tag_font(thing)
        content = sha256(thing.read_raw_bytes()).digest() if isinstance(thing, Stream) else b""
        first = self.known.setdefault(_unparsed(thing) + content, thing)
        self.kept[thing.objgen] = first
        return first


@dataclass(frozen=True, slots=True)
class _Packet:
    """What has been bound so far."""

    pdf: Pdf
    document: Object  # the structure element that all others stand below
    bookmarks: list[Object] = field(default_factory=list)
    parents: list[Object] = field(default_factory=list)  # the parent tree, by number
    ids: dict[str, Object] = field(default_factory=dict)
    roles: dict[str, Object] = field(default_factory=dict)
    classes: dict[str, Object] = field(default_factory=dict)
    destinations: dict[str, Object] = field(default_factory=dict)
    layers: list[Object] = field(default_factory=list)
    intents: dict[bytes, Object] = field(default_factory=dict)
    stock: _Stock = field(default_factory=_Stock)


def _begun() -> _Packet:
    pdf = Pdf.new()
    return _Packet(pdf, pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array())))


def _add(packet: _Packet, part: Part, source: Pdf, number: int) -> None:
    if part.foreign or "/AcroForm" in source.Root:
        _clean(source)
    first = len(packet.pdf.pages)
    _append(packet.pdf, source.pages)
    pages = packet.pdf.pages[first:]
    rest = _rest(packet.pdf, source)
    if "/StructTreeRoot" in rest:
        _keep_tags(packet, part, pages, rest.StructTreeRoot, number)
    else:
        _make_figures(packet, part, pages)
    bookmarks = list(_siblings(_held(rest, "/Outlines")))
    _keep_destinations(packet, rest, [*_links(pages), *_all(bookmarks)])
    _hang_bookmarks(packet, part, pages[0], bookmarks, _title(source))
    if "/OCProperties" in rest:
        packet.layers.append(rest.OCProperties)
    if not part.foreign:
        _keep_once(packet, pages, rest)


def _rest(pdf: Pdf, source: Pdf) -> Object:
    """Copy what belongs to a document, not to a page; after its pages, to which it refers."""
    root = source.Root
    rest = {key: root[key] for key in ("/Outlines", "/Dests", "/OCProperties", "/OutputIntents") if key in root}
    if "/K" in _held(root, "/StructTreeRoot") and _held(root, "/MarkInfo").get("/Marked"):
        rest["/StructTreeRoot"] = root.StructTreeRoot
    if "/Dests" in _held(root, "/Names"):
        rest["/Names"] = root.Names.Dests
    return pdf.copy_foreign(source.make_indirect(Dictionary(rest)))


def _keep_once(packet: _Packet, pages: Iterable[Page], rest: Object) -> None:
    for page in pages:
        page.obj.Resources = packet.stock.shared(_held(page.obj, "/Resources"))
    for intent in rest.get("/OutputIntents", Array()):
        packet.stock.shared(intent)
        packet.intents.setdefault(_unparsed(intent), intent)


def _append(pdf: Pdf, pages: Iterable[Page]) -> None:
    for page in pages:
        pdf.pages.append(page)  # extend would warn of names that we take along ourselves


def _unparsed(thing: Object) -> bytes:
    return (thing.stream_dict if isinstance(thing, Stream) else thing).unparse(resolved=True)


def _tag_font(thing: Object) -> None:
    """Name a subset of a font after its bytes: different subsets have different tags (ISO 32000-1, 9.6.4).

    WeasyPrint 70.0 names it after the whole font, so that the subsets of two files bear the same name.
    """
    if not isinstance(thing, Dictionary):
        return
    if "/FontName" in thing and _SUBSET.match(str(thing.FontName)):
        for program in (thing[key] for key in ("/FontFile", "/FontFile2", "/FontFile3") if key in thing):
            digest = sha256(program.read_raw_bytes()).digest()
            tag = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
            thing.FontName = Name(f"/{tag}+{str(thing.FontName)[8:]}")
    elif "/BaseFont" in thing and "/FontDescriptor" in thing:
        thing.BaseFont = thing.FontDescriptor.FontName
    elif "/DescendantFonts" in thing and "/FontDescriptor" in thing.DescendantFonts[0]:
        thing.BaseFont = thing.DescendantFonts[0].BaseFont


def _fill(pdf: Pdf, pages: int) -> None:
    """Add blank pages, as large as the page before them, until there are so many."""
    while len(pdf.pages) < pages:
        pdf.add_blank_page(page_size=_seen(pdf.pages[-1]))


def _seen(page: Page) -> Size:
    """Return width and height of a page as it is seen, in pt."""
    box, unit = _box(page), float(page.get("/UserUnit", 1))
    width, height = box.width * unit, box.height * unit
    return (height, width) if _turn(page) in (90, 270) else (width, height)


def _box(page: Page) -> Rectangle:
    return Rectangle(page.cropbox) & Rectangle(page.mediabox)


def _turn(page: Page) -> int:
    return int(page.get("/Rotate", 0)) // 90 * 90 % 360


def _enclose(page: Page, before: str, after: str) -> None:
    page.contents_add(f"{before}\n".encode(), prepend=True)
    page.contents_add(f"\n{after}\n".encode())


# Tags.


def _keep_tags(packet: _Packet, part: Part, pages: Sequence[Page], tree: Object, number: int) -> None:
    parents = dict(NumberTree(tree.ParentTree).items()) if "/ParentTree" in tree else {}
    for carrier in _carriers(pages):
        for key in ("/StructParent", "/StructParents"):
            if key in carrier:
                _place(packet, carrier, key, parents.get(int(carrier[key])))
    roles = _merged(packet.roles, dict(_held(tree, "/RoleMap").items()))
    classes = _merged(packet.classes, dict(_held(tree, "/ClassMap").items()))
    for element in _elements(tree):
        _make_unique(packet, element, f"{number}-")
        if roles:
            element.S = _renamed(element.S, roles)
        if classes and "/C" in element:
            element.C = _renamed(element.C, classes)
    packet.document.K.append(_part(packet, part, tree))


def _part(packet: _Packet, part: Part, tree: Object) -> Object:
    """Return the element that holds all of a part; its own Document becomes it."""
    elements = [kid for kid in _kids(tree) if isinstance(kid, Dictionary)]
    if [str(element.S) for element in elements] == ["/Document"]:
        element: Object = elements[0]
        element.S = Name.Part
    else:
        element = packet.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Part, K=Array(elements)))
        for each in elements:
            each.P = element
    element.P, element.Lang = packet.document, String(part.language)
    return element


def _place(packet: _Packet, carrier: Object, key: str, parent: Object | None) -> None:
    """Give what carries content, or an annotation, its place in the parent tree; none when nothing is known of it."""
    if parent is None:
        del carrier[key]
    else:
        carrier[key] = len(packet.parents)
        packet.parents.append(parent)


def _make_unique(packet: _Packet, element: Object, prefix: str) -> None:
    if "/ID" in element:
        element.ID = String(prefix + str(element.ID))
        packet.ids[str(element.ID)] = element
    if "/A" in element:
        for attributes in element.A if isinstance(element.A, Array) else [element.A]:
            if isinstance(attributes, Dictionary) and "/Headers" in attributes:
                attributes.Headers = Array([String(prefix + str(header)) for header in attributes.Headers])


def _renamed(named: Object, names: Mapping[str, str]) -> Object:
    if isinstance(named, Array):
        return Array([_renamed(each, names) for each in named])
    return Name(names.get(str(named), str(named))) if isinstance(named, Name) else named


def _make_figures(packet: _Packet, part: Part, pages: Sequence[Page]) -> None:
    """Tag each page of a part without tags as one picture, named by the part's title and its number within it."""
    for carrier in _carriers(pages):
        _cut(carrier, "/StructParent", "/StructParents")
    element = Dictionary(Type=Name.StructElem, S=Name.Part, P=packet.document, Lang=part.language, K=Array())
    packet.document.K.append(packet.pdf.make_indirect(element))
    for number, page in enumerate(pages, start=1):
        mark = _free_mark(page)
        _enclose(page, f"/Figure <</MCID {mark}>> BDC\nq", "Q\nEMC")
        alt = f"{part.title} ({number}/{len(pages)})" if len(pages) > 1 else part.title
        figure = Dictionary(Type=Name.StructElem, S=Name.Figure, P=packet.document.K[-1], Pg=page.obj, K=mark, Alt=alt)
        figure.A = Dictionary(O=Name.Layout, BBox=_box(page).as_array())
        element.K.append(packet.pdf.make_indirect(figure))
        _place(packet, page.obj, "/StructParents", Array([*[None] * mark, figure]))


def _free_mark(page: Page) -> int:
    """Return a number that no marked content of a page has, for marks may be left over from tags that are gone."""
    used, properties = [-1], _held(page.obj, "/Resources", "/Properties")
    for each in pikepdf.parse_content_stream(page, "BDC"):
        marked = each.operands[1]
        marked = _held(properties, str(marked)) if isinstance(marked, Name) else marked
        used.append(int(marked.get("/MCID", -1)))
    return max(used) + 1


def _carriers(pages: Iterable[Page]) -> Iterator[Object]:
    """Go through all that may name a place in the parent tree, each once: pages, annotations and what pages draw."""
    waiting: list[Object] = [page.obj for page in pages]
    met: set[tuple[int, int]] = set()
    while waiting:
        carrier = waiting.pop(0)
        if carrier.is_indirect and carrier.objgen in met:
            continue
        met.add(carrier.objgen)
        yield carrier
        waiting.extend(carrier.get("/Annots", Array()))
        waiting.extend(drawn for _, drawn in _held(carrier, "/Resources", "/XObject").items())


def _elements(tree: Object) -> Iterator[Object]:
    """Go through all structure elements, each once."""
    waiting = [tree]
    met: set[tuple[int, int]] = set()
    while waiting:
        for kid in _kids(waiting.pop()):
            if isinstance(kid, Dictionary) and "/S" in kid and kid.objgen not in met:
                if kid.is_indirect:
                    met.add(kid.objgen)
                waiting.append(kid)
                yield kid


def _kids(element: Object) -> list[Object]:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


# Names, destinations and bookmarks.


def _merged(taken: dict[str, Object], own: Mapping[str, Object]) -> dict[str, str]:
    """Add a part's names to those of the parts before it; return new ones for those that mean something else there."""
    names: dict[str, str] = {}
    for name, meaning in own.items():
        if name in taken and taken[name].unparse() != meaning.unparse():
            names[name] = _free(name, {*taken, *own})
        taken[names.get(name, name)] = meaning
    return names


def _free(name: str, taken: Collection[str]) -> str:
    return next(new for number in count(2) if (new := f"{name}-{number}") not in taken)


def _keep_destinations(packet: _Packet, rest: Object, leading: Iterable[Object]) -> None:
    """Keep all names that links and bookmarks lead to, under another name where a part before has the same."""
    own = {str(name): place for name, place in NameTree(rest.Names).items()} if "/Names" in rest else {}
    own |= {name.removeprefix("/"): place for name, place in _held(rest, "/Dests").items()}
    names = _merged(packet.destinations, own)
    for holder, key in [(each, "/Dest") for each in leading] + [(_held(each, "/A"), "/D") for each in leading]:
        target = holder.get(key)
        if isinstance(target, Name | String):
            name = str(target).removeprefix("/") if isinstance(target, Name) else str(target)
            holder[key] = String(names.get(name, name))


def _links(pages: Iterable[Page]) -> list[Object]:
    return [annotation for page in pages for annotation in page.get("/Annots", Array())]


def _hang_bookmarks(packet: _Packet, part: Part, page: Page, bookmarks: Sequence[Object], title: str) -> None:
    """Hang a part's bookmarks below its own, which takes the place of one that names the whole part already."""
    if len(bookmarks) == 1 and _squeezed(str(bookmarks[0].Title)) in (_squeezed(part.title), _squeezed(title)):
        item = bookmarks[0]
        bookmarks = list(_siblings(item))
    else:
        item = packet.pdf.make_indirect(Dictionary(Dest=Array([page.obj, Name.Fit])))
    item.Title = String(part.title)
    item.Count = -_chain(item, bookmarks)  # closed, for all parts to be seen at once
    packet.bookmarks.append(item)


def _squeezed(title: str) -> str:
    return " ".join(title.split()).casefold()


def _chain(above: Object, items: Sequence[Object]) -> int:
    """Link bookmarks to each other and to the one above; return how many are seen when that one is open."""
    if items:
        above.First, above.Last = items[0], items[-1]
    for number, item in enumerate(items):
        item.Parent = above
        if number:
            item.Prev, items[number - 1].Next = items[number - 1], item
    return sum(1 + max(0, int(item.get("/Count", 0))) for item in items)


def _all(bookmarks: Iterable[Object]) -> Iterator[Object]:
    for bookmark in bookmarks:
        yield bookmark
        yield from _all(_siblings(bookmark))


def _siblings(above: Object) -> Iterator[Object]:
    item, met = above.get("/First"), set()
    while isinstance(item, Dictionary) and item.objgen not in met:
        met.add(item.objgen)
        yield item
        item = item.get("/Next")


# Foreign PDFs.


def _clean(source: Pdf) -> None:
    """Make of a PDF what would be printed of it, and its links; no scripts, attachments, form fields or notes stay."""
    for page in source.pages:
        _balance(page)
    _flatten(source)
    gone = set()
    for page in source.pages:
        links = [each for each in _links([page]) if each.get("/Subtype") == Name.Link and _is_harmless(each)]
        gone |= {each.objgen for each in _links([page])} - {each.objgen for each in links}
        page.obj.Annots = Array(links)
        _strip(page.obj, _OF_A_PAGE)
        for link in links:
            _strip(link, _OF_A_LINK)
    _prune(_held(source.Root, "/StructTreeRoot"), gone)
    for bookmark in _all(_siblings(_held(source.Root, "/Outlines"))):
        if not _is_harmless(bookmark):
            del bookmark["/A"]


def _flatten(source: Pdf) -> None:
    """Draw on the pages what forms and notes show in print."""
    if _held(source.Root, "/AcroForm").get("/NeedAppearances"):
        source.generate_appearance_streams()
    source.flatten_annotations("print")
    _cut(source.Root, "/AcroForm")


def _balance(page: Page) -> None:
    """Close what a page leaves open and open what it closes once too often, so that it can be enclosed."""
    steps = [str(each.operator) for each in pikepdf.parse_content_stream(page, "q Q BMC BDC EMC")]
    saves = _lacking(1 if step == "q" else -1 for step in steps if step in "qQ")
    marks = _lacking(-1 if step == "EMC" else 1 for step in steps if step not in "qQ")
    if any(saves + marks):
        before = ["/Span BMC"] * marks[0] + ["q"] * saves[0]
        _enclose(page, "\n".join(before), "\n".join(["Q"] * saves[1] + ["EMC"] * marks[1]))


def _lacking(steps: Iterable[int]) -> tuple[int, int]:
    """Return how many times must be opened before, and closed after, what opens (1) and closes (-1) so."""
    depth = least = 0
    for step in steps:
        depth += step
        least = min(least, depth)
    return -least, depth - least


def _is_harmless(holder: Object) -> bool:
    """Say whether a link or bookmark only leads somewhere, and see to it that nothing follows."""
    action = _held(holder, "/A")
    _cut(action, "/Next")
    return action.get("/S", Name.GoTo) in (Name.GoTo, Name.URI)


def _strip(thing: Object, keys: Collection[str]) -> None:
    _cut(thing, *(key for key in list(thing.keys()) if key not in keys))


def _prune(tree: Object, gone: Collection[tuple[int, int]]) -> None:
    """Take out of the tags what leads to annotations that are gone, and files that elements bring along."""
    for element in [tree, *_elements(tree)]:
        _cut(element, "/AF")
        kids = _kids(element)
        left = [kid for kid in kids if not (isinstance(kid, Dictionary) and _held(kid, "/Obj").objgen in gone)]
        if len(left) < len(kids):
            element.K = Array(left)


def _layers(parts: Iterable[Object]) -> Object:
    """Return layers that are as visible as they were in their parts."""
    groups, hidden, events = Array(), Array(), Array()
    for part in parts:
        own, default = list(part.get("/OCGs", Array())), _held(part, "/D")
        shown = {group.objgen for group in default.get("/ON", Array())}
        groups.extend(own)
        if default.get("/BaseState") == Name.OFF:
            hidden.extend(group for group in own if group.objgen not in shown)
        hidden.extend(default.get("/OFF", Array()))
        events.extend(default.get("/AS", Array()))
    return Dictionary(OCGs=groups, D=Dictionary(OFF=hidden, AS=events))


# Page numbers, and what the whole says of itself.


def _number(packet: _Packet, numbers: Pdf) -> None:
    pages = list(packet.pdf.pages)
    if len(pages) != len(numbers.pages):
        raise BindingError(f"there are {len(numbers.pages)} page numbers for {len(pages)} pages")
    forms = numbers.make_indirect(Array([_form(numbers, page) for page in numbers.pages]))
    for page, form in zip(pages, packet.pdf.copy_foreign(forms), strict=True):
        form.Resources = packet.stock.shared(form.Resources)
        resources = _like(_held(page.obj, "/Resources"))  # several pages may have the same
        drawn = _like(_held(resources, "/XObject"))
        name = _free("/Number", set(drawn.keys()))
        drawn[name] = form
        resources.XObject, page.obj.Resources = drawn, resources
        matrix = " ".join(f"{value:.6f}" for value in _matrix(page, form.BBox))
        _enclose(page, "q", f"Q\n/Artifact <</Type /Pagination>> BDC\nq {matrix} cm {name} Do Q\nEMC")


def _like(thing: Object) -> Dictionary:
    return Dictionary(dict(thing.items()))


def _form(numbers: Pdf, page: Page) -> Stream:
    """Make of a page something to draw, without its tags."""
    marks = {"BMC", "BDC", "EMC", "MP", "DP"}
    untagged = [each for each in pikepdf.parse_content_stream(page) if str(each.operator) not in marks]
    form = Stream(numbers, pikepdf.unparse_content_stream(untagged))
    form.Type, form.Subtype, form.BBox, form.Resources = Name.XObject, Name.Form, page.mediabox, page.resources
    return form


def _matrix(page: Page, number: Object) -> tuple[float, ...]:
    """Return the matrix that puts a page number upright on a page as it is seen, foot on foot and centred."""
    (left, bottom), (right, top) = _box(page).lower_left, _box(page).upper_right
    unit = 1 / float(page.get("/UserUnit", 1))
    start, foot, end, _ = (float(value) * unit for value in number)
    x, y = (_seen(page)[0] * unit - start - end) / 2, -foot
    return {
        0: (unit, 0, 0, unit, left + x, bottom + y),
        90: (0, unit, -unit, 0, right - y, bottom + x),
        180: (-unit, 0, 0, -unit, right - x, top - y),
        270: (0, -unit, unit, 0, left + y, top - x),
    }[_turn(page)]


def _close(packet: _Packet, language: str) -> None:
    pdf, root = packet.pdf, packet.pdf.Root
    root.Lang = String(language)
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(
        DisplayDocTitle=True, PrintScaling=Name("/None"), Duplex=Name.DuplexFlipLongEdge
    )
    root.StructTreeRoot = packet.document.P = _tree(packet)
    root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    root.Outlines.Count = _chain(root.Outlines, packet.bookmarks)
    if packet.destinations:
        root.Names = Dictionary(Dests=_name_tree(pdf, packet.destinations))
    if packet.layers:
        root.OCProperties = _layers(packet.layers)


def _tree(packet: _Packet) -> Object:
    tree = Dictionary(Type=Name.StructTreeRoot, K=Array([packet.document]), ParentTreeNextKey=len(packet.parents))
    numbered = Array([value for pair in enumerate(packet.parents) for value in pair])
    tree.ParentTree = packet.pdf.make_indirect(Dictionary(Nums=numbered))
    if packet.ids:
        tree.IDTree = _name_tree(packet.pdf, packet.ids)
    if packet.roles:
        tree.RoleMap = Dictionary(packet.roles)
    if packet.classes:
        tree.ClassMap = Dictionary(packet.classes)
    return packet.pdf.make_indirect(tree)


def _name_tree(pdf: Pdf, named: Mapping[str, Object]) -> Object:
    tree = NameTree.new(pdf)
    for name, value in sorted(named.items()):
        tree[name] = value
    return tree.obj


def _conforms(source: Pdf) -> bool:
    """Say whether a part claims to be PDF/A-2a and PDF/UA-1 and stays it, which one with fields to fill in does not."""
    metadata = source.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
    return "/AcroForm" not in source.Root and all(metadata.get(name) == value for name, value in _CLAIMS.items())


def _describe(packet: _Packet, title: str, conforming: Pdf | None) -> None:
    """Write the metadata: those of a part that conforms, but for what describes the part alone, or the bare title."""
    if conforming is not None:
        packet.pdf.Root.Metadata = packet.pdf.copy_foreign(conforming.Root.Metadata)
        packet.pdf.Root.OutputIntents = Array(packet.intents.values())
    _retitle(packet.pdf, title)


def _retitle(pdf: Pdf, title: str) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        for name in _OF_THE_PARTS:
            if name in metadata:
                del metadata[name]
        metadata["dc:title"] = title


def _written(pdf: Pdf, version: str) -> bytes:
    file, mode = BytesIO(), pikepdf.ObjectStreamMode.generate
    pdf.save(file, min_version=max(version, VERSION), object_stream_mode=mode, deterministic_id=True)
    return file.getvalue()
