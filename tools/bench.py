"""What a leaflet costs, side by side with other ways to make one, in one run. Prints ratios; what matters is those.

Each comparison goes to and fro between its sides, so that a machine that gets slower or faster does so for both.
Run it with: make bench
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

ROOT = Path(__file__).parents[1]
HANDOUTS = ROOT / ".venv" / "bin" / "handouts"
TOPIC, LANGUAGE = "transplant-step-by-step", "en"
SIZE = 12.5  # pt, where corrections are compared
Side = Callable[[], float]


def main() -> None:
    """Run all comparisons."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        project = copy_of_project(scratch / "project")
        timed([HANDOUTS, "--project", project, "build", "-e", "a4"])()
        row("what", "ours", "other", "ratio", "promised")
        warm_costs(project)
        corrections(project, copy_of_project(scratch / "specimen", ROOT / "tests" / "specimen"))
        layouts(project, scratch / "specimen")
        packet(project)
        checks(project, scratch)
        two_jobs(project)
        nothing_to_do(project)
        other_engines(project, scratch)


def row(what: str, ours: str, other: str, ratio: str, promised: str) -> None:
    """Print a line of the table."""
    print(f"{what:58} {ours:>9} {other:>9} {ratio:>7}  {promised}", flush=True)


def compare(what: str, promised: str, ours: Side, other: Side, *, rounds: int) -> float:
    """Measure two sides in turn and print their medians, in ms, and the ratio."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds):
        for side in (0, 1) if number % 2 else (1, 0):
            times[side].append((ours, other)[side]())
    mine, theirs = (statistics.median(side) * 1000 for side in times)
    row(what, f"{mine:.0f} ms", f"{theirs:.0f} ms", f"{mine / theirs:.2f}", promised)
    return mine / theirs


def copy_of_project(target: Path, source: Path = ROOT) -> Path:
    """Copy a project without its outputs, so that the bench disturbs nothing."""
    for name in ("seeds", "locales", "templates"):
        shutil.copytree(source / name, target / name)
    shutil.copy(source / "handouts.yaml", target)
    return target


class Server:
    """A process of its own that sets the project's leaflets in one way, warm, and says how long each pass took."""

    def __init__(self, way: str, project: Path) -> None:
        command = [sys.executable, __file__, "--serve", way, str(project)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self()  # warm up

    def __call__(self) -> float:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())

    def stop(self) -> None:
        """End the process."""
        self.process.terminate()
        self.process.wait()


def warm_costs(project: Path) -> None:
    """Compare a leaflet's cost in a warm process with a bare write_pdf of the same finished HTML."""
    servers = {way: Server(way, project) for way in ("bare", "ours", "fitted")}
    compare("40 leaflets, size known / bare write_pdf", "<= 1.10", servers["ours"], servers["bare"], rounds=7)
    compare("40 leaflets, size fitted / bare write_pdf", "<= 1.6", servers["fitted"], servers["bare"], rounds=7)
    for server in servers.values():
        server.stop()


def corrections(project: Path, specimen: Path) -> None:
    """Compare setting with the corrections of engine/ and without, in our leaflets and in 35 languages."""
    for name, folder in (("40 leaflets", project), ("specimen, 35 languages", specimen)):
        servers = {way: Server(way, folder) for way in ("corrected", "uncorrected")}
        compare(f"{name}, corrected / as the engine comes", "<= 1.03", *servers.values(), rounds=7)
        for server in servers.values():
            server.stop()


def layouts(*projects: Path) -> None:
    """Print how many layouts the fitting of the type size takes, on average, in each language's cold build."""
    from handouts.typeset import typeset

    counts: dict[str, list[int]] = {}
    for project in projects:
        for planned in planned_leaflets(project):
            counts.setdefault(planned.leaflets[0].language.tag, []).append(typeset(planned.job).layouts)
    means = {tag: statistics.mean(found) for tag, found in counts.items()}
    whole = statistics.mean(count for found in counts.values() for count in found)
    worst = max(means, key=lambda tag: means[tag])
    row("layouts a leaflet, mean / most in a language", f"{whole:.2f}", f"{worst} {means[worst]:.2f}", "", "<= 1.5")


def checks(project: Path, scratch: Path) -> None:
    """Time the rules for texts, without rendering: ten topics in four languages, then with four times the catalogs."""
    more = copy_of_project(scratch / "more")
    tags = [f"{tag}-{region}" for tag, regions in REGIONS.items() for region in regions]
    for tag in tags:
        shutil.copytree(more / "locales" / tag.rpartition("-")[0], more / "locales" / tag)
    settings = more / "handouts.yaml"
    listed = settings.read_text(encoding="utf-8").replace("zh-Hans]", f"zh-Hans, {', '.join(tags)}]")
    settings.write_text(listed, encoding="utf-8")
    few, many = ([HANDOUTS, "--project", each, "check", "--no-render"] for each in (project, more))
    compare("check, 12 catalogs / 3 catalogs", "<= 4", timed(many), timed(few), rounds=5)
    seconds = statistics.median(timed(few)() for _ in range(5))
    row("check of ten topics in four languages", f"{seconds:.2f} s", "", "", "< 2 s")


def packet(project: Path) -> None:
    """Compare binding a packet of all ten leaflets, cover and page numbers included, with setting them again."""
    command = [HANDOUTS, "--project", project, "packet", "the-whole-set", "-l", LANGUAGE, "-e", "a4"]
    timed(command)()
    servers = {way: Server(way, project) for way in ("packet", "its leaflets")}
    compare(
        "packet of ten leaflets / setting them again", "<= 0.25", servers["packet"], servers["its leaflets"], rounds=7
    )
    for server in servers.values():
        server.stop()
    again = timed([HANDOUTS, "--project", project, "build", "-e", "a4", "-l", LANGUAGE, "--force"])
    compare("the same as commands, reading the project included", "report", timed(command), again, rounds=5)


def two_jobs(project: Path) -> None:
    """Compare whole builds with one job and with two."""
    one = timed([HANDOUTS, "--project", project, "build", "-e", "a4", "--force", "--jobs", "1"])
    two = timed([HANDOUTS, "--project", project, "build", "-e", "a4", "--force", "--jobs", "2"])
    compare(f"whole build, 1 job / 2 jobs ({os.cpu_count()} processors)", ">= 1.6", one, two, rounds=3)


def nothing_to_do(project: Path) -> None:
    """Compare a build that finds nothing to do with the least that the command can do."""
    idle = timed([HANDOUTS, "--project", project, "build", "-e", "a4"])
    compare("nothing to do / --version", "<= 2", idle, timed([HANDOUTS, "--version"]), rounds=15)


def other_engines(project: Path, scratch: Path) -> None:
    """Compare one leaflet, from a cold start, with headless Chromium and with typst."""
    ours = timed([HANDOUTS, "--project", project, "build", "-e", "a4", "--force", "-t", TOPIC, "-l", LANGUAGE])
    html, text = scratch / "leaflet.html", scratch / "leaflet.typ"
    subprocess.run([sys.executable, __file__, "--dump", *map(str, (project, html, text))], check=True)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium:
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
        printed = [f"--user-data-dir={scratch / 'profile'}", f"--print-to-pdf={scratch / 'c.pdf'}", html.as_uri()]
        other = timed([chromium, *flags, *printed])
        compare("one leaflet, cold / headless Chromium, same HTML", "report", ours, other, rounds=7)
    else:
        print("headless Chromium: not on this machine (apt-get install chromium)")
    try:
        import typst  # noqa: F401
    except ImportError:
        print("typst: not installed (make bench installs it)")
        return
    code = f"import typst; typst.compile({str(text)!r}, output={str(scratch / 't.pdf')!r}, font_paths=[{fonts()!r}])"
    compare("one leaflet, cold / typst, same text", "report", ours, timed([sys.executable, "-c", code]), rounds=7)


def fonts() -> str:
    """Return the folder of our fonts."""
    return str(ROOT / "handouts" / "fonts")


REGIONS = {"es": ("MX", "AR", "CO"), "ar": ("EG", "SA", "MA"), "zh-Hans": ("CN", "SG", "MY")}


def timed(command: list[object]) -> Side:
    """Make a side of a comparison from a command."""
    words = [str(word) for word in command]

    def run() -> float:
        start = perf_counter()
        subprocess.run(words, check=True, capture_output=True)
        return perf_counter() - start

    return run


def serve(way: str, project: Path) -> None:
    """Set all leaflets each time a line comes in."""
    from dataclasses import replace

    if way in ("packet", "its leaflets"):
        serve_packet(way, project)
        return
    jobs = [planned.job for planned in planned_leaflets(project)]
    if way == "bare":
        import weasyprint

        from handouts.typeset import Pictures

        def once() -> None:
            for job, size in sized:
                css = "\n".join([*(style.css for style in job.styles), f"html {{ font-size: {size:g}pt }}"])
                page = job.html.replace("</head>", f"<style>{css}</style></head>")
                html = weasyprint.HTML(string=page, base_url="picture:/", url_fetcher=Pictures(job.pictures))
                html.write_pdf(pdf_variant="pdf/a-2a")

        sizes = json.loads((project / "build" / "manifest.json").read_text(encoding="utf-8"))["outputs"]
        by_name = {Path(output["path"]).stem: output["type_size"] for output in sizes}
        sized = [(job, by_name[job.name]) for job in jobs]
    else:
        from handouts import engine
        from handouts.typeset import typeset

        if way == "uncorrected":
            engine.install, engine.finish = lambda: None, lambda *_: None
        if way != "fitted":
            found = {job.name: typeset(job).size if way == "ours" else SIZE for job in jobs}
            jobs = [
                replace(job, sheet=replace(job.sheet, smallest=found[job.name], largest=found[job.name]), loose=())
                for job in jobs
            ]

        def once() -> None:
            for job in jobs:
                typeset(job)

    for _ in sys.stdin:
        start = process_time()  # of this process alone, whatever else the machine does
        once()
        print(process_time() - start, flush=True)


def serve_packet(way: str, project: Path) -> None:
    """Bind the packet of all leaflets, or set them, each time a line comes in."""
    from handouts import build, packets, pool
    from handouts import project as projects
    from handouts.order import Order
    from handouts.problems import Report
    from handouts.typeset import typeset

    report = Report()
    loaded = build.load(projects.load(project, report), None, report)
    binder = packets._binder(loaded, Order("the-whole-set", (LANGUAGE,), "a4"), report)
    planned = list(build.plan(loaded, binder.request, report, build.Outcome()))
    pool.run = lambda jobs, **_: ((job, typeset(job)) for job in jobs)  # in this process, whose time is taken
    for _ in sys.stdin:
        start = process_time()
        if way == "packet":
            assert binder.bound(planned)
        else:
            for each in planned:
                typeset(each.job)
        print(process_time() - start, flush=True)


def planned_leaflets(project: Path):  # type: ignore[no-untyped-def]  # a list of build.Planned
    """Compose all leaflets of a project."""
    from handouts import build
    from handouts import project as projects
    from handouts.problems import Report
    from handouts.request import Request

    report = Report()
    loaded = build.load(projects.load(project, report), None, report)
    planned = build.plan(loaded, Request(editions=("a4",)), report, build.Outcome())
    return [each for each in planned if not each.leaflets[0].missing]


def dump(project: Path, html: Path, text: Path) -> None:
    """Write one leaflet as a web page with its pictures beside it, and its text for typst."""
    import re
    from html import unescape

    job = next(p.job for p in planned_leaflets(project) if p.job.name.startswith(f"{TOPIC}.{LANGUAGE}."))
    css = "\n".join(style.css for style in job.styles)
    page = job.html.replace("</head>", f"<style>{css}</style></head>").replace("picture:/", "")
    html.write_text(page, encoding="utf-8")
    for name, raw in job.pictures.items():
        (html.parent / name).write_bytes(raw)
    body = re.sub(r"<head>.*?</head>", "", job.html, flags=re.DOTALL)
    lines = [unescape(re.sub(r"<[^>]+>", "", line)).strip() for line in body.splitlines()]
    paragraphs = [re.sub(r"([#*_@$<>\[\]\\`])", r"\\\1", line) for line in lines if line]
    head = '#set page("a4")\n#set text(font: "Noto Sans", size: 12pt)\n'
    pictures = "".join(f'#image("{name}", width: 140mm)\n' for name in job.pictures)
    text.write_text(head + pictures + "\n\n".join(paragraphs), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--serve"]:
        serve(sys.argv[2], Path(sys.argv[3]))
    elif sys.argv[1:2] == ["--dump"]:
        dump(*map(Path, sys.argv[2:5]))
    else:
        main()
