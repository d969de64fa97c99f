"""The shape of the program: who may import whom, and who may touch the world."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "handouts"
# A module imports only from those before it: the order of the table in ARCHITECTURE.md.
ORDER = [
    *(
        "problems",
        "root",
        "request",
        "stamp",
        "source",
        "languages",
        "editions",
        "project",
        "kinds",
        "documents",
        "content",
        "seeds",
    ),
    *("markup", "widths", "setting", "syllables", "readability", "formulas", "catalog", "approvals", "leaflet"),
    *("logo", "imprint", "differences", "reading", "job", "furniture", "outlines", "voice", "compose", "posters"),
    *(
        "environment",
        "glyphs",
        "fit",
        "guess",
        "pages",
        "balance",
        "looseends",
        "textlayer",
        "ink",
        "press",
        "engine",
        "typeset",
        "warm",
        "pool",
        "checks",
        "pybabel",
        "manifest",
    ),
    *(
        "imposition",
        "binding",
        "publish",
        "build",
        "order",
        "cover",
        "packets",
        "catalogs",
        "exchange",
        "review",
        "checklist",
        "audit",
        "cli",
    ),
]
ONLY = {
    "yaml": {"source"},
    "babel.messages": {"catalog", "pybabel"},
    "babel": {"languages", "catalog", "pybabel"},
    "jinja2": {"compose"},
    "markdown_it": {"markup"},
    "icu4py": {"setting"},
    "pypdfium2": {"textlayer", "ink"},
    "pikepdf": {"imposition", "binding", "press"},
    "PIL": {"ink", "press", "logo"},
    "segno": {"imprint"},
    "weasyprint": {"typeset", "pages", "balance", "looseends", "engine"},
    "pydyf": {"typeset", "pages", "engine"},
    "click": {"cli"},
    "multiprocessing": {"pool"},
}
WRITES = {"write_text", "write_bytes", "unlink", "mkdir", "rmdir", "rename", "replace", "touch", "chmod", "symlink_to"}
WRITES |= {"makedirs", "remove", "rmtree", "copy", "copyfile", "copytree", "move", "mkstemp", "NamedTemporaryFile"}
CLOCKS = {"time", "time_ns", "now", "utcnow", "today", "localtime", "gmtime", "ctime", "strftime"}


def modules():
    for path in sorted(PACKAGE.rglob("*.py")):
        relative = path.relative_to(PACKAGE)
        if "starter" not in relative.parts and path != PACKAGE / "__init__.py":
            yield pytest.param(relative.parts[0].removesuffix(".py"), path, id=relative.as_posix())


def paths(*, but=""):
    return [pytest.param(each.values[1], id=each.id) for each in modules() if each.values[0] != but]


def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(tree):
    """Return every module that is imported anywhere, in full."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls(tree):
    """Return what is called: (name of the function or method, node)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            yield name, node


@pytest.mark.parametrize(("module", "path"), list(modules()))
def test_module_has_its_place_in_the_order(module, path):
    assert ORDER.count(module) == 1, f"add {path.name} to ORDER and to ARCHITECTURE.md"


@pytest.mark.parametrize(("module", "path"), list(modules()))
def test_module_imports_from_above_only(module, path):
    names = {name.split(".")[1] for name in imports(tree_of(path)) if name.startswith("handouts.")}
    own = (names & set(ORDER)) - {module}
    assert [name for name in sorted(own) if ORDER.index(name) > ORDER.index(module)] == []


def test_table_in_the_documentation_has_the_same_order():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| ([a-z, /]+) \|", text, re.MULTILINE)[1:]
    table = [name.strip(" /") for cell in cells for name in cell.split(",")]
    assert table == ORDER


@pytest.mark.parametrize(("module", "path"), list(modules()))
def test_library_is_imported_by_its_own_module_only(module, path):
    names = set(imports(tree_of(path)))
    for library, allowed in ONLY.items():
        if any(name == library or name.startswith(f"{library}.") for name in names):
            assert module in allowed, f"{module} imports {library}"


@pytest.mark.parametrize("path", paths(but="cli"))
def test_only_cli_prints_and_exits(path):
    tree = tree_of(path)
    assert {name for name, _ in calls(tree)} & {"print", "exit", "_exit", "quit", "input"} == set()
    assert not {"sys.stdout", "sys.stderr"} & {
        ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)
    }


def opens_for_writing(node):
    mode = [ast.unparse(each) for each in node.args] + [ast.unparse(each.value) for each in node.keywords]
    return any(re.fullmatch(r"'[rbt]*[wax+][rbt+]*'", text) for text in mode)


@pytest.mark.parametrize("path", paths(but="publish"))
def test_only_publish_writes(path):
    for name, node in calls(tree_of(path)):
        if name in WRITES:
            # str.replace takes two texts, dataclasses.replace is no method, a document's copy is none on disk
            owner = ast.unparse(getattr(node.func, "value", node.func)).partition(".")[0]
            harmless = (
                owner in ("publish", "document", "element")
                or (name == "replace" and len(node.args) == 2)
                or owner == "replace"
            )
            assert harmless, f"line {node.lineno}: {ast.unparse(node)}"
        if name in ("open", "fdopen"):
            assert not opens_for_writing(node), f"line {node.lineno}: {ast.unparse(node)}"


@pytest.mark.parametrize(("module", "path"), [each for each in modules() if each.values[0] != "cli"])
def test_only_cli_reads_the_clock(module, path):
    # pool measures how long a job takes, with time.monotonic, which tells no time of day
    names = {name for name, _ in calls(tree_of(path))}
    assert names & CLOCKS == set()
    timers = {name for name in imports(tree_of(path)) if name.startswith("time")}
    assert timers <= ({"time", "time.monotonic"} if module == "pool" else set())


@pytest.mark.parametrize("path", paths())
def test_module_says_what_it_is(path):
    assert ast.get_docstring(tree_of(path))


def texts_of_the_repository():
    hidden = {
        ".git",
        ".venv",
        ".cache",
        "build",
        "node_modules",
        "__pycache__",
        ".ruff_cache",
        ".mypy_cache",
        ".pytest_cache",
    }
    kinds = {".py", ".md", ".toml", ".yaml", ".yml", ".html", ".css", ".sh", ".txt", ".po", ".pot", ".cfg", ""}
    for path in sorted(ROOT.rglob("*")):
        relative = path.relative_to(ROOT)
        if path.is_file() and not hidden & set(relative.parts) and path.suffix in kinds and path != Path(__file__):
            yield relative


def test_no_file_names_a_path_of_a_machine():
    found = []
    for relative in texts_of_the_repository():
        text = (ROOT / relative).read_text(encoding="utf-8", errors="replace")
        found += [
            f"{relative}: {match}" for match in re.findall(r"/(?:work|root|home/\w+|Users/\w+|tmp)/[\w./-]+", text)
        ]
    assert found == []


def test_no_file_names_an_index_of_packages():
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"--(extra-)?index-url|--find-links|--trusted-host|https?://", text)
        assert all("--hash=" in block for block in re.split(r"\n(?=\w)", text) if re.match(r"\w", block))
