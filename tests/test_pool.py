"""Render jobs in processes: one that breaks takes no other along."""

import multiprocessing

import pytest

from handouts import pool
from handouts.request import Limits
from tests.conftest import make_job

NESTED = '<div style="display: flex">' * 14 + "<p>slow</p>" + "</div>" * 14
HUGE = "<br>" * 300_000


@pytest.fixture(scope="module", autouse=True)
def warm():
    """Start the process that workers are forked from."""
    pool.warm_up()


def job(name, body="<p>Water</p>"):
    return make_job(body, name=name)


def done(jobs, *, workers=2, seconds=30, memory=1024):
    limits = Limits(seconds, memory)
    return {each.name: found for each, found in pool.run(jobs, workers=workers, limits=limits)}


def test_every_job_is_done_once_and_gets_its_own_result():
    found = done([job(f"job {number}", f"<p>{'Water. ' * number}</p>") for number in range(1, 6)])
    assert sorted(found) == [f"job {number}" for number in range(1, 6)]
    assert len({each.pdf for each in found.values()}) == 5
    assert all(each.pdf and not each.problems for each in found.values())


def test_one_worker_does_jobs_in_their_order():
    limits = Limits(30, 1024)
    names = [each.name for each, _ in pool.run([job(name) for name in "cab"], workers=1, limits=limits)]
    assert names == ["c", "a", "b"]


def test_result_is_the_same_in_any_process():
    first, second = done([job("a")], workers=1), done([job("b"), job("a")], workers=2)
    assert first["a"].pdf == second["a"].pdf


def test_job_that_hangs_is_stopped_and_the_others_go_on():
    found = done([job("before"), job("slow", NESTED), job("after"), job("later")], seconds=2)
    assert [str(problem) for problem in found["slow"].problems] == [
        "test.yaml:1:1: error: slow: took longer than 2 s and was stopped [timeout]"
    ]
    assert found["slow"].pdf == b""
    assert all(found[name].pdf for name in ("before", "after", "later"))


def test_job_that_needs_too_much_memory_is_stopped_and_the_others_go_on():
    found = done([job("before"), job("huge", HUGE), job("after")], workers=1, memory=128)
    assert {problem.code for problem in found["huge"].problems} <= {"memory", "crash", "engine"}
    assert found["huge"].problems and found["huge"].pdf == b""
    assert found["before"].pdf and found["after"].pdf


def test_engine_error_is_a_problem_of_its_leaflet():
    broken = make_job("", name="broken", styles=None)
    found = done([broken, job("fine")])
    assert [problem.code for problem in found["broken"].problems] == ["engine"]
    assert found["fine"].pdf


def test_no_jobs_are_no_work():
    assert done([]) == {}


def test_reader_that_stops_early_leaves_no_process():
    running = pool.run([job("a"), job("slow", NESTED)], workers=2, limits=Limits(30, 1024))
    assert next(running)[0].name == "a"
    running.close()
    assert multiprocessing.active_children() == []
