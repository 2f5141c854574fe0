"""The pages about a blueprint as a folder of Markdown, for whichever tool publishes it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cxblueprint import api
from cxblueprint.folders import SiteResult, refuse_unfit, replaced
from cxblueprint.graph import Graph
from cxblueprint.judging import Judging
from cxblueprint.pictures import Theme
from cxblueprint.site import Choices, build, build_rules, markdown_files


def build_markdown(
    paths: Sequence[str],
    output: Path,
    *,
    judging: Judging,
    theme: Theme,
    choices: Choices,
    force: bool = False,
) -> SiteResult:
    """Write the pages about a blueprint into a folder as Markdown, whole or not at all.

    A folder that holds such a site gets the new one in its place; files in it that we did not write stay.

    Args:
        paths: the files and folders that hold the blueprint.
        output: the folder; made where it is missing.
        judging: the rules by which the blueprint is judged.
        theme: colours, fonts and words of the pictures.
        choices: its parts, its pictures, and where its files are seen.
        force: also write into a folder that holds other things. They stay, unless a page of the site
            has the same name.

    Raises:
        LoadError: the files hold no blueprint.
        UsageError: the folder holds other things and `force` is not set, or it cannot be written;
            the profile is unknown.
    """
    refuse_unfit(output, paths, force=force)
    graph = Graph(api.load(*paths))
    site = build(
        graph,
        report=judging.report(graph),
        rules=judging.catalogue,
        directory_urls=None,
        theme=theme,
        parts=choices.parts,
        views=choices.views,
        source_link=choices.source_link,
    )
    rules = build_rules(judging.catalogue)
    files = markdown_files((site, rules), theme=theme)
    with replaced(output) as folder:
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content.encode("utf-8"))
    target = output.resolve()
    return SiteResult(target, len(site.pages) + len(rules.pages), target / "index.md")
