"""Measure the site of a large blueprint in terms of what mkdocs needs for as many plain pages.

Both are built by their commands, one after the other in this run, with the same theme and the same plugins:
seconds differ from machine to machine, how many times longer one takes than the other hardly does. The plain
pages are listed as mkdocs lists pages unless told otherwise: all of them, on each. That is most of what they
take; with a navigation of a few entries they would be built in a fraction of the time. Then the
site is built again after one journey was edited, as `serve` does, to see how much of it is made anew.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from generate import STEPS_PER_JOURNEY, blueprint

JOURNEYS, TOUCHPOINTS = 1_000, 120
QUICK_JOURNEYS, QUICK_TOUCHPOINTS = 70, 20
"""Few, and still enough for a site that is published as a large one."""
SLOWEST = 2.0
"""How many times longer than the plain pages the site may take."""
HEAVIEST = 100.0
"""How many megabytes the site of the large blueprint may weigh."""
LONGEST_REBUILD = 0.5
"""The share of the first build that a build after one edit may take: mkdocs fills in its template for every
page again, and the search reads each."""

PLAIN = """\
# {name}

A page about one thing, as somebody would write it by hand: what it is for, whom it concerns, and what was
agreed about it the last time that those who answer for it sat together.

It has a second paragraph, because a page with one is seldom enough, and [a link](index.md) to another page.

| What | Who | When |
| --- | --- | --- |
| Answers the call | Customer service | within a minute |
| Looks the case up | Operations | the same day |
| Calls back | Customer service | within two days |
"""


def main() -> None:
    """Build both, print what they take, and exit 1 where a goal is missed, unless asked to be quick."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="small, and no goals: does it run at all?")
    parser.add_argument("--journeys", type=int, help=f"how many journeys; {JOURNEYS:,} unless said")
    options = parser.parse_args()
    journeys = options.journeys or (QUICK_JOURNEYS if options.quick else JOURNEYS)
    touchpoints = QUICK_TOUCHPOINTS if options.quick else TOUCHPOINTS
    with tempfile.TemporaryDirectory(prefix="cxblueprint-bench-") as name:
        goals = [*sites(Path(name), journeys, touchpoints)]
    missed = [what for what, reached in goals if not reached]
    if missed and not options.quick:
        sys.exit(f"\nmissed: {'; '.join(missed)}")


def sites(folder: Path, journeys: int, touchpoints: int) -> Iterator[tuple[str, bool]]:
    """Build the site, as many plain pages, and the site again; yield what was to be reached."""
    source = folder / "large.yaml"
    text = blueprint(journeys * STEPS_PER_JOURNEY, touchpoints=touchpoints)
    source.write_text(text, encoding="utf-8")
    print(f"The site of {journeys:,} journeys of {STEPS_PER_JOURNEY} steps at {touchpoints} touchpoints:")
    command = [sys.executable, "-m", "cxblueprint", "site", str(source), "--output", str(folder / "ours")]
    ours = seconds(command)
    pages = [path.relative_to(folder / "ours") for path in sorted((folder / "ours").rglob("*.html"))]
    pages = [page for page in pages if page.name != "404.html"]
    write_plain(folder, pages)
    plain = seconds([sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(folder / "mkdocs.yml")])
    megabytes, least = weight(folder / "ours"), weight(folder / "plain")
    print(f"  {len(pages):,} pages    {ours:7.1f} s  {megabytes:7.1f} MB")
    print(f"  as many plain{plain:7.1f} s  {least:7.1f} MB")
    print(f"  {ours / plain:.2f} times as long  goal: at most {SLOWEST}")
    yield f"the site takes {ours / plain:.2f} times as long as plain pages", ours / plain <= SLOWEST
    print(f"  {megabytes:.1f} MB  goal: at most {HEAVIEST:g}")
    yield f"the site weighs {megabytes:.1f} MB", megabytes <= HEAVIEST
    first, again, drawn = rebuilt(folder, text)
    print(f"  built again after an edit: {again:.1f} s, {drawn} pictures drawn  ", end="")
    print(f"{again / first:.2f} of the first time  goal: at most {LONGEST_REBUILD}")
    yield f"a rebuild takes {again / first:.2f} of a build", again / first <= LONGEST_REBUILD


def write_plain(folder: Path, pages: list[Path]) -> None:
    """Write plain pages at the places of the site's own, and what mkdocs needs to know."""
    from cxblueprint.mkdocs_host import material_settings

    docs = folder / "docs"
    for page in pages:
        path = docs / page.with_suffix(".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        up = "../" * (len(page.parts) - 1)
        words = PLAIN.format(name=page.stem.replace("-", " ").capitalize())
        path.write_text(words.replace("index.md", f"{up}index.md"), encoding="utf-8")
    settings = material_settings() | {
        "site_name": "Plain pages",
        "use_directory_urls": False,
        "site_dir": str(folder / "plain"),
        "plugins": ["search", "offline"],
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings, indent=1), encoding="utf-8")


def seconds(command: list[str]) -> float:
    """Return how many seconds a processor works on a command; by the clock where nobody counts them."""
    before, begin = os.times(), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return spent or time.perf_counter() - begin


def weight(folder: Path) -> float:
    """Return how many megabytes a folder holds."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def rebuilt(folder: Path, text: str) -> tuple[float, float, int]:
    """Build twice in this process as `serve` does, one step's words changed in between.

    Returns the seconds of both builds, and how many pictures the second one drew.
    """
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    from cxblueprint import pictures

    (folder / "live" / "docs").mkdir(parents=True)
    settings = json.loads((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    settings |= {"docs_dir": str(folder / "live" / "docs"), "site_dir": str(folder / "live" / "site")}
    settings["plugins"] += [{"cxblueprint": {"blueprints": [{"source": str(folder / "large.yaml")}]}}]
    settings["nav"] = ["./", "rules/"]
    file = folder / "live" / "mkdocs.yml"
    file.write_text(json.dumps(settings), encoding="utf-8")
    drawn = 0
    draw = pictures.View.__call__

    def counted(view: pictures.View, *things: Any, **more: Any) -> pictures.Picture:  # noqa: ANN401  # as it is
        nonlocal drawn
        drawn += 1
        return draw(view, *things, **more)

    taken: list[float] = []
    with mock.patch.object(pictures.View, "__call__", counted):
        for words in (text, text.replace("Asks about thing 5 and", "Asks about something else and", 1)):
            (folder / "large.yaml").write_text(words, encoding="utf-8")
            begin, drawn = time.process_time(), 0
            config = load_config(str(file))
            config.plugins.on_startup(command="serve", dirty=False)
            build(config)
            taken.append(time.process_time() - begin)
    return taken[0], taken[1], drawn


if __name__ == "__main__":
    main()
