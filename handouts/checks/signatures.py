"""Rules for sign-offs: those that do not count are named."""

from collections.abc import Iterable, Iterator

from handouts.approvals import Signatures, is_among, seal
from handouts.problems import Problem, Severity
from handouts.source import near


def check_approvals(signatures: Signatures, topics: Iterable[str], tag: str) -> Iterator[Problem]:
    """Report each approval of a language that no leaflet can rest on, whatever its texts are."""
    known = set(topics)
    for topic, approval in signatures.approvals.items():
        if topic not in known:
            text, hint = f"there is no topic '{topic}'", near(topic, known)
        elif approval.seal != seal(approval, topic, tag):
            text = f"the approval of '{topic}' was changed by hand, so it does not count"
            hint = f"handouts review approve {topic} -l {tag}"
        elif is_among(approval.by, signatures.translators):
            text = f"{approval.by} translated this and can't approve it"
            hint = "another qualified person must sign"
        else:
            continue
        yield Problem(approval.position, text, "approval", hint, Severity.WARNING)
