"""What becomes of PDFs that are bound to one packet, read from the packet."""

import io
from dataclasses import replace
from functools import cache

import page
import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, Pdf, String

from handouts.binding import BindingError, Part, bind, inspect, plan, repeat
from handouts.typeset import plain
from tests.conftest import make_job
from tests.structure import bookmarks, links, table_headers, tree
from tests.test_pdf import DIFFERENT

MM = 25.4 / 72
TABLE = "<table><tr><th>{}</th><th>{}</th></tr><tr><td>{}</td><td>{}</td></tr></table>"
WATER = "<h1>A test</h1><h2>Water</h2><p>Drink it.</p>" + TABLE.format("Drink", "Cups", "water", "eight")
ARABIC = '<h1>الماء</h1><p>اشرب <span lang="en">WHO</span></p>' + TABLE.format("شراب", "أكواب", "ماء", "٨")
TEA = '<h1>Tea</h1><p>See <a href="#boil">how to boil</a> it.</p><h2 id="boil" style="break-before: page">Boil</h2>'
PARTS = {"water": (WATER, "en"), "tea": (TEA, "en"), "arabic": (ARABIC, "ar")}
META = '<meta name="description" content="Only a part"><meta name="dcterms.created" content="2026-01-02"><title>'
BARE = "#closing, #note-2 { display: none }"
NUMBERS = "p { height: 78mm; margin: 0; padding-top: 70mm; text-align: center; box-sizing: border-box }"


@cache
def made(name):
    """Make a leaflet."""
    body, lang = PARTS[name]
    job = make_job(body, BARE, lang=lang)
    done = plain(replace(job, html=job.html.replace("<title>", META)))
    assert (done.problems, done.pages) == ((), 2 if name == "tea" else 1)
    return done.pdf


@cache
def numbered(pages):
    """Make the PDF of page numbers, one of them on each page."""
    done = plain(make_job("".join(f"<p>{number}</p>" for number in range(1, pages + 1)), BARE + NUMBERS))
    assert (done.problems, done.pages) == ((), pages)
    return done.pdf


def part(name, title=None, **more):
    return Part(made(name), title or name, PARTS[name][1], **more)


def bound(*parts, **more):
    """Bind parts to a packet."""
    return bind(parts, **{"title": "Your packet", "language": "en", **more})


def opened(packet):
    return pikepdf.open(io.BytesIO(packet if isinstance(packet, bytes) else packet.pdf))


def texts(packet):
    """Return the text of each page."""
    pages = pypdfium2.PdfDocument(packet if isinstance(packet, bytes) else packet.pdf)
    return [" ".join(each.get_textpage().get_text_bounded().split()) for each in pages]


def foreign(*contents, change=None, box=(0, 0, 612, 792), **saved):
    """Make a PDF without tags, as a clinic might have one, with a page for each content."""
    pdf = Pdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for content in contents:
        pdf.add_blank_page()
        leaf = pdf.pages[-1]
        leaf.mediabox = Array(box)
        leaf.Contents = pdf.make_stream(content)
        leaf.Resources = Dictionary(Font=Dictionary(F=font))
    if change:
        change(pdf)
    file = io.BytesIO()
    pdf.save(file, **saved)
    return file.getvalue()


def says(text):
    return f"BT /F 24 Tf 72 700 Td ({text}) Tj ET".encode()


def clinics(*contents, **more):
    return Part(foreign(*contents, **more), "Parking", "en", foreign=True)


def standards_of(packet):
    """Return what fails in a packet, by standard."""
    return {
        profile: {str(failure.rule_id) for failure in page.validate_pdf_bytes(packet.pdf, profile=profile).failures}
        - DIFFERENT
        for profile in ("ua1", "2a")
    }


def marks_on(pdf):
    """Return (page, number) of all marked content that is drawn."""
    return [
        (number, int(each.operands[1].MCID))
        for number, leaf in enumerate(pdf.pages)
        for each in pikepdf.parse_content_stream(leaf, "BDC")
        if "/MCID" in each.operands[1]
    ]


# Which page is where


@pytest.mark.parametrize(
    ("pages", "starts", "count"),
    [
        pytest.param([2, 2, 2], (1, 3, 5), 6, id="leaflets-of-two-pages"),
        pytest.param([1, 2], (1, 3), 4, id="blank-after-a-single-page"),
        pytest.param([3, 1], (1, 5), 6, id="blank-at-the-end"),
        pytest.param([], (), 0, id="nothing"),
    ],
)
def test_parts_start_on_right_hand_pages(pages, starts, count):
    planned = plan(pages)
    assert (planned.starts, planned.pages) == (starts, count)


def test_part_that_is_not_recto_follows_at_once():
    assert plan([1, 1, 1], recto=[True, False, True]).starts == (1, 2, 3)


def test_packet_may_end_on_a_right_hand_page():
    assert plan([2, 1], even=False).pages == 3


def test_packet_holds_its_parts_in_order_with_blank_pages_between():
    packet = bound(part("water"), part("tea"), part("water", "again"))
    assert (packet.starts, packet.pages) == ((1, 3, 5), 6)
    water, blank, tea, boil, again, end = texts(packet)
    assert "Drink it." in water and "how to boil" in tea and boil.startswith("Boil")
    assert again == water and blank == end == ""


def test_blank_page_is_as_large_as_the_page_before_it():
    wide = clinics(says("here"), change=lambda pdf: pdf.pages[0].obj.update({"/Rotate": 90}))
    sizes = inspect(bound(part("water"), wide).pdf)
    assert sizes == ((100.0, 100.0), (100.0, 100.0), (279.4, 215.9), (279.4, 215.9))


def test_plan_says_what_binding_does():
    parts = [part("tea"), part("water", recto=False), part("arabic")]
    planned = plan([len(inspect(each.pdf)) for each in parts], recto=[each.recto for each in parts])
    packet = bound(*parts)
    assert (planned.starts, planned.pages) == (packet.starts, packet.pages)


# Standards and metadata


def test_packet_of_leaflets_conforms_as_its_leaflets_do():
    packet = bound(part("water"), part("tea"), part("arabic"), numbers=numbered(6))
    assert standards_of(packet) == {"ua1": set(), "2a": set()}
    metadata = opened(packet).open_metadata()
    claims = [metadata[name] for name in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")]
    assert claims == ["2", "A", "1"]


def test_packet_with_a_foreign_part_claims_no_standard():
    pdf = opened(bound(part("water"), clinics(says("here"))))
    assert b"pdfaid" not in pdf.Root.Metadata.read_bytes() and b"pdfuaid" not in pdf.Root.Metadata.read_bytes()
    assert "/OutputIntents" not in pdf.Root and pdf.Root.MarkInfo.Marked


def test_packet_with_a_part_that_claims_nothing_claims_nothing():
    packet = bound(part("water"), Part(foreign(says("here")), "Parking", "en"))
    assert b"pdfaid" not in opened(packet).Root.Metadata.read_bytes()


def changed(name, change):
    """Change a leaflet after it was made."""
    pdf = opened(made(name))
    change(pdf)
    file = io.BytesIO()
    pdf.save(file)
    return Part(file.getvalue(), name, "en")


def test_packet_whose_parts_mean_different_colours_claims_nothing():
    def rename(pdf):
        pdf.Root.OutputIntents[0].OutputConditionIdentifier = String("another")

    pdf = opened(bound(part("water"), changed("water", rename)))
    assert b"pdfaid" not in pdf.Root.Metadata.read_bytes() and "/OutputIntents" not in pdf.Root


def test_packet_with_a_part_that_had_fields_claims_nothing():
    def ask(pdf):
        pdf.Root.AcroForm = Dictionary(Fields=Array())

    assert b"pdfaid" not in opened(bound(part("water"), changed("tea", ask))).Root.Metadata.read_bytes()


def test_packet_has_its_own_title_and_language_and_none_of_a_part():
    packet = bound(part("water"), part("tea"), title="Für <Sie> & uns", language="de")
    pdf = opened(packet)
    assert (str(pdf.docinfo.Title), str(pdf.Root.Lang)) == ("Für <Sie> & uns", "de")
    assert pdf.open_metadata()["dc:title"] == "Für <Sie> & uns"
    assert "/Subject" not in pdf.docinfo
    metadata = pdf.Root.Metadata.read_bytes()
    assert b"A test" not in metadata and b"Only a part" not in metadata


def test_metadata_can_be_read_without_unpacking_and_bear_no_date():
    packet = bound(part("water"), part("tea"))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in packet.pdf
    assert b"Date" not in packet.pdf
    assert not {"/CreationDate", "/ModDate"} & set(opened(packet).docinfo.keys())


def test_packet_is_printed_at_full_size_on_both_sides():
    pdf = opened(bound(part("water")))
    preferences = pdf.Root.ViewerPreferences
    assert preferences.DisplayDocTitle
    assert (preferences.PrintScaling, preferences.Duplex) == (Name("/None"), Name.DuplexFlipLongEdge)


def test_packet_has_one_output_intent():
    assert len(opened(bound(part("water"), part("tea"))).Root.OutputIntents) == 1


def test_same_parts_give_the_same_bytes():
    parts = [part("water"), part("arabic"), clinics(b"q " + says("here"))]
    assert bound(*parts, numbers=numbered(6)) == bound(*parts, numbers=numbered(6))


# Tags


def test_each_part_is_tagged_as_a_part_in_its_language():
    pdf = opened(bound(part("water"), part("arabic"), part("tea")))
    (document,) = tree(pdf).children
    assert document.kind == "/Document"
    assert [(each.kind, str(each.node.Lang)) for each in document.children] == [
        ("/Part", "en"),
        ("/Part", "ar"),
        ("/Part", "en"),
    ]
    assert [str(each.node.Lang) for each in document.children[1].walk() if "/Lang" in each.node] == ["ar", "en"]


def test_tags_of_a_part_are_those_that_it_had():
    before = [each.kind for each in tree(opened(made("arabic"))).walk()]
    _, after = tree(opened(bound(part("water"), part("arabic")))).children[0].children
    assert [each.kind for each in after.walk()] == ["/Part", *before[2:]]


def test_every_element_hangs_from_the_one_that_holds_it():
    pdf = opened(bound(part("water"), part("tea"), clinics(says("here")), with_role(Name.P)))
    for element in tree(pdf).walk():
        assert {child.node.P.objgen for child in element.children} <= {element.node.objgen}


def test_all_marked_content_is_in_the_structure_tree_once():
    pdf = opened(bound(part("water"), part("tea"), clinics(says("one"), says("two")), part("arabic")))
    reached = [mark for element in tree(pdf).walk() for mark in element.content]
    assert sorted(reached) == sorted(marks_on(pdf)) and reached


def test_parent_tree_leads_from_each_mark_to_its_element():
    pdf = opened(bound(part("water"), part("tea"), clinics(says("here")), part("arabic")))
    parents = dict(NumberTree(pdf.Root.StructTreeRoot.ParentTree))
    elements = {mark: element.node for element in tree(pdf).walk() for mark in element.content}
    for number, mark in marks_on(pdf):
        assert parents[int(pdf.pages[number].StructParents)][mark].objgen == elements[number, mark].objgen
    assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) == max(parents) + 1


def test_headers_of_tables_are_found_in_the_same_table():
    pdf = opened(bound(part("water"), part("arabic"), part("water", "again")))
    assert list(table_headers(pdf)) == []
    tables = [element for element in tree(pdf).walk() if element.kind == "/Table"]
    own = [{str(cell.node.ID) for cell in table.walk() if cell.kind == "/TH"} for table in tables]
    named = [
        {str(each) for cell in table.walk() if cell.kind == "/TD" for each in cell.node.A.Headers} for table in tables
    ]
    assert own == named and len(set.union(*own)) == 6


def test_every_element_with_a_name_is_found_by_it():
    pdf = opened(bound(part("water"), part("arabic")))
    named = {str(each.node.ID): each.node.objgen for each in tree(pdf).walk() if "/ID" in each.node}
    assert {name: node.objgen for name, node in NameTree(pdf.Root.StructTreeRoot.IDTree).items()} == named
    assert len(named) == 4


def test_link_is_described_and_found_from_its_tag():
    pdf = opened(bound(part("water"), part("tea"), part("tea", "again")))
    assert list(links(pdf)) == []
    parents = dict(NumberTree(pdf.Root.StructTreeRoot.ParentTree))
    annotations = [each for leaf in pdf.pages for each in leaf.get("/Annots", [])]
    assert len(annotations) == 2
    for annotation in annotations:
        element = parents[int(annotation.StructParent)]
        assert str(element.S) == "/Link"
        assert [kid.Obj.objgen for kid in element.K if isinstance(kid, Dictionary)] == [annotation.objgen]


def with_role(role, *, more=None):
    """Return a tagged PDF whose only element is a Heading, which stands for a standard role."""

    def tag(pdf):
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, RoleMap=Dictionary(Heading=role)))
        root.ClassMap = Dictionary(Wide=Dictionary(O=Name.Layout, Width=len(str(role))))
        leaf = pdf.pages[0].obj
        element = Dictionary(Type=Name.StructElem, S=Name.Heading, P=root, Pg=leaf, K=0, C=Name.Wide)
        root.K = pdf.make_indirect(element)
        root.ParentTree = Dictionary(Nums=Array([7, Array([root.K])]))
        leaf.StructParents = 7
        pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)
        if more:
            more(pdf)

    return clinics(b"/Heading <</MCID 0>> BDC " + says("here") + b" EMC", change=tag)


def test_roles_and_classes_mean_in_the_packet_what_they_mean_in_their_part():
    pdf = opened(bound(with_role(Name.P), with_role(Name.H1), with_role(Name.P)))
    root = pdf.Root.StructTreeRoot
    elements = [each.node for each in tree(pdf).walk() if "/C" in each.node]
    assert [str(root.RoleMap[str(element.S)]) for element in elements] == ["/P", "/H1", "/P"]
    assert [int(root.ClassMap[str(element.C)].Width) for element in elements] == [2, 3, 2]


def test_what_a_page_draws_is_found_from_its_tags_too():
    def draw(pdf):
        root = pdf.Root.StructTreeRoot
        drawn = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], StructParents=2)
        pdf.pages[0].Resources.XObject = Dictionary(Again=drawn, Same=drawn)
        root.ParentTree.Nums.extend([2, Array([root.K])])

    pdf = opened(bound(part("water"), with_role(Name.P, more=draw)))
    parents = NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    page, drawn = pdf.pages[2], pdf.pages[2].Resources.XObject.Again
    assert int(page.StructParents) != int(drawn.StructParents)
    assert parents[int(page.StructParents)][0].objgen == parents[int(drawn.StructParents)][0].objgen


def test_tags_lead_to_nothing_that_stayed_behind():
    def note(pdf):
        element = pdf.Root.StructTreeRoot.K
        pdf.pages[0].Annots = Array(
            [pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9]))]
        )
        element.K = Array([0, Dictionary(Type=Name.OBJR, Obj=pdf.pages[0].Annots[0])])
        element.AF = Array([Dictionary(Type=Name.Filespec, F="secret.txt")])

    pdf = opened(bound(with_role(Name.P, more=note)))
    (element,) = [each.node for each in tree(pdf).walk() if each.kind == "/Heading"]
    assert list(element.K) == [0] and "/AF" not in element


def test_tags_of_a_foreign_part_are_kept():
    pdf = opened(bound(part("water"), with_role(Name.P)))
    assert "/Figure" not in [each.kind for each in tree(pdf).walk()]
    assert sorted(marks_on(pdf)) == sorted(mark for each in tree(pdf).walk() for mark in each.content)


# Bookmarks and destinations


def test_bookmarks_of_a_part_hang_below_its_title():
    pdf = opened(bound(part("water", "Drinking"), part("tea", "How to"), title="Packet"))
    assert bookmarks(pdf) == ["Drinking", "Water", "How to", "Tea", "Boil"]
    with pdf.open_outline() as outline:
        assert [[child.title for child in item.children] for item in outline.root] == [["Water"], ["Tea"]]


def test_bookmark_of_the_whole_part_is_not_doubled():
    assert bookmarks(opened(bound(part("tea", "Tea")))) == ["Tea", "Boil"]


def test_bookmarks_lead_to_the_pages_of_their_parts():
    pdf = opened(bound(part("water"), part("tea", "How to"), part("water", "again")))
    places = {leaf.objgen: number for number, leaf in enumerate(pdf.pages, start=1)}

    def pages(items):
        for item in items:
            yield item.title, places[(item.destination or item.action.D)[0].objgen]
            yield from pages(item.children)

    with pdf.open_outline() as outline:
        found = list(pages(outline.root))
    assert found == [("water", 1), ("Water", 1), ("How to", 3), ("Tea", 3), ("Boil", 4), ("again", 5), ("Water", 5)]


def test_outline_counts_what_is_seen():
    pdf = opened(bound(part("water"), part("tea", "How to"), part("arabic")))
    root = pdf.Root.Outlines
    assert (int(root.Count), int(root.First.Count), int(root.First.Next.Count)) == (3, -1, -2)
    assert root.Last.objgen == root.First.Next.Next.objgen and "/Next" not in root.Last


def target_of(pdf, annotation):
    """Return the number of the page to which a link leads."""
    places = {leaf.objgen: number for number, leaf in enumerate(pdf.pages, start=1)}
    name = annotation.get("/Dest", None) or annotation.A.D
    place = NameTree(pdf.Root.Names.Dests)[str(name)] if isinstance(name, String) else name
    return places[place[0].objgen]


def test_links_lead_within_their_own_part_though_another_has_the_same_name():
    pdf = opened(bound(part("tea"), part("tea", "again"), part("tea", "once more")))
    assert [target_of(pdf, leaf.Annots[0]) for leaf in pdf.pages[::2]] == [2, 4, 6]
    names = set(NameTree(pdf.Root.Names.Dests))
    assert {"boil", "boil-2", "boil-3"} <= names


# What pages draw with


def font_names(pdf):
    return [str(each.FontName) for each in pdf.objects if isinstance(each, Dictionary) and "/FontName" in each]


def test_fonts_of_the_same_part_are_stored_once():
    once, twice = opened(bound(part("tea"))), opened(bound(part("tea"), part("tea", "again")))
    assert font_names(twice) == font_names(once)
    programs = [each for each in twice.objects if isinstance(each, pikepdf.Stream) and "/Length1" in each]
    assert len(programs) == len(font_names(once)) > 0


def test_subsets_of_one_font_bear_different_names():
    names = font_names(opened(bound(part("water"), part("tea"), part("arabic"))))
    assert len(names) == len(set(names))
    assert len({name[8:] for name in names}) < len(names)


def test_fonts_are_named_alike_wherever_they_are_named():
    pdf = opened(bound(part("water"), part("arabic")))
    fonts = [font for leaf in pdf.pages for font in leaf.Resources.get("/Font", Dictionary()).values()]
    assert fonts
    for font in fonts:
        below = font.DescendantFonts[0]
        assert font.BaseFont == below.BaseFont == below.FontDescriptor.FontName


def test_fonts_of_a_foreign_part_keep_their_names():
    def describe(pdf):
        font = pdf.pages[0].Resources.Font.F
        font.BaseFont = Name("/ABCDEF+Own")
        program = pdf.make_stream(b"no font at all")
        font.FontDescriptor = pdf.make_indirect(Dictionary(FontName=font.BaseFont, FontFile2=program))

    assert font_names(opened(bound(clinics(says("here"), change=describe)))) == ["/ABCDEF+Own"]


def test_colour_profile_is_stored_once():
    pdf = opened(bound(part("water"), part("tea"), part("arabic")))
    assert len([each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/N") == 3]) == 1


# Foreign parts


def test_foreign_page_keeps_its_content_byte_by_byte():
    content = b"0.5 g  72 72 100 100 re f %% as it was\n" + says("here")
    pdf = opened(bound(part("water"), clinics(content)))
    assert content in [stream.read_bytes() for stream in pdf.pages[2].Contents]


def test_foreign_page_without_tags_is_a_picture_with_its_title_and_number():
    pdf = opened(bound(clinics(says("one"), says("two"))))
    figures = [each.node for each in tree(pdf).walk() if each.kind == "/Figure"]
    assert [str(figure.Alt) for figure in figures] == ["Parking (1/2)", "Parking (2/2)"]
    assert [float(value) for value in figures[0].A.BBox] == [0, 0, 612, 792]


def test_single_foreign_page_is_called_by_its_title():
    pdf = opened(bound(clinics(says("one"))))
    (figure,) = [each.node for each in tree(pdf).walk() if each.kind == "/Figure"]
    assert str(figure.Alt) == "Parking"


def test_foreign_page_keeps_its_boxes_and_its_turn():
    def turn(pdf):
        pdf.pages[0].Rotate = 270
        pdf.pages[0].CropBox = Array([10, 20, 410, 620])

    packet = bound(clinics(says("here"), change=turn))
    pdf = opened(packet)
    leaf = pdf.pages[0]
    assert (int(leaf.Rotate), [int(value) for value in leaf.CropBox]) == (270, [10, 20, 410, 620])
    assert [int(value) for value in leaf.MediaBox] == [0, 0, 612, 792]
    assert inspect(packet.pdf)[0] == (round(600 * MM, 2), round(400 * MM, 2))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"q q 2 0 0 2 0 0 cm " + says("here"), id="saves-left-open"),
        pytest.param(says("here") + b" Q Q Q", id="restored-once-too-often"),
        pytest.param(b"/Artifact BMC " + says("here"), id="mark-left-open"),
        pytest.param(says("here") + b" EMC EMC", id="mark-closed-once-too-often"),
        pytest.param(b"Q EMC q /P BMC " + says("here"), id="all-of-it"),
    ],
)
def test_page_is_enclosed_whatever_it_leaves_open(content):
    pdf = opened(bound(clinics(content), numbers=numbered(2)))
    saved, marked, enclosed = 0, [], []
    for each in pikepdf.parse_content_stream(pdf.pages[0]):
        operator = str(each.operator)
        saved += {"q": 1, "Q": -1}.get(operator, 0)
        if operator in ("BMC", "BDC"):
            marked.append(str(each.operands[0]))
        elif operator == "EMC":
            marked.pop()
        elif operator in ("Tj", "Do"):
            enclosed.append((operator, marked[0], saved > 0))
        assert saved >= 0
    assert (saved, marked) == (0, [])
    assert enclosed == [("Tj", "/Figure", True), ("Do", "/Artifact", True)]


def test_marks_left_over_from_tags_that_are_gone_are_not_taken_for_ours():
    content = b"/P <</MCID 0>> BDC EMC /P /named BDC " + says("here") + b" EMC"

    def name(pdf):
        pdf.pages[0].Resources.Properties = Dictionary(named=Dictionary(MCID=4))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], StructParent=0)
        pdf.pages[0].Annots = Array([pdf.make_indirect(link)])

    pdf = opened(bound(clinics(content, change=name)))
    (figure,) = [each for each in tree(pdf).walk() if each.kind == "/Figure"]
    assert figure.content == [(0, 5)]
    parents = NumberTree(pdf.Root.StructTreeRoot.ParentTree)[int(pdf.pages[0].StructParents)]
    assert parents[5].objgen == figure.node.objgen and parents[0] is None
    assert "/StructParent" not in pdf.pages[0].Annots[0]


def scripted(pdf):
    """Fill a PDF with all that shall not come along."""
    script = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
    leaf, second = pdf.pages
    pdf.Root.OpenAction = script
    pdf.Root.AcroForm = Dictionary(Fields=Array(), DR=Dictionary())
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array(["a", script])))
    leaf.AA = Dictionary(O=script)
    seen = pdf.make_stream(says("filled in"), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 612, 792])
    seen.Resources = leaf.Resources
    places = [Dictionary(A=script), Dictionary(A=Dictionary(S=Name.GoTo, D=Array([second.obj, Name.Fit]), Next=script))]
    places.append(Dictionary(A=Dictionary(S=Name.URI, URI="https://example.org/"), AA=Dictionary(U=script)))
    leaf.Annots = Array(
        pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], **{k[1:]: v for k, v in each.items()})
        )
        for each in places
    )
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T="name", F=4, Rect=[0, 0, 612, 792])
    field.AP, field.AA = Dictionary(N=seen), Dictionary(K=script)
    leaf.Annots.append(pdf.make_indirect(field))
    pdf.Root.AcroForm.Fields.append(leaf.Annots[-1])
    pdf.attachments["secret.txt"] = b"secret"
    with pdf.open_outline() as outline:
        outline.root.extend([pikepdf.OutlineItem("First", 0), pikepdf.OutlineItem("Run", action=script)])


def test_scripts_forms_and_attachments_of_a_foreign_part_stay_behind():
    pdf = opened(bound(clinics(says("here"), says("there"), change=scripted)))
    everything = b"".join(each.unparse(resolved=True) for each in pdf.objects if not isinstance(each, pikepdf.Stream))
    for word in (b"JavaScript", b"/JS", b"/AA", b"AcroForm", b"Widget", b"EmbeddedFile", b"secret", b"OpenAction"):
        assert word not in everything
    assert bookmarks(pdf) == ["Parking", "First", "Run"]


def test_what_a_form_says_is_still_seen_and_links_still_lead_where_they_led():
    packet = bound(part("water"), clinics(says("here"), says("there"), change=scripted))
    assert "filled in" in texts(packet)[2]
    pdf = opened(packet)
    leading, outside = pdf.pages[2].Annots
    assert target_of(pdf, leading) == 4
    assert str(outside.A.URI) == "https://example.org/"


def test_field_of_a_leaflet_becomes_what_it_shows():
    packet = bound(Part(foreign(says("here"), says("there"), change=scripted), "Form", "en"))
    pdf = opened(packet)
    assert "filled in" in texts(packet)[0]
    assert [str(each.Subtype) for each in pdf.pages[0].Annots] == ["/Link", "/Link"]


def test_field_that_viewers_draw_themselves_is_drawn():
    def ask(pdf):
        leaf = pdf.pages[0]
        field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T="name", F=4, Rect=[100, 100, 400, 130])
        field.V, field.DA = String("Ward 7"), String("/F 12 Tf 0 g")
        leaf.Annots = Array([pdf.make_indirect(field)])
        resources = Dictionary(Font=leaf.Resources.Font)
        pdf.Root.AcroForm = Dictionary(Fields=leaf.Annots, DR=resources, DA="/F 12 Tf 0 g", NeedAppearances=True)

    assert "Ward 7" in texts(bound(clinics(says("here"), change=ask)))[0]


def test_filled_in_form_is_a_part_of_the_picture():
    pdf = opened(bound(clinics(says("a"), says("b"), change=scripted)))
    marks, within = [], []
    for each in pikepdf.parse_content_stream(pdf.pages[0]):
        if str(each.operator) == "BDC":
            marks.append(str(each.operands[0]))
        elif str(each.operator) == "EMC":
            marks.pop()
        elif str(each.operator) == "Do":
            within.append(list(marks))
    assert within == [["/Figure"]]


def test_old_names_of_destinations_still_lead_to_their_page():
    def name(pdf):
        pdf.Root.Dests = Dictionary(there=Array([pdf.pages[1].obj, Name.Fit]))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], Dest=Name.there)
        pdf.pages[0].Annots = Array([pdf.make_indirect(link)])

    pdf = opened(bound(part("water"), *[clinics(says("a"), says("b"), change=name)] * 2))
    assert [target_of(pdf, leaf.Annots[0]) for leaf in (pdf.pages[2], pdf.pages[4])] == [4, 6]


def ink(packet, number):
    """Return where the ink of a page is as it is seen, in tenths of its width and height from the top left."""
    picture = (
        pypdfium2.PdfDocument(packet.pdf)[number - 1]
        .render(scale=1)
        .to_pil()
        .convert("L")
        .point(lambda v: 255 * (v < 128))
    )
    left, top, right, bottom = picture.getbbox()
    return (left + right) / 2 / picture.width, (top + bottom) / 2 / picture.height


def layered(configuration):
    """Return a part with a thick bar at the foot of its page, on a layer, and a thin one at its head."""

    def lay(pdf):
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Plan B"))
        pdf.pages[0].Resources.Properties = Dictionary(L=layer)
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(**configuration(layer)))

    return clinics(b"/OC /L BDC 0 0 612 300 re f EMC 0 700 612 92 re f", change=lay)


@pytest.mark.parametrize(
    ("configuration", "seen"),
    [
        pytest.param(lambda _: {}, True, id="shown"),
        pytest.param(lambda layer: {"OFF": Array([layer])}, False, id="hidden"),
        pytest.param(lambda _: {"BaseState": Name.OFF}, False, id="all-hidden"),
        pytest.param(lambda layer: {"BaseState": Name.OFF, "ON": Array([layer])}, True, id="all-hidden-but-this"),
    ],
)
def test_layer_is_seen_when_it_was_seen(configuration, seen):
    packet = bound(part("water"), layered(configuration), layered(lambda _: {}))
    assert (ink(packet, 3)[1] > 0.4, ink(packet, 5)[1] > 0.4) == (seen, True)


def test_layer_that_is_not_printed_is_not_printed():
    def for_the_screen(layer):
        layer.Usage = Dictionary(Print=Dictionary(PrintState=Name.OFF))
        return {"AS": Array([Dictionary(Event=Name.Print, Category=Array([Name.Print]), OCGs=Array([layer]))])}

    pdf = opened(bound(layered(for_the_screen)))
    (event,) = pdf.Root.OCProperties.D.AS
    assert event.OCGs[0].objgen == pdf.Root.OCProperties.OCGs[0].objgen


# Page numbers


def test_each_page_bears_its_number_blank_ones_too():
    read = texts(bound(part("water"), part("tea"), numbers=numbered(4)))
    assert [text.split()[-1:] for text in read] == [["1"], ["2"], ["3"], ["4"]]


def test_numbers_are_not_read_out():
    pdf = opened(bound(part("tea"), numbers=numbered(2)))
    for leaf in pdf.pages:
        steps = [str(each.operator) for each in pikepdf.parse_content_stream(leaf)][-6:]
        assert steps == ["BDC", "q", "cm", "Do", "Q", "EMC"]
        (drawn,) = (each for name, each in leaf.Resources.XObject.items() if name.startswith("/Number"))
        assert {str(each.operator) for each in pikepdf.parse_content_stream(drawn)} & {"BDC", "BMC", "EMC"} == set()


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_number_stands_upright_at_the_foot_of_a_page_as_it_is_seen(turn):
    def change(pdf):
        pdf.pages[0].Rotate, pdf.pages[0].CropBox = turn, Array([100, 50, 500, 350])

    across, down = ink(bound(clinics(b"", change=change), numbers=numbered(2)), 1)
    assert across == pytest.approx(0.5, abs=0.02)
    height = 300 if turn in (0, 180) else 400
    assert (1 - down) * height * MM == pytest.approx(ink_of_numbers() * 100, abs=1)


def ink_of_numbers():
    """Return how high the number stands above the foot of its own page, in parts of its height."""
    return 1 - ink(bound(Part(numbered(2), "Numbers", "en")), 1)[1]


def test_number_is_as_large_on_a_page_with_larger_units():
    def change(pdf):
        pdf.pages[0].UserUnit = 2

    packet = bound(clinics(b"", box=(0, 0, 150, 150), change=change), numbers=numbered(2))
    assert inspect(packet.pdf)[:2] == ((105.83, 105.83), (105.83, 105.83))
    pdf = opened(packet)
    drawn = pikepdf.parse_content_stream(pdf.pages[0], "cm")[-1].operands
    assert [float(value) for value in drawn[:4]] == [0.5, 0, 0, 0.5]


def test_too_few_numbers_are_refused():
    with pytest.raises(BindingError, match="there are 2 page numbers for 4 pages"):
        bound(part("tea"), part("water"), numbers=numbered(2))


# What can't be bound


@pytest.mark.parametrize(
    ("pdf", "why"),
    [
        pytest.param(
            foreign(says("a"), encryption=pikepdf.Encryption(owner="o", user="u")), "is encrypted", id="locked"
        ),
        pytest.param(
            foreign(says("a"), encryption=pikepdf.Encryption(owner="o")), "is encrypted", id="no-password-asked"
        ),
        pytest.param(foreign(says("a"))[:-60], "is no PDF that can be read", id="cut-off"),
        pytest.param(b"<html></html>", "is no PDF that can be read", id="another-format"),
        pytest.param(b"", "is no PDF that can be read", id="empty-file"),
        pytest.param(foreign(), "has no pages", id="no-pages"),
        pytest.param(foreign(says("a")).replace(b"/Length", b"/Lengxh"), "is damaged", id="content-without-length"),
    ],
)
def test_pdf_that_cannot_be_bound_is_named_with_the_reason(pdf, why):
    with pytest.raises(BindingError, match=f"^the PDF {why}"):
        inspect(pdf)
    with pytest.raises(BindingError, match=f"^'Parking' {why}"):
        bound(part("water"), Part(pdf, "Parking", "en", foreign=True))


def test_content_that_cannot_be_unpacked_is_refused():
    def garble(pdf):
        pdf.pages[0].obj.Contents.write(b"not packed at all", filter=Name.FlateDecode)

    with pytest.raises(BindingError, match="'Parking' is no PDF that can be read"):
        bound(clinics(says("here"), change=garble))


def test_foreign_pdf_with_something_else_where_a_thing_belongs_is_refused():
    def misplace(pdf):
        pdf.pages[0].Annots = Array([3])

    with pytest.raises(BindingError, match="'Parking' is no PDF that can be read"):
        bound(clinics(says("here"), change=misplace))


def test_packet_of_nothing_is_refused():
    with pytest.raises(BindingError, match="nothing to bind"):
        bound()


def test_sizes_are_those_that_are_seen():
    def change(pdf):
        pdf.Root.Pages.Rotate = 90
        del pdf.pages[0].MediaBox
        pdf.Root.Pages.MediaBox = Array([0, 0, 595.276, 841.89])

    assert inspect(foreign(says("a"), change=change)) == ((297.0, 210.0),)


def test_page_is_no_larger_than_its_paper():
    def crop(pdf):
        pdf.pages[0].CropBox = Array([-100, -100, 2000, 2000])

    assert inspect(foreign(says("a"), change=crop)) == ((215.9, 279.4),)


# Copies


def test_copies_follow_each_other_with_the_same_pages():
    packet = bound(part("tea"), part("water"))
    assert texts(repeat(packet.pdf, 3)) == texts(packet) * 3


def test_hundred_copies_take_hardly_more_space_than_one():
    packet = bound(part("tea"), part("water"))
    assert len(repeat(packet.pdf, 100)) < len(packet.pdf) + 15_000


def test_copies_have_no_tags_and_claim_no_standard():
    job = opened(repeat(bound(part("tea")).pdf, 2))
    assert "/StructTreeRoot" not in job.Root and "/MarkInfo" not in job.Root
    assert not [each for each in job.objects if isinstance(each, Dictionary) and "/StructParents" in each]
    assert b"pdfaid" not in job.Root.Metadata.read_bytes() and b"pdfuaid" not in job.Root.Metadata.read_bytes()
    assert str(job.docinfo.Title) == job.open_metadata()["dc:title"] == "Your packet"


def test_only_the_first_copy_has_bookmarks_and_links():
    job = opened(repeat(bound(part("tea", "Tea")).pdf, 2))
    assert bookmarks(job) == ["Tea", "Boil"]
    assert [len(leaf.get("/Annots", [])) for leaf in job.pages] == [1, 0, 0, 0]
    assert target_of(job, job.pages[0].Annots[0]) == 2


def test_copies_are_the_same_bytes_each_time():
    packet = bound(part("tea"))
    assert repeat(packet.pdf, 5) == repeat(packet.pdf, 5)


def test_no_copies_are_refused():
    with pytest.raises(ValueError, match="0 copies"):
        repeat(made("tea"), 0)
