"""Show what cxblueprint does: check every example, draw every view of every journey, build the site."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import sys
import textwrap
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Literal

import cxblueprint as cx
from cxblueprint.pictures import VIEWS

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
DEMO = ROOT / "build" / "demo"
SITE = DEMO / "site"
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main() -> None:
    """Go through the examples, as many at a time as there are processors, then build the site of them all."""
    begin = time.perf_counter()
    shutil.rmtree(DEMO, ignore_errors=True)
    folders = sorted(path for path in EXAMPLES.iterdir() if path.is_dir())
    print(f"cxblueprint {cx.__version__}: {len(folders)} example blueprints", flush=True)
    pictures = 0
    with ProcessPoolExecutor() as pool:
        for lines, drawn in pool.map(show, folders):
            print("", *lines, sep="\n", flush=True)
            pictures += drawn
    publish()
    pages = len(list(SITE.rglob("*.html")))
    print(f"\n{pictures} pictures and {pages} pages in {time.perf_counter() - begin:.0f} s. Look at")
    print(f"  the site      {named(SITE)}/index.html")
    print(f"  the pictures  {named(DEMO)}/*/*.svg and *.png")
    print(f"  the findings  {named(DEMO)}/*/findings.txt")


def show(folder: Path) -> tuple[list[str], int]:
    """Check and draw one example; return what to say of it, and how many pictures there are."""
    graph = cx.Graph(cx.load(folder))
    out = DEMO / folder.name
    out.mkdir(parents=True, exist_ok=True)
    journeys, steps = len(graph.journeys), len(graph.steps)
    head = f"{named(folder)}: {counted(journeys, 'journey')}, {counted(steps, 'step')}"
    findings = check(folder, out / "findings.txt")
    pictures, trouble = draw(graph, out)
    lines = [head, *findings, f"{counted(pictures, 'picture')} in {named(out)}", *trouble]
    return [graph.blueprint.title, *(f"  {line}" for line in lines)], pictures


def check(folder: Path, report: Path) -> list[str]:
    """Check one example by the command, as a reader would, keep its report and return a summary.

    Findings are no failure here: some of the examples are there to have them.
    """
    run("check", named(folder), "--output", named(report), "--force")
    found = json.loads(run("check", named(folder), "--format", "json"))
    counts = {severity: found["summary"][severity] for severity in ("error", "warning", "info")}
    names = Counter(finding["name"] for finding in found["findings"])
    summary = ", ".join(f"{name} ({times})" if times > 1 else name for name, times in names.most_common())
    return [
        ", ".join(counted(number, word) for word, number in counts.items() if number) or "no findings",
        *(f"  {line}" for line in textwrap.wrap(summary, 96, break_on_hyphens=False)),
    ]


def draw(graph: cx.Graph, out: Path) -> tuple[int, list[str]]:
    """Draw every view there is of everything; return how many pictures there are, and why some are not."""
    findings = cx.check(graph).found
    pictures = 0
    trouble: list[str] = []
    wanted = ((view, subject) for view in VIEWS.values() for subject in view.subjects(graph))
    for (view, subject), theme in itertools.product(wanted, THEMES):
        concerning = view.concerning(graph, subject, findings)
        picture = view(graph, subject, theme=theme, findings=concerning)
        path = out / f"{subject or 'all'}.{view.name}.{theme}.svg".replace(":", "-")
        picture.save(path)
        pictures += 1
        if not trouble:
            try:
                picture.save(path.with_suffix(".png"))
                pictures += 1
            except cx.CxBlueprintError as error:  # a bare machine has no font to write with
                trouble.append(f"no PNG: {error}")
    return pictures, trouble


def run(*words: str) -> str:
    """Run cxblueprint and return what it printed; stop where it could not do its work."""
    command = [sys.executable, "-m", "cxblueprint", *words]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(f"cxblueprint {' '.join(words)}: exit code {done.returncode}\n{done.stderr}")
    return done.stdout


def publish() -> None:
    """Build the documentation with the gallery of the examples in it."""
    print("\nThe documentation with the gallery of examples")
    print(f"  mkdocs build --strict --site-dir {named(SITE)}")
    # Not --quiet: mkdocs then counts no warnings, and --strict means nothing.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(SITE)]
    # The theme would otherwise advertise its successor.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        sys.exit(f"the site could not be built\n{done.stdout}")


def counted(number: int, word: str) -> str:
    """Return a number with its noun."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def named(path: Path) -> str:
    """Return a path as a reader in the repository's folder would type it."""
    return path.relative_to(ROOT).as_posix()


if __name__ == "__main__":
    main()
