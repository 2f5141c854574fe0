"""Every block of every page does what the page says. See `scripts/reference/blocks.py` for how they are run.

Where something was changed on purpose, `python -m scripts.reference` writes the pages anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import unified_diff
from itertools import islice
from pathlib import Path

import pytest

from scripts.reference.blocks import PageError, replayed
from scripts.reference.making import pictures, remade
from scripts.reference.sources import named, pages


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


def test_a_failing_line_of_python_is_found_where_it_stands_on_the_page(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        replayed("one\n\n```python\nx = 1\nx / 0\n```\n", "page.md", tmp_path)
    assert (str(caught.traceback[-1].path), caught.traceback[-1].lineno + 1) == ("page.md", 5)
