"""Render jobs done by worker processes, each within a limit of time and memory; one that breaks takes no other along.

The standard library's pools can neither stop one job nor outlive the death of a worker. Processes and not threads, for
Pango is not safe to use from several threads.
"""

import multiprocessing
import resource
import signal
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from time import monotonic

from handouts.job import Job, Typeset
from handouts.problems import Problem, Stop
from handouts.request import Limits

MIB = 1 << 20


def warm_up() -> None:
    """Start the process that workers are forked from, with the engine loaded; it gets ready while we go on."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["handouts.warm"])
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # which it inherits: Ctrl-C is for this process alone
    try:
        multiprocessing.forkserver.ensure_running()  # type: ignore[attr-defined]
    finally:
        signal.signal(signal.SIGINT, before)


def run(jobs: Iterable[Job], *, workers: int, limits: Limits) -> Iterator[tuple[Job, Typeset]]:
    """Do all jobs, as many at a time as there are workers; yield each as it is done, in no order."""
    waiting = list(reversed(list(jobs)))
    busy: dict[Connection, _Worker] = {}
    try:
        for _ in range(min(workers, len(waiting))):
            worker = _Worker(limits)
            worker.begin(waiting.pop())
            busy[worker.connection] = worker
        while busy:
            soonest = min(worker.deadline for worker in busy.values())
            for connection in wait(list(busy), max(0.0, soonest - monotonic())):
                worker = busy[connection]  # type: ignore[index]  # wait returns what it was given
                yield from _next(worker, worker.result(), waiting, busy)
            for worker in [worker for worker in busy.values() if worker.deadline <= monotonic()]:
                stopped = worker.failed(f"took longer than {limits.seconds:g} s and was stopped", "timeout")
                yield from _next(worker, stopped, waiting, busy)
    finally:
        for worker in busy.values():
            worker.stop()


def _next(
    worker: "_Worker", result: Typeset, waiting: list[Job], busy: dict[Connection, "_Worker"]
) -> Iterator[tuple[Job, Typeset]]:
    """Hand a worker its next job before its last result goes out, so that it never waits."""
    job = worker.job
    del busy[worker.connection]
    if waiting:
        worker = worker if worker.alive else _Worker(worker.limits)
        worker.begin(waiting.pop())
        busy[worker.connection] = worker
    else:
        worker.stop()
    yield job, result


class _Worker:
    """A process that does one job after the other."""

    def __init__(self, limits: Limits) -> None:
        context = multiprocessing.get_context("forkserver")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, limits), daemon=True)
        self.limits, self.alive = limits, True
        try:
            self.process.start()
        except (EOFError, OSError) as error:
            raise Stop("the engine could not be started; handouts doctor says what is missing") from error
        theirs.close()

    def begin(self, job: Job) -> None:
        self.job, self.deadline = job, monotonic() + self.limits.seconds
        with suppress(BrokenPipeError):  # it died; result() will say so
            self.connection.send(job)

    def result(self) -> Typeset:
        try:
            done = self.connection.recv()
        except (EOFError, OSError):
            return self.failed("the process that set it died", "crash")
        if isinstance(done, Typeset):
            return done
        return self.failed(str(done), "memory" if isinstance(done, MemoryError) else "engine")

    def failed(self, why: str, code: str) -> Typeset:
        self.stop()
        return Typeset(b"", 0, 0, 0, (Problem(self.job.position, f"{self.job.name}: {why}", code),))

    def stop(self) -> None:
        self.alive = False
        self.process.kill()
        self.process.join()
        self.connection.close()


def _serve(connection: Connection, limits: Limits) -> None:
    """Do jobs until the other side goes away."""
    from handouts.typeset import typeset

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    resource.setrlimit(resource.RLIMIT_DATA, (limits.memory * MIB, limits.memory * MIB))
    with suppress(EOFError, ConnectionError):
        while True:
            try:
                connection.send(typeset(connection.recv()))
            except (EOFError, ConnectionError):
                raise
            except MemoryError:
                connection.send(MemoryError(f"needs more than {limits.memory} MiB of memory and was stopped"))
            except Exception as error:  # the engine raises anything; one leaflet fails, not the build
                connection.send(f"the engine failed: {type(error).__name__}: {error}")
