"""A stranger's blueprint, theme, configuration or baseline runs no code, starts nothing, asks nobody."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from cxblueprint.pictures import VIEWS

from .hostile import hostile
from .vectors import each_in_turn

WATCHED = Path(__file__).with_name("watched.py")
TRAP = "raise SystemExit('sprung')\n"
TRAPS = (
    "conftest.py", "hooks.py", "main.py", "macros.py", "own_rules.py", "rules/__init__.py",
    "sitecustomize.py", "usercustomize.py", "yaml.py", "click.py", "mkdocs.py", "cxblueprint.py", "theme.py",
)  # fmt: skip
ENTRY_POINT = "[cxblueprint.rules]\nx = own_rules\n[mkdocs.plugins]\nx = own_rules\n"
SUBJECTS = {"journey": ("--journey", "journey-0"), "plan": ("--plan", "recovery-plan-0"), "blueprint": ()}


@pytest.fixture
def stranger(tmp_path: Path) -> Path:
    """A folder with a hostile blueprint, and with everything beside it that some tool would run."""
    folder = tmp_path / "stranger"
    for name in TRAPS:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(TRAP, encoding="utf-8")
    info = folder / "stranger-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: stranger\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(ENTRY_POINT, encoding="utf-8")
    (folder / "blueprint.json").write_text(json.dumps(hostile(each_in_turn(), 1)), encoding="utf-8")
    return folder


def commands_for(path: str, output: str, *, drawn: Sequence[str] = (".svg", ".gv")) -> list[list[str]]:
    """Return everything that somebody does with a blueprint."""
    reports = ("text", "json", "sarif", "github", "junit", "markdown")
    return [
        *(["check", path, "--format", form] for form in reports),
        ["check", path, "--by", "owner", "--output", f"{output}/report.txt"],
        ["check", path, "--fix", "--dry-run"],
        ["walk", path, "--journey", "journey-0", "--persona", "persona-0"],
        *(
            [
                "render",
                path,
                "--view",
                view.name,
                *SUBJECTS[view.of],
                "--output",
                f"{output}/{view.name}{suffix}",
            ]
            for view in VIEWS.values()
            for suffix in drawn
        ),
        ["site", path, "--output", f"{output}/site"],
        ["site", path, "--output", f"{output}/markdown", "--format", "markdown"],
    ]


def watched(
    stranger: Path, commands: list[list[str]], *, here: Path, allowed: Sequence[Path]
) -> dict[str, Any]:
    """Run commands under watch, in a process of their own, and return what was seen."""
    scratch = here.parent / "scratch"
    scratch.mkdir(exist_ok=True)
    environment = {**os.environ, "TMPDIR": str(scratch), "TEMP": str(scratch), "TMP": str(scratch)}
    ended = subprocess.run(
        [sys.executable, "-B", str(WATCHED), str(stranger), str(scratch), *map(str, allowed)],
        input=json.dumps(commands),
        cwd=here,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.stderr == ""
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


def test_whatever_is_done_with_a_hostile_blueprint_nothing_of_it_is_run(
    tmp_path: Path, stranger: Path
) -> None:
    here, output = tmp_path / "here", tmp_path / "output"
    here.mkdir()
    output.mkdir()
    commands = commands_for(str(stranger), str(output))
    found = watched(stranger, commands, here=here, allowed=[output])

    assert found["seen"] == []
    assert len(found["codes"]) == len(commands)


def test_settings_of_a_stranger_run_nothing_unless_they_name_rules_of_their_own(
    tmp_path: Path, stranger: Path
) -> None:
    output = tmp_path / "output"
    output.mkdir()
    words = json.dumps("</style><script>hit(1)</script> {{ 7 * 7 }} !!python/object/apply:os.system")
    (stranger / "cxblueprint.toml").write_text(
        f"""\
baseline = "known/baseline"
exceptions = [{{path = "**", rules = ["OWN"], reason = {words}}}]
[theme]
fonts = ["Comic Sans"]
[theme.words]
Line = {words}
[site]
source-link = "https://git.example/{{path}}?q=</script><script>hit(1)</script>"
""".replace("Line =", '"Line of visibility" ='),
        encoding="utf-8",
    )
    known = {"fingerprint": "!!python/object", "code": "<script>", "subject": "__reduce__"}
    baseline = {"version": 1, "blueprint": "blueprint-0", "findings": [known]}
    (stranger / "known").mkdir()
    (stranger / "known" / "baseline").write_text(json.dumps(baseline), encoding="utf-8")
    commands = [
        ["check", "blueprint.json"],
        ["check", "blueprint.json", "--update-baseline"],
        ["render", "blueprint.json", "--view", "governance", "--output", f"{output}/governance.svg"],
        ["site", "blueprint.json", "--output", f"{output}/markdown", "--format", "markdown"],
    ]
    found = watched(stranger, commands, here=stranger, allowed=[output, stranger / "known"])

    assert found["seen"] == []
    assert len(found["codes"]) == len(commands)


def test_a_configuration_beside_a_blueprint_is_not_looked_for(tmp_path: Path, stranger: Path) -> None:
    (stranger / "cxblueprint.toml").write_text(
        'own-rules = ["own_rules.py"]\nnonsense = 1\n', encoding="utf-8"
    )
    here = tmp_path / "here"
    here.mkdir()
    found = watched(stranger, [["check", str(stranger)], ["check", "../stranger"]], here=here, allowed=[])

    assert found == {"codes": [1, 1], "seen": []}


def test_the_watch_sees_rules_that_the_settings_of_the_working_directory_name(stranger: Path) -> None:
    (stranger / "cxblueprint.toml").write_text('own-rules = ["own_rules.py"]', encoding="utf-8")
    found = watched(stranger, [["check", "blueprint.json"]], here=stranger, allowed=[])

    trap = str(stranger / "own_rules.py")
    assert found["codes"] == [2]
    assert found["seen"][:2] == [f"compile {trap}", f"exec {trap}"]


def test_the_watch_sees_processes_connections_and_files(tmp_path: Path, stranger: Path) -> None:
    (stranger / "own_rules.py").write_text(
        """\
import os, pickle, socket, subprocess, sys
subprocess.run([sys.executable, "-c", ""])
os.system("")
open("written", "w").close()
os.mkdir("made")
pickle.loads(b"cos\\ngetcwd\\n.")
try:
    socket.create_connection(("127.0.0.1", 9), timeout=0.01)
except OSError:
    pass
""",
        encoding="utf-8",
    )
    (stranger / "cxblueprint.toml").write_text('own-rules = ["own_rules.py"]', encoding="utf-8")
    found = watched(stranger, [["check", "blueprint.json"]], here=stranger, allowed=[tmp_path / "output"])

    wanted = {"subprocess.Popen", "os.system", "open", "os.mkdir", "pickle.find_class", "socket.connect"}
    assert wanted <= {seen.split(" ")[0] for seen in found["seen"]}
