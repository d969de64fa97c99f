"""Page furniture and decoration are artifacts."""

from tests.engine.conftest import elements, operators


def artifacts_that_show_text(pdf):
    """Count the pieces of text between the marks of an artifact."""
    inside, count = [], 0
    for operator, operands in operators(pdf):
        if operator in ("BMC", "BDC"):
            inside.append(str(operands[0]))
        elif operator == "EMC":
            inside.pop()
        count += operator in ("Tj", "TJ") and inside[-1:] == ["/Artifact"]
    return count


def empty(pdf):
    """Return the structure elements that lead to nothing."""
    return [
        node for kind in ("/Div", "/NonStruct", "/P") for node in elements(pdf, kind) if not list(node.get("/K", []))
    ]


def test_text_of_the_foot_is_an_artifact(corrected):
    assert artifacts_that_show_text(corrected) > 0


def test_line_to_write_on_is_no_structure_element(corrected):
    assert empty(corrected) == []


def test_marked_content_that_is_no_artifact_has_a_parent_in_the_tree(corrected):
    marks = {int(operands[1]["/MCID"]) for operator, operands in operators(corrected) if operator == "BDC"}
    parents = corrected.Root.StructTreeRoot.ParentTree.Nums[1]
    assert marks == set(range(len(parents)))


def test_engine_still_needs_it_for_page_furniture(uncorrected):
    assert artifacts_that_show_text(uncorrected) == 0


def test_engine_still_needs_it_for_empty_boxes(uncorrected):
    assert empty(uncorrected) != []
