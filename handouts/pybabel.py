"""The rules for translations as a checker of Babel's, so that `pybabel compile` applies them too.

Babel finds it by the entry-point group babel.checkers. It sees one message at a time and no content, so that what holds
texts against each other is left to `handouts check`.
"""

from babel.messages.catalog import Catalog, Message, TranslationError

from handouts.checks import ignores, problems_of
from handouts.checks.rules import Pair
from handouts.languages import UncoveredScriptError, UnknownLanguageError, language
from handouts.problems import Position

ADDRESSES = ("block/", "interface/", "term/", "topic/")


def check(catalog: Catalog | None, message: Message) -> None:
    """Raise TranslationError with all that is wrong with a translation; other projects' messages are let pass."""
    ours = catalog is not None and "handouts" in f"{catalog.project} {catalog.version}"
    address = str(message.context or (ADDRESSES[0] if ours else ""))
    whole = isinstance(message.id, str) and isinstance(message.string, str) and message.id and message.string
    if catalog is None or message.fuzzy or not whole or not address.startswith(ADDRESSES):
        return
    try:
        own = language(str(catalog.locale_identifier or "").replace("_", "-"))
    except (UnknownLanguageError, UncoveredScriptError):
        return
    pair = Pair(str(message.id), str(message.string), own, address)
    problems = list(problems_of(pair, Position("")))
    ignored = ignores.codes_in(message.user_comments)
    found = [f"{problem.text} [{problem.code}]" for problem in problems if problem.code not in ignored]
    if found:
        raise TranslationError("; ".join(found))
