"""What a stranger's blueprint, theme and settings become: pages, pictures and reports."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from cxblueprint.checks import PathException
from cxblueprint.graph import Graph
from cxblueprint.judging import Judging
from cxblueprint.loading import loads
from cxblueprint.markdown_host import build_markdown
from cxblueprint.mkdocs_host import build_site
from cxblueprint.pictures import VIEWS, Picture, Theme
from cxblueprint.pictures.settling import known_texts
from cxblueprint.site import Choices, SourceLink

from .hostile import hostile
from .vectors import Slots

SIZE = 2
"""How many things of each kind the site of a hostile blueprint has; see `vectors.in_groups`."""


def theme_of(slots: Slots) -> Theme:
    """Return a theme that says something else wherever a picture says something of ours."""
    words = {
        text: f"{_as_braces(slots.text('theme.words'))} {_rooms(text)}" for text in sorted(known_texts())
    }
    return Theme(words=words)


def _as_braces(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _rooms(text: str) -> str:
    names = (name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
    return " ".join(f"{{{name}}}" for name in names)


def judging_of(slots: Slots) -> Judging:
    """Return settings with reasons in them, for all that the rules of some families find."""
    reason = slots.text("configuration.reason")
    return Judging(exceptions=[PathException("**", ("OWN", "KPI", "STD", "GOV"), reason)])


def publish(folder: Path, slots: Slots, size: int, make: Callable[..., Any] = build_site) -> None:
    """Write the site of a blueprint with texts that `slots` makes."""
    file = folder.with_name(f"{folder.name}.json")
    file.write_text(json.dumps(hostile(slots, size)), encoding="utf-8")
    query = re.sub("[{}]", "", slots.text("configuration.source-link"))
    link = SourceLink(f"https://git.example/{{path}}?line={{line}}&x={query}")
    make(
        [str(file)],
        folder,
        judging=judging_of(slots),
        theme=theme_of(slots),
        choices=Choices(source_link=link),
    )


def publish_markdown(folder: Path, slots: Slots, size: int) -> None:
    """Write the site as a folder of Markdown."""
    publish(folder, slots, size, build_markdown)


def pictures_of(slots: Slots, size: int) -> Iterator[Picture]:
    """Yield a picture of every view, of each subject, with findings in it."""
    graph = Graph(loads(json.dumps(hostile(slots, size)), format="json"))
    theme = theme_of(slots)
    found = judging_of(slots).report(graph).found
    subjects: Mapping[str, list[str | None]] = {
        "journey": [*graph.journeys],
        "plan": [*graph.recovery_plans, *graph.escalation_policies],
        "blueprint": [None],
    }
    for view in VIEWS.values():
        for subject in subjects[view.of]:
            yield view(graph, subject, theme=theme, findings=view.concerning(graph, subject, found))
