"""Pictures in pages written by hand: of a blueprint that is published, or of one that stands in the page."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from cxblueprint import _version
from cxblueprint.errors import Complaint, CxBlueprintError, LoadError, Location, UsageError, did_you_mean
from cxblueprint.graph import Graph
from cxblueprint.loading import loads
from cxblueprint.pictures import Theme, settings_of, view_named
from cxblueprint.pictures.svg import escape
from cxblueprint.site.pages import Drawing, Figure
from cxblueprint.site.writing.edition import digest
from cxblueprint.site.writing.figures import drawing_of, file_of, way_to

from .fences import Fence, Wish, fences_in, marked, wish_of

if TYPE_CHECKING:
    from cxblueprint.pictures import View
    from cxblueprint.site.writing.edition import Edition

_HEADER = {"id": "example", "title": "Example"}
"""What a blueprint in a page need not say."""


@dataclass
class Embedding:
    """The pictures that pages written by hand ask for, from their Markdown to the published page.

    A page goes through `marked`, then as HTML through `shown`, then as a whole through `finished`. What was
    drawn is kept over rebuilds, as long as a page shows it.
    """

    theme: Theme = field(default_factory=Theme)
    files: dict[str, str] = field(default_factory=dict)
    """The pictures that readers may take along, by path."""
    _published: Sequence[tuple[Sequence[str], Edition]] = ()
    _asked: dict[str, Sequence[tuple[str, Fence]]] = field(default_factory=dict)
    _places: dict[str, tuple[str, int]] = field(default_factory=dict)
    _pictures: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    _drawn: dict[str, Drawing] = field(default_factory=dict)
    _shown: dict[str, Drawing] = field(default_factory=dict)

    def begin(self, published: Sequence[tuple[Sequence[str], Edition]], theme: Theme) -> None:
        """Begin to build the site anew.

        Args:
            published: the blueprints, each after the names by which a page may call it.
            theme: colours, fonts and words of pictures of a blueprint that stands in a page.
        """
        self._published, self.theme = published, theme
        self._shown = {}
        for kept in (self.files, self._asked, self._places, self._pictures):
            kept.clear()

    def marked(self, markdown: str, path: str, *, name: str, first_line: int = 0) -> str:
        """Return a page with a mark in place of each block that asks for a picture.

        Args:
            markdown: the page.
            path: where it is, from the root of the documentation.
            name: its file, for messages.
            first_line: how many lines of the file stand above the Markdown.
        """
        fences = [*fences_in(markdown)]
        if not fences:
            return markdown
        # Letters and figures alone, so that nothing that reads Markdown finds anything in it.
        marks = [f"CXBLUEPRINT{digest(path, str(order))[:12].upper()}X" for order in range(len(fences))]
        self._asked[path] = [*zip(marks, fences, strict=True)]
        self._places[path] = (name, first_line)
        return marked(markdown, fences, marks)

    def shown(self, page: str, path: str) -> tuple[str, Sequence[LoadError]]:
        """Return the HTML of a page with the content of its pictures, and what is wrong with it.

        The pictures themselves are put in at the end: a search need not read them.
        """
        errors: list[LoadError] = []
        for mark, fence in self._asked.get(path, ()):
            paragraph = re.compile(rf"<p[^>]*>\s*{mark}\s*</p>")
            if not paragraph.search(page):
                page = page.replace(f"\n{mark}\n", mark).replace(mark, html.escape(fence.source))
                continue
            try:
                drawing = self._drawing(fence, path)
            except LoadError as error:
                errors.append(error)
                said = "<br>".join(escape(complaint.message) for complaint in error.complaints)
                put = f'<p class="cx-note">No picture: {said}</p>'
            else:
                place = f'<div class="cx-figure" data-cx="{mark}"></div>'
                self._pictures.setdefault(path, []).append((place, drawing.picture))
                put = f"{place}\n{drawing.table}"
            page = put.join(paragraph.split(page, maxsplit=1))
        return page, errors

    def finished(self, page: str, path: str) -> str:
        """Return the whole page with its pictures."""
        for place, picture in self._pictures.get(path, ()):
            page = page.replace(place, picture, 1)
        return page

    def end(self) -> None:
        """Forget what no page shows any more."""
        self._drawn = self._shown

    def _drawing(self, fence: Fence, path: str) -> Drawing:
        name, first_line = self._places[path]
        wish = wish_of(fence, name, first_line)
        place = Location(name, fence.line + first_line, len(fence.before) + 1)
        try:
            figure = self._figure(wish, path, place)
            drawing = self._shown.get(figure.key) or self._drawn.get(figure.key) or figure.draw()
        except LoadError:
            raise
        except CxBlueprintError as error:
            raise LoadError([Complaint(str(error), place)]) from None
        self._shown[figure.key] = drawing
        if figure.file:
            self.files[figure.file] = drawing.svg
        return drawing

    def _figure(self, wish: Wish, path: str, place: Location) -> Figure:
        view = view_named(wish.view)
        subject = view.subject(wish.journey, wish.plan)
        if wish.text is not None:
            return _inline(view, subject, wish, _graph_in(wish.text, place), self.theme)
        where = f"{path.removesuffix('README.md')}index.md" if path.endswith("README.md") else path
        return _embedded(self._edition(wish.blueprint), where, view, subject, wish)

    def _edition(self, name: str | None) -> Edition:
        """Return the blueprint that is meant; a name that several have means none of them."""
        if not self._published:
            msg = "no blueprint is published here: name one under `blueprints`, in the settings of the plugin"
            raise UsageError(msg)
        shown = ", ".join(repr(names[0]) for names, _ in self._published if names)
        if name is None:
            if len(self._published) > 1:
                msg = f"say which blueprint, as `blueprint:`: {shown}"
                raise UsageError(msg)
            return self._published[0][1]
        found = [edition for names, edition in self._published if name.strip("/") in names]
        if len(found) != 1:
            known = [one for names, _ in self._published for one in names]
            guess = did_you_mean(name, known) if not found else ""
            msg = f"{'there is no' if not found else 'several are called'} blueprint {name!r}{guess}: {shown}"
            raise UsageError(msg)
        return found[0]


def _embedded(edition: Edition, path: str, view: View, subject: str | None, wish: Wish) -> Figure:
    """Return a picture of a blueprint that is published, as its own pages show it."""
    findings = view.concerning(edition.graph, subject, edition.found, beside=wish.beside)
    how = (str(subject), str(wish.stage), str(wish.beside))
    urls = (path, edition.base, edition.rule_pages, str(edition.directory_urls), *sorted(edition.parts))
    key = digest(_version.__version__, view.name, edition.whole_content, repr(findings), *how, *urls)
    words = (edition.graph.blueprint.id, subject, wish.stage, "beside" if wish.beside else None, view.name)
    name = ".".join(re.sub(r"[^\w-]+", "-", word) for word in words if word)
    file = file_of(edition, path, f"{name}.svg")

    def draw() -> Drawing:
        picture = view(
            edition.graph,
            subject,
            stage=wish.stage,
            beside=wish.beside,
            theme=edition.theme.in_mode("auto"),
            findings=edition.with_urls(path, findings),
            link=partial(edition.url, path),
        )
        return _apart(drawing_of(picture, way_to(edition, path, file)), picture.uid, key)

    return Figure("", key, file, draw)


def _inline(view: View, subject: str | None, wish: Wish, graph: Graph, theme: Theme) -> Figure:
    """Return a picture of a blueprint that stands in the page: nobody judges it, and it leads nowhere."""
    key = digest(_version.__version__, repr(wish), json.dumps(settings_of(theme), sort_keys=True))

    def draw() -> Drawing:
        picture = view(graph, subject, stage=wish.stage, beside=wish.beside, theme=theme.in_mode("auto"))
        return _apart(drawing_of(picture, None), picture.uid, key)

    return Figure("", key, None, draw)


def _apart(drawing: Drawing, uid: str, key: str) -> Drawing:
    """Return a drawing whose ids are no other's: a page may show several blueprints with equal ids."""
    return replace(drawing, picture=drawing.picture.replace(uid, f"{uid}-{key[:8]}"))


def _graph_in(text: str, place: Location) -> Graph:
    """Return the blueprint in a block of a page.

    Raises:
        LoadError: it is none; the complaints name the lines of the page.
    """
    unsaid = [key for key in _HEADER if not re.search(rf"^{key}\s*:", text, re.MULTILINE)]
    header = "".join(f"{key}: {_HEADER[key]}\n" for key in unsaid)
    last = text.count("\n") + 1
    try:
        return Graph(loads(f"{text}\n{header}", name=place.path))
    except LoadError as error:
        raise LoadError(_placed(error.complaints, place, last)) from None


def _placed(complaints: Sequence[Complaint], place: Location, last: int) -> Iterator[Complaint]:
    for complaint in complaints:
        found = complaint.location
        if found is None:
            yield complaint
        else:
            line, column = place.line + min(found.line, last), place.column - 1 + found.column
            yield Complaint(complaint.message, Location(place.path, line, column))
