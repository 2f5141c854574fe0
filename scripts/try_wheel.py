"""Install the wheel alone in an environment of its own and use it, as one does outside the repository."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
EXAMPLE = ROOT / "examples" / "coffee-shop"


def main() -> None:
    """Try the newest wheel in the folder that the command line names."""
    wheel = max(Path(sys.argv[1]).resolve().glob("*.whl"), key=lambda path: path.stat().st_mtime)
    compare_with_the_tree(wheel)
    with tempfile.TemporaryDirectory() as folder:
        use(wheel, Path(folder))
    print(f"{wheel.name} installs and runs on its own")


def compare_with_the_tree(wheel: Path) -> None:
    """Stop unless the wheel holds every file of the package, and only those."""
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("cxblueprint/")}
    written = {
        path.relative_to(SOURCE).as_posix()
        for path in (SOURCE / "cxblueprint").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    if packed != written:
        sys.exit(
            f"only in the wheel: {sorted(packed - written)}; only in the tree: {sorted(written - packed)}"
        )


def use(wheel: Path, folder: Path) -> None:
    """Install the wheel without its extras but beside pytest, and go once through what it can do so."""
    venv.create(folder / "venv", with_pip=True)
    commands = folder / "venv" / "bin"
    constraints = ROOT / "constraints.txt"
    run(commands / "python", "-m", "pip", "install", "-qq", "-c", constraints, wheel, "pytest", folder=folder)
    command = commands / "cxblueprint"
    expect(run(command, "--version", folder=folder), "cxblueprint")
    expect(run(command, "rules", folder=folder), "marketing-owned-cx")
    expect(run(command, "explain", "marketing-owned-cx", folder=folder), "marketing")
    expect(run(command, "schema", folder=folder), '"touchpoints"')
    run(command, "check", EXAMPLE, folder=folder)
    picture = folder / "picture.svg"
    run(command, "render", EXAMPLE, "--view", "service-blueprint", "--output", picture, folder=folder)
    expect(picture.read_text(encoding="utf-8"), "</svg>")
    run(command, "site", EXAMPLE, "--output", "pages", "--format", "markdown", folder=folder)
    expect((folder / "pages" / "index.md").read_text(encoding="utf-8"), "journeys/")
    expect(run(commands / "pytest", "--cxblueprint", EXAMPLE, folder=folder), "cxblueprint: 1 blueprint, ")
    expect(
        run(command, "site", EXAMPLE, "--output", "site", folder=folder, code=2), "experience-blueprint[site]"
    )


def run(*command: str | Path, folder: Path, code: int = 0) -> str:
    """Run a command in the folder and return what it printed; stop unless it exits with the code."""
    words = [str(word) for word in command]
    done = subprocess.run(
        words, cwd=folder, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode != code:
        sys.exit(f"{' '.join(words)}: exit code {done.returncode}, not {code}\n{done.stdout}")
    return done.stdout


def expect(text: str, part: str) -> None:
    """Stop unless the text has the part in it."""
    if part not in text:
        sys.exit(f"{part!r} is not in:\n{text}")


if __name__ == "__main__":
    main()
