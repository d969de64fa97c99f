"""Problems as values, and the three forms in which they are printed."""

import json

from handouts.problems import Position, Problem, Report, Severity, as_github, as_json, as_text

KIND = Problem(Position("seeds/a.yaml", 14, 7), "unknown kind of block 'step'", "block-kind", "did you mean 'steps'?")
LONG = Problem(Position("seeds/b.yaml"), "reads at grade 9.1", "reading-level", severity=Severity.WARNING)


def test_text_shows_place_severity_code_and_hint():
    assert as_text([KIND, LONG]) == (
        "seeds/a.yaml:14:7: error: unknown kind of block 'step' [block-kind]\n"
        "    hint: did you mean 'steps'?\n"
        "seeds/b.yaml: warning: reads at grade 9.1 [reading-level]"
    )


def test_json_has_null_for_what_is_not_known():
    assert json.loads(as_json([LONG])) == [
        {
            "file": "seeds/b.yaml",
            "line": None,
            "column": None,
            "severity": "warning",
            "code": "reading-level",
            "text": "reads at grade 9.1",
            "hint": None,
        }
    ]


def test_github_command_escapes_what_would_end_it():
    odd = Problem(Position("a,b:c.yaml", 2), "100 %\nof it", "odd")
    assert as_github([odd]) == "::error file=a%2Cb%3Ac.yaml,line=2,title=odd::100 %25%0Aof it"


def test_github_command_holds_the_hint():
    assert as_github([KIND]) == (
        "::error file=seeds/a.yaml,line=14,col=7,title=block-kind::"
        "unknown kind of block 'step'%0Ahint: did you mean 'steps'?"
    )


def test_report_is_sorted_by_place_and_holds_each_problem_once():
    report = Report()
    report.add(LONG, KIND)
    report.add(KIND)
    later = Problem(Position("seeds/a.yaml", 100, 1), "x", "x")
    report.add(later)
    assert list(report) == [KIND, later, LONG]
    assert len(report) == 3


def test_warning_fails_a_strict_run_only():
    report = Report()
    report.add(LONG)
    assert not report.failed()
    assert report.failed(strict=True)


def test_empty_report_never_fails():
    assert not Report().failed(strict=True)
