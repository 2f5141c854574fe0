"""Pictures: a blueprint drawn as SVG, for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from cxblueprint.pictures.picture import Picture, Table
from cxblueprint.pictures.theme import Theme, page_css

if TYPE_CHECKING:
    from cxblueprint.checks import Finding
    from cxblueprint.graph import Graph
    from cxblueprint.model import Subject

__all__ = ["VIEWS", "Picture", "Table", "Theme", "View", "page_css"]


class View(Protocol):
    """Draws one view of a journey."""

    def __call__(
        self,
        graph: Graph,
        journey_id: str,
        *,
        stage: str | None = None,
        theme: Theme = "auto",
        findings: Sequence[Finding] = (),
        link: Callable[[Subject], str | None] | None = None,
    ) -> Picture:
        """Return the picture."""
        ...


class _Views(Mapping[str, View]):
    """The views by name; the code of one is loaded when it is asked for."""

    _MODULES: Mapping[str, str] = {
        "service-blueprint": "service_blueprint",
        "journey-map": "journey_map",
    }

    def __getitem__(self, name: str) -> View:
        module = import_module(f"{__name__}.{self._MODULES[name]}")
        return cast("View", module.draw)

    def __iter__(self) -> Iterator[str]:
        return iter(self._MODULES)

    def __len__(self) -> int:
        return len(self._MODULES)


VIEWS: Mapping[str, View] = _Views()
