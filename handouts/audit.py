"""A self-audit of leaflets: reading level, and each question of the checklist with its verdict and the evidence.

It is no certificate: it gives no score, since most of what these checklists ask only a person can judge.
"""

import datetime
import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from handouts import build, formulas, readability
from handouts.checklist import QUESTIONS
from handouts.checklist.sheet import Sheet, Verdict
from handouts.checks.contents import HIGHEST_GRADE
from handouts.formulas import Reading
from handouts.leaflet import Leaflet
from handouts.problems import BadUsage, Report
from handouts.project import Project
from handouts.source import near

WIDTH = 110
HEAD = (
    "A self-audit: what a program can tell of these leaflets by PEMAT-P (AHRQ), the Clear Communication Index (CCI, "
    "CDC) and the Standard for creating health content (NHS). It is no certificate and gives no score; none of these "
    "bodies has seen it. docs/audit.md says what counts as met."
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A question of the checklist, answered for one leaflet."""

    items: tuple[str, ...]
    about: str
    verdict: Verdict
    evidence: str


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found of a leaflet; `unmeasured` says why there is no reading level, if there is none.

    The readings are of `measured` of its texts; the others are not translated.
    """

    leaflet: Leaflet
    readings: tuple[Reading, ...]
    unmeasured: str
    measured: tuple[int, int]
    answers: tuple[Answer, ...]


def audits(
    project: Project, topics: Sequence[str], tags: Sequence[str], today: datetime.date, report: Report
) -> list[Audit]:
    """Audit leaflets of a project, all when none is named; none when something is wrong that must be mended first."""
    _known("language", tags, project.languages)
    found = Report()
    loaded = build.load(project, None, found, today)
    if found.failed():
        report.add(*found)
        return []
    _known("topic", topics, loaded.content.topics)
    return [
        audited(Sheet(loaded.leaflet(topic, tag), loaded.imprint, translated=tag != project.source))
        for tag in project.languages
        if not tags or tag in tags
        for topic in loaded.content.topics
        if not topics or topic in topics
    ]


def audited(sheet: Sheet) -> Audit:
    """Audit one leaflet."""
    messages = sheet.messages()
    texts = sheet.texts(messages)
    readings = _readings(sheet, texts)
    why_not = formulas.why_not(sheet.leaflet.language.tag) if texts else "nothing is translated"
    answers = (Answer(each.items, each.about, *each.ask(sheet)) for each in QUESTIONS)
    measured = (len(texts), len(messages))
    return Audit(sheet.leaflet, readings, "" if readings else why_not, measured, tuple(answers))


def _readings(sheet: Sheet, texts: Sequence[str]) -> tuple[Reading, ...]:
    if not sheet.is_english:
        return formulas.readings(sheet.leaflet.language.tag, texts)
    terms = sheet.content.terms.values()
    forms = [form for term in terms for form in (term.term.english, *term.forms)]
    return formulas.english(readability.level(texts, forms), HIGHEST_GRADE)


def as_text(found: Iterable[Audit]) -> str:
    """For people: the head, then leaflet by leaflet what needs work first."""
    return "\n".join([*textwrap.wrap(HEAD, WIDTH), *(line for each in found for line in _lines(each))])


def _lines(each: Audit) -> Iterator[str]:
    made = each.leaflet
    yield from ("", f"{made.topic.slug}, {made.language.english_name} ({made.language.tag}), {made.status}", "")
    some, all_of_them = each.measured
    yield "  reading level" + (
        f" of the {some} of {all_of_them} texts that are translated" if some < all_of_them else ""
    )
    if each.unmeasured:
        yield _row("", f"not measured: {each.unmeasured}")
    for reading in each.readings:
        kept = "met" if reading.met else "not met"
        value = f"{reading.value:.1f}, {reading.meaning}; target {reading.target}: {kept} ({reading.why})"
        yield _row(reading.formula, value)
    for verdict in Verdict:
        answers = [answer for answer in each.answers if answer.verdict is verdict]
        yield from _group(verdict, answers) if answers else ()


def _group(verdict: Verdict, answers: Sequence[Answer]) -> Iterator[str]:
    """List the answers of a verdict; those without evidence, and what does not apply, share a paragraph."""
    yield f"  {verdict}"
    brief = [answer for answer in answers if verdict is Verdict.NONE or not answer.evidence]
    for answer in answers:
        if answer not in brief:
            yield _row(", ".join(answer.items), f"{answer.about}: {answer.evidence}")
    if brief:
        yield _row("", "; ".join(f"{answer.about} ({', '.join(answer.items)})" for answer in brief))


def _row(label: str, text: str) -> str:
    """Set a text beside its label, or below it where there is none."""
    head, indent = (f"    {label:22}  ", " " * 28) if label else ("    ", "    ")
    return textwrap.fill(text, WIDTH, initial_indent=head, subsequent_indent=indent, break_on_hyphens=False)


def as_json(found: Iterable[Audit]) -> str:
    """For programs: the head as `note`, and `leaflets` with their readings and answers."""
    return json.dumps({"note": HEAD, "leaflets": [_object(each) for each in found]}, ensure_ascii=False, indent=2)


def _object(each: Audit) -> Mapping[str, object]:
    made = each.leaflet
    return {
        "topic": made.topic.slug,
        "language": made.language.tag,
        "edition": made.code,
        "status": made.status.value,
        "reading_level": {
            "measured": [
                {
                    "formula": reading.formula,
                    "value": round(reading.value, 1),
                    "meaning": reading.meaning,
                    "target": reading.target,
                    "why": reading.why,
                    "met": reading.met,
                }
                for reading in each.readings
            ],
            "not_measured": each.unmeasured or None,
            "texts": each.measured[0],
            "of": each.measured[1],
        },
        "answers": [
            {
                "items": list(answer.items),
                "about": answer.about,
                "verdict": answer.verdict.value,
                "evidence": answer.evidence or None,
            }
            for answer in each.answers
        ],
    }


FORMATS = {"text": as_text, "json": as_json}


def _known(what: str, words: Iterable[str], known: Iterable[str]) -> None:
    for word in words:
        if word not in set(known):
            raise BadUsage(f"there is no {what} '{word}'; {near(word, known) or 'see handouts.yaml'}")
