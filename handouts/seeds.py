"""Reads seeds/ and the interface texts into Content; what is wrong goes to the report, and the rest is still read."""

from collections.abc import Iterator, Mapping

from handouts import documents as document_records
from handouts.content import Block, Content, Insert, Message, Packet, Section, Term, Topic, Value
from handouts.documents import Claim
from handouts.kinds import KINDS, MOST_LINES, Field, Holds, Kind
from handouts.problems import Position, Report
from handouts.project import Missing, Project
from handouts.source import Fields, Items, Node, Table, Text, is_name, near, read

INTERFACE = "interface.yaml"
USUAL_PAGES, MOST_PAGES = 2, 40


def load(project: Project, report: Report) -> Content:
    """Read all of seeds/ and the interface texts; whatever is wrong goes to the report."""
    documents = document_records.load(project, report)
    claims = {claim.reference: claim for document in documents.values() for claim in document.claims.values()}
    read_terms = _terms(project, claims, report)
    read_blocks = _blocks(project, claims, read_terms, report)
    topics = _topics(project, read_blocks, report)
    terms = {name: term for name, term in read_terms.items() if term is not None}
    blocks = {name: block for name, block in read_blocks.items() if block is not None}
    if not any(project.seeds("topics")):
        report.error(Position("seeds/topics"), "there is no topic", "no-topic", "write seeds/topics/<name>.yaml")
    return Content(documents, terms, blocks, topics, _interface(project, report), _packets(project, topics, report))


def _terms(project: Project, claims: Mapping[str, Claim], report: Report) -> dict[str, Term | None]:
    """Read the glossary by id; a term that has a problem is None, so that blocks that name it are not blamed for it."""
    path = project.root / "seeds" / "glossary.yaml"
    table = read(path, project.shown(path), report) if path.is_file() else None
    terms: dict[str, Term | None] = {}
    for name, fields in Fields(table, report).named_entries() if table else ():
        term, definition = fields.text("term"), fields.text("definition")
        forms = fields.texts("also", required=False)
        rests_on = _claims(fields, claims, report, required=True)
        fields.close()
        terms[name.value] = None
        if term and definition:
            terms[name.value] = Term(
                name.value,
                Message(f"term/{name}", term, "glossary term"),
                Message(f"term/{name}/definition", definition, f"plain definition of the term '{term}'", prose=True),
                tuple(form.value for form in forms),
                rests_on,
                name.position,
            )
    return terms


def _claims(fields: Fields, known: Mapping[str, Claim], report: Report, *, required: bool) -> tuple[Claim, ...]:
    names = fields.texts("claims", required=required)
    for name in names:
        if name.value not in known:
            report.error(name.position, f"unknown claim '{name}'", "claim", near(name.value, known))
    return tuple(known[name.value] for name in names if name.value in known)


def _blocks(
    project: Project, claims: Mapping[str, Claim], terms: Mapping[str, Term | None], report: Report
) -> dict[str, Block | None]:
    """Read all blocks by id; one that has a problem is None, so that topics that name it are not blamed for it."""
    blocks: dict[str, Block | None] = {}
    places: dict[str, Position] = {}
    for path, shown in project.seeds("blocks"):
        table = read(path, shown, report)
        for name, fields in Fields(table, report).named_entries() if table else ():
            first = places.setdefault(name.value, name.position)
            if first != name.position:
                report.error(name.position, f"there are two blocks '{name}'", "duplicate-block", f"first at {first}")
            else:
                blocks[name.value] = _block(name, fields, claims, terms, report)
    return blocks


def _block(
    name: Text, fields: Fields, claims: Mapping[str, Claim], terms: Mapping[str, Term | None], report: Report
) -> Block | None:
    kind_name = fields.text("kind")
    if kind_name is None:
        return None
    kind = KINDS.get(kind_name.value)
    if kind is None:
        hint = near(kind_name.value, KINDS)
        report.error(kind_name.position, f"unknown kind of block '{kind_name}'", "block-kind", hint)
        return None
    before = len(report)
    rests_on = _claims(fields, claims, report, required=kind.states_facts)
    address = f"block/{name}"
    values = _values(kind.fields, fields, address)
    items = tuple(_items(kind, fields, address, report)) if kind.item else ()
    missing, safety = fields.choice("missing", Missing), fields.switch("safety")
    if safety and missing is Missing.OMIT:
        report.error(fields.table.values["missing"].position, "a block of safety is never left out", "safety")
    fields.close()
    _even(kind, fields, report)
    term = values.get("term")
    if isinstance(term, Text) and term.value not in terms:
        report.error(term.position, f"unknown glossary term '{term}'", "term", near(term.value, terms))
    if len(report) > before or (isinstance(term, Text) and terms[term.value] is None):
        return None
    return Block(name.value, kind_name.value, values, items, rests_on, name.position, missing, safety)


def _items(kind: Kind, fields: Fields, address: str, report: Report) -> Iterator[dict[str, Value]]:
    for number, node in enumerate(fields.items(kind.items), start=1):
        item = _item(kind, node, report)
        yield _values(kind.item, item, f"{address}/{number}")
        item.close()


def _item(kind: Kind, node: Node, report: Report) -> Fields:
    """Take an item apart; a bare one counts as a mapping with its single field."""
    if kind.bare_item and not isinstance(node, Table):
        node = Table({kind.bare_item: node}, {kind.bare_item: node.position}, node.position)
    if not isinstance(node, Table):
        report.error(node.position, "this must be a mapping of names to values", "shape")
        node = Table({}, {}, node.position)
    return Fields(node, report)


def _even(kind: Kind, fields: Fields, report: Report) -> None:
    """Report each row of a table that has not as many cells as the table has columns, and each empty cell."""
    columns = fields.table.values.get("columns")
    rows = fields.table.values.get(kind.items)
    if not isinstance(columns, Items) or not isinstance(rows, Items):
        return
    cells = [row.values.get("cells") if isinstance(row, Table) else row for row in rows.values]
    for row in (columns, *(row for row in cells if isinstance(row, Items))):
        if len(row.values) != len(columns.values):
            text = f"a row of {len(row.values)} cells in a table of {len(columns.values)} columns"
            report.error(row.position, text, "table-row")
        for cell in row.values:
            if isinstance(cell, Text) and not cell.value:
                hint = "name every column; a dash (–) stands in a cell that has nothing to say"
                report.error(cell.position, "an empty cell in a table", "table-row", hint)


def _values(wanted: tuple[Field, ...], fields: Fields, address: str) -> dict[str, Value]:
    return {field.name: value for field in wanted if (value := _value(field, fields, address)) is not None}


def _value(field: Field, fields: Fields, address: str) -> Value | None:
    match field.holds:
        case Holds.COUNT:
            return fields.number(field.name, least=1, most=MOST_LINES)
        case Holds.SWITCH:
            return fields.switch(field.name)
        case Holds.CELLS:
            below = address if field.name == "cells" else f"{address}/{field.name}"
            cells = enumerate(fields.texts(field.name), start=1)
            return tuple(Message(f"{below}/{number}", cell, field.note, prose=True) for number, cell in cells)
    text = fields.text(field.name, required=field.required)
    if text is None or not text.value:
        return None
    if field.holds in (Holds.PICTURE, Holds.TERM):
        return text
    full = address if field.name == "text" else f"{address}/{field.name}"
    return Message(full, text, field.note, prose=field.holds is Holds.PROSE)


def _topics(project: Project, blocks: Mapping[str, Block | None], report: Report) -> dict[str, Topic]:
    topics = {}
    for path, shown in project.seeds("topics"):
        table = read(path, shown, report) if is_name(Text(path.stem, Position(shown)), report) else None
        if table is not None and (topic := _topic(path.stem, Fields(table, report), blocks, report)):
            topics[topic.slug] = topic
    return topics


def _topic(slug: str, fields: Fields, blocks: Mapping[str, Block | None], report: Report) -> Topic | None:
    title, theme, lede = fields.text("title"), fields.text("theme"), fields.text("lede")
    date = fields.date("date")
    pages = fields.number("pages", least=1, most=MOST_PAGES, required=False) or USUAL_PAGES
    before = len(report)
    key_points = _selected(fields.texts("key_points"), blocks, report)
    sections = tuple(
        section
        for number, part in enumerate(fields.tables("sections"), start=1)
        if (section := _section(f"topic/{slug}/heading/{number}", part, blocks, report))
    )
    fields.close()
    if title is None or theme is None or lede is None or date is None or len(report) > before:
        return None
    return Topic(
        slug,
        date,
        Message(f"topic/{slug}/title", title, "title of a leaflet"),
        Message(f"topic/{slug}/theme", theme, "theme, in small letters above the title"),
        Message(f"topic/{slug}/lede", lede, "sentence under the title"),
        key_points,
        sections,
        pages,
        fields.position,
    )


def _section(address: str, fields: Fields, blocks: Mapping[str, Block | None], report: Report) -> Section | None:
    heading, chosen = fields.text("heading"), fields.texts("blocks")
    fields.close()
    if heading is None:
        return None
    return Section(Message(address, heading, "heading of a section, short"), _selected(chosen, blocks, report))


def _packets(project: Project, topics: Mapping[str, Topic], report: Report) -> dict[str, Packet]:
    packets = {}
    for path, shown in project.seeds("packets"):
        table = read(path, shown, report) if is_name(Text(path.stem, Position(shown)), report) else None
        if table is not None and (packet := _packet(path.stem, Fields(table, report), project, topics, report)):
            packets[packet.slug] = packet
    return packets


def _packet(slug: str, fields: Fields, project: Project, topics: Mapping[str, Topic], report: Report) -> Packet | None:
    title, chosen = fields.text("title"), fields.texts("topics")
    before = len(report)
    known = {path.stem for path, _ in project.seeds("topics")}
    if slug in known:
        report.error(fields.position, f"a topic is called '{slug}' too", "packet", "give the packet another name")
    for number, name in enumerate(chosen):
        if name.value not in known:
            report.error(name.position, f"unknown topic '{name}'", "topic", near(name.value, topics))
        elif name.value in [other.value for other in chosen[:number]]:
            report.error(name.position, f"'{name}' stands in the packet twice", "topic")
    inserts = tuple(_inserts(fields, project, [name.value for name in chosen], report))
    fields.close()
    if title is None or len(report) > before:
        return None
    message = Message(f"packet/{slug}/title", title, "title of a packet of leaflets, on its cover")
    names = tuple(name.value for name in chosen if name.value in topics)
    return Packet(slug, message, names, inserts, fields.position)


def _inserts(fields: Fields, project: Project, chosen: list[str], report: Report) -> Iterator[Insert]:
    for each in fields.tables("inserts", required=False):
        file, title, after = each.text("file"), each.text("title"), each.text("after", required=False)
        each.close()
        if after is not None and after.value not in chosen:
            report.error(after.position, f"'{after}' is not in the packet", "topic", near(after.value, chosen))
        elif file is not None and not _is_inside(project, file.value):
            hint = "name it from the project's folder, such as inserts/map.pdf"
            report.error(file.position, f"there is no file '{file}' in the project", "insert", hint)
        elif file is not None and title is not None:
            yield Insert(file, title, after.value if after else chosen[-1] if chosen else "")


def _is_inside(project: Project, name: str) -> bool:
    path = (project.root / name).resolve()
    return path.is_file() and path.is_relative_to(project.root.resolve())


def _selected(names: tuple[Text, ...], blocks: Mapping[str, Block | None], report: Report) -> tuple[Block, ...]:
    for name in names:
        if name.value not in blocks:
            report.error(name.position, f"unknown block '{name}'", "block", near(name.value, blocks))
    return tuple(block for name in names if (block := blocks.get(name.value)))


def _interface(project: Project, report: Report) -> dict[str, Message]:
    path = project.template(INTERFACE)
    table = read(path, project.shown(path), report) if path else None
    texts = {}
    for name, fields in Fields(table, report).entries() if table else ():
        text, note = fields.text("text"), fields.text("note")
        fields.close()
        if text and note:
            texts[name.value] = Message(f"interface/{name}", text, note.value)
    return texts
