"""Publish the examples with ProperDocs, which goes on where mkdocs 1 ended, in an environment of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import cxblueprint as cx
from cxblueprint.site import build

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "properdocs"
SITE = FOLDER / "site"
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir())
HOME = """\
# Examples

```cx-blueprint
blueprint: coffee-shop
view: journey-map
```
"""


def main() -> None:
    """Install the package and ProperDocs, build the site of all examples, and look at what came out."""
    python = install()
    settings = {
        "site_name": "Examples",
        "theme": {"name": "material", "font": False},
        "strict": True,
        "plugins": ["search", {"cxblueprint": {"blueprints": [published(folder) for folder in EXAMPLES]}}],
    }
    (FOLDER / "docs").mkdir(exist_ok=True)
    (FOLDER / "docs" / "index.md").write_text(HOME, encoding="utf-8")
    # JSON is YAML.
    (FOLDER / "properdocs.yml").write_text(json.dumps(settings, indent=1), encoding="utf-8")
    run(python, "-m", "properdocs", "build", "--clean", "--site-dir", SITE)
    for folder in EXAMPLES:
        look_at(folder)
    pictures = (SITE / "index.html").read_text(encoding="utf-8").count('<figure class="cx-figure"')
    if pictures != 1:
        sys.exit(f"the page written by hand shows {pictures} pictures, not 1")
    print(f"{len([*SITE.rglob('*.html')])} pages and {len([*SITE.rglob('*.svg')])} pictures by ProperDocs")


def published(folder: Path) -> dict[str, str]:
    """Return what the settings say of an example."""
    return {"source": os.path.relpath(folder, FOLDER), "path": folder.name}


def install() -> Path:
    """Return the Python of an environment with the package, its extra `site` and ProperDocs."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    environment = FOLDER / "venv"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    constraints = ("-c", ROOT / "constraints.txt")
    pip = ("-m", "pip", "install", "-qq", "--disable-pip-version-check", *constraints)
    run(python, *pip, "pip", "hatchling", "editables")
    run(
        python, *pip, "--no-build-isolation", "-e", f"{ROOT}[site]", "--group", f"{ROOT}/pyproject.toml:hosts"
    )
    return python


def look_at(folder: Path) -> None:
    """Stop unless each journey of an example has its page, with the pictures that it is to show."""
    graph = cx.Graph(cx.load(folder))
    pages = build(graph, report=cx.check(graph)).pages
    for journey in graph.journeys:
        page = SITE / folder.name / "journeys" / journey / "index.html"
        wanted = len(pages[f"journeys/{journey}.md"].figures)
        pictures = page.read_text(encoding="utf-8").count('<figure class="cx-figure"')
        files = len([*page.parent.glob("*.svg")])
        if (pictures, files) != (wanted, wanted):
            sys.exit(
                f"{page} shows {pictures} pictures and {files} files of them lie beside it, not {wanted}"
            )


def run(*command: str | Path) -> None:
    """Run a command; stop, with what it printed, unless all went well."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=FOLDER,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}: exit code {done.returncode}\n{done.stdout}")


if __name__ == "__main__":
    main()
