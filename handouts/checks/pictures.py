"""Rules for the pictures that figures show."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from handouts.content import Content
from handouts.problems import Position, Problem
from handouts.project import Project
from handouts.source import Text, near

FOLDER = "pictures"
_VIEW = re.compile(r"(-?[\d.]+\s+){2}(?=\S*[1-9])[\d.]+\s+(?=\S*[1-9])[\d.]+")
_REFUSED = {"text", "image", "script", "style", "foreignObject", "use", "a"}
_WHY = "text belongs into the caption, which is translated; nothing may be loaded from elsewhere"


def missing(project: Project, content: Content) -> Iterator[Problem]:
    """A figure's picture is a file in templates/pictures of the project or the package."""
    there = {path.name for folder in project.template_folders for path in _within(folder / FOLDER)}
    for name in _named(content):
        if name.value not in there:
            yield Problem(name.position, f"there is no picture '{name}'", "picture", near(name.value, there))


def _within(folder: Path) -> Iterator[Path]:
    """Go through the pictures of a folder, links that lead out of it left out."""
    for path in folder.glob("*.svg"):
        if path.resolve().is_relative_to(folder.resolve()):
            yield path


def broken(project: Project, content: Content) -> Iterator[Problem]:
    """A picture is well-formed SVG with a viewBox, made of shapes only."""
    for name in sorted({name.value for name in _named(content)}):
        path = project.template(f"{FOLDER}/{name}")
        if path is None:
            continue
        shown = project.shown(path)
        try:
            root = ElementTree.fromstring(path.read_bytes())
        except ElementTree.ParseError as error:
            line, column = error.position
            yield Problem(Position(shown, line, column + 1), f"broken SVG: {error.msg.split(':')[0]}", "svg")
            continue
        except (OSError, LookupError, ValueError) as error:
            yield Problem(Position(shown), f"can't be read: {error}", "svg")
            continue
        if root.tag.rpartition("}")[2] != "svg" or not _VIEW.fullmatch(root.get("viewBox", "")):
            yield Problem(
                Position(shown, 1), "the picture must be an svg element with a viewBox of four numbers", "svg"
            )
        for tag in sorted({element.tag.rpartition("}")[2] for element in root.iter()} & _REFUSED):
            yield Problem(Position(shown), f"a picture may not hold <{tag}>", "svg", _WHY)


def _named(content: Content) -> Iterator[Text]:
    for block in content.blocks.values():
        if isinstance(name := block.fields.get("picture"), Text):
            yield name
