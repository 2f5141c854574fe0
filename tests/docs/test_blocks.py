"""Every block of every page does what the page says. See `scripts/reference/blocks.py` for how they are run.

Where something was changed on purpose, `python -m scripts.reference` writes the pages anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from difflib import unified_diff
from itertools import islice
from pathlib import Path

import pytest

from scripts.reference.blocks import NOT_RUN, PageError, at_one_speed, replayed
from scripts.reference.exceptions import TEXTS, commands, pages_with_texts
from scripts.reference.making import pictures, remade
from scripts.reference.sources import ROOT, named, pages


def changes(made: Mapping[Path, str]) -> str:
    """Return how what is written differs from what has been made, the first differences of each file."""
    different: list[str] = []
    for path, text in made.items():
        written = path.read_text(encoding="utf-8") if path.exists() else ""
        lines = unified_diff(written.splitlines(), text.splitlines(), named(path), "today", lineterm="", n=0)
        different += islice(lines, 12)
    return "\n".join(different)


@pytest.mark.parametrize("page", [*pages()], ids=named)
def test_a_page_says_what_is_so_today(page: Path) -> None:
    assert changes(remade(page)) == ""


def test_the_pictures_show_the_examples_as_they_are() -> None:
    assert changes(pictures()) == ""


def test_what_a_command_prints_is_put_on_the_page(tmp_path: Path) -> None:
    page = """\
- in a list, with two commands

    ```yaml title="a/one.yaml"
    id: one
    title: One
    ```

    ```console
    $ cxblueprint check a --select OWN --format text
    something else
    $ echo $?
    7
    ```
"""
    expected = page.replace("something else", "One: no findings (4 rules, profile recommended)").replace(
        "7", "0"
    )
    assert replayed(page, "page.md", tmp_path) == expected


def test_a_command_has_the_environment_that_stands_in_front_of_it(tmp_path: Path) -> None:
    page = """\
```console
$ CXBLUEPRINT_ENGINE=steam cxblueprint render examples/coffee-shop --view silos --output a.svg
x
```
"""
    said = "error: there is no engine 'steam' (from CXBLUEPRINT_ENGINE), did you mean 'system'?"
    assert replayed(page, "page.md", tmp_path) == page.replace(
        "x\n```", f"{said}: auto, bundled, system\n```"
    )


@pytest.mark.parametrize(
    ("block", "complaint"),
    [
        ("```bash\nls\n```", "page.md:3: nobody runs 'bash'"),
        ("```\nplain\n```", "page.md:3: nobody runs 'a block without a language'"),
        ("```console\n$ ls\n```", "page.md:3: nobody runs 'ls'"),
        ("```console\nls\n```", "page.md:3: a console block begins with '$ '"),
        ('```yaml title="a.yaml"\nid: a\n```', "page.md:3: nothing reads a.yaml"),
        ('```python title="a.py"\nimport os\n```', "page.md:3: nothing reads a.py"),
        ('```toml title="a.toml"\na = 1\n```', "page.md:3: toml is for cxblueprint.toml or pyproject.toml"),
    ],
)
def test_a_block_that_is_of_no_use_is_refused(tmp_path: Path, block: str, complaint: str) -> None:
    with pytest.raises(PageError) as caught:
        replayed(f"A page\n{block}\n", "page.md", tmp_path)
    assert str(caught.value) == complaint


@pytest.mark.parametrize(
    ("block", "complaint"),
    [
        ("```yaml\nteams: [{id: a}]\n```", "page.md:1:9: missing key 'name' in team 'a'"),
        ("```python\nassert 1 == 2\n```", "AssertionError"),
        ("```json\n{\n```", "Expecting property name"),
        ('```toml title="cxblueprint.toml"\nprofile = "exemplar"\n```', "did you mean 'exemplary'"),
        ('```yaml title="a.yaml"\nid: a\n```\n```console\n$ cxblueprint check a.yaml\n```', "ends with 2"),
    ],
)
def test_a_block_that_does_not_do_what_it_says_is_found(tmp_path: Path, block: str, complaint: str) -> None:
    with pytest.raises(Exception) as caught:  # noqa: PT011  # whatever the block raises
        replayed(f"{block}\n", "page.md", tmp_path)
    assert complaint in "".join(caught.exconly())


def test_tests_take_the_same_time_on_every_page() -> None:
    quick, slow = ("===== 1 failed, 2 passed in 0.02s =====", "= 1 failed, 2 passed in 71.02s (0:01:11) =")
    assert at_one_speed(f"F..\n{quick}\n1 passed in 12.34s\n") == (
        f"F..\n{' 1 failed, 2 passed in 0.10s '.center(80, '=')}\n1 passed in 0.10s\n"
    )
    assert at_one_speed(slow) == at_one_speed(quick)


def test_what_is_written_to_a_file_is_there(tmp_path: Path) -> None:
    page = "```console\n$ cxblueprint schema > a.json\n```\n"
    assert replayed(page, "page.md", tmp_path) == page
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["title"] == "Blueprint"


def test_a_command_of_ours_in_a_workflow_is_run(tmp_path: Path) -> None:
    run = "steps: [{run: pip install it}, {run: cxblueprint check nowhere || true}]"
    with pytest.raises(PageError) as caught:
        replayed(f'```yaml title=".github/a.yml"\n{run}\n```\n', "page.md", tmp_path)
    assert str(caught.value) == "page.md:2: cxblueprint check nowhere || true ends with 2"


# What is shown and not run


def test_pages_show_only_such_texts_as_there_is_a_reason_for() -> None:
    assert pages_with_texts() == sorted(TEXTS)


def test_every_reason_not_to_run_a_command_is_needed() -> None:
    shown = [command for _, command, _ in commands()]
    # A command without an end would keep this very test waiting, so that none is taken off its list.
    needed = {why: every for why, every in NOT_RUN.items() if why != "goes on until it is stopped"}
    beginnings = [beginning for every in needed.values() for beginning in every]
    assert [b for b in beginnings if not any(command.startswith(b) for command in shown)] == []


def test_what_is_shown_and_not_run_names_what_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for _, command, _ in commands():
        match command.split():
            case ["make", *wanted]:
                assert set(wanted) <= targets, command
            case ["pytest" | "python", path] if "/" in path:
                assert (ROOT / path).exists(), command
            case ["python", "-m", module]:
                assert (ROOT / module.replace(".", "/") / "__main__.py").is_file(), command


def test_a_failing_line_of_python_is_found_where_it_stands_on_the_page(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        replayed("one\n\n```python\nx = 1\nx / 0\n```\n", "page.md", tmp_path)
    assert (str(caught.traceback[-1].path), caught.traceback[-1].lineno + 1) == ("page.md", 5)
