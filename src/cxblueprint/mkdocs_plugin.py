"""The mkdocs plugin: puts the pages about blueprints into a documentation.

    plugins:
      - search
      - cxblueprint:
          blueprints:
            - source: blueprints/      # a file, a folder, or a list of them
              path: experience         # where its pages go; the root of the documentation unless said

It only adapts: the pages come from `cxblueprint.site`, and nothing else of cxblueprint knows mkdocs.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import write_file

from cxblueprint import api
from cxblueprint.checks import PathException, Report, Rule, exceptions_in
from cxblueprint.errors import CxBlueprintError, LoadError
from cxblueprint.graph import Graph
from cxblueprint.judging import Judging
from cxblueprint.mkdocs_blocks import Blocks
from cxblueprint.mkdocs_bodies import Bodies
from cxblueprint.pictures import Theme, theme_from
from cxblueprint.site import (
    LANGUAGE,
    Choices,
    Drawing,
    Embedding,
    Figure,
    NavigationItem,
    Page,
    Section,
    Site,
    build,
    build_rules,
    choices_from,
    offline_worker,
    script,
    style_sheet,
)
from cxblueprint.site.writing.markdown import attribute, joined, text
from cxblueprint.site.writing.packing import unindented, without_references

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as PublishedPage

    from cxblueprint.site.writing.edition import Edition

log = get_plugin_logger("cxblueprint")

STYLE_SHEET = "assets/cxblueprint.css"
SCRIPT = "assets/cxblueprint.js"
WORKER = "assets/iframe-worker.js"
_EXTENSIONS = ("attr_list", "fenced_code", "md_in_html", "tables")
"""What the pages need of Markdown beside its core."""


class BlueprintOptions(base.Config):  # type: ignore[no-untyped-call]  # mkdocs types the rest
    """One blueprint in the documentation."""

    source = c.Type((str, list))
    """The file or folder that holds it, or several; relative to the folder of mkdocs.yml."""
    path = c.Type(str, default="")
    """The folder of its pages in the documentation; its root unless said."""
    profile = c.Type(str, default="recommended")
    """The rules by which it is judged."""
    select = c.Type(list, default=[])
    """Codes, names or families of the rules to judge by instead of the profile's."""
    ignore = c.Type(list, default=[])
    """Codes, names or families of rules to leave out."""
    options = c.Type(dict, default={})
    """By rule, the options to set instead of their defaults."""
    as_of = c.Optional(c.Type((dt.date, str)))
    """The day by which it is judged; without it nothing is late and no allowance expires."""
    exceptions = c.Type(list, default=[])
    """Rules that need not be kept in some files: as in `cxblueprint.toml`, relative to mkdocs.yml."""
    baseline = c.Type(str, default="")
    """The file with the findings that are known before, relative to mkdocs.yml."""
    parts = c.Optional(c.Type(list))
    """The parts of its site; the usual ones unless said."""
    views = c.Optional(c.Type(list))
    """The views of which its pages show pictures; the usual ones unless said."""
    source_link = c.Optional(c.Type(str))
    """An address with `{path}` in it, by which readers see where something is written."""
    source_root = c.Type(str, default=".")
    """The folder from which `{path}` starts, relative to mkdocs.yml."""


class PluginOptions(base.Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml says about the plugin."""

    blueprints = c.ListOfItems(c.SubConfig(BlueprintOptions), default=[])
    """The blueprints to publish."""
    rules = c.Type(str, default="rules")
    """The folder of the pages about rules, once for all blueprints."""
    own_rules = c.Type(list, default=[])
    """Files and packages with rules of your own, relative to mkdocs.yml."""
    claims = c.Optional(c.Type(str))
    """The page with an anchor for each claim that a rule rests on; without it claims are no links."""
    theme = c.Type(dict, default={})
    """Colours, fonts and words of the pictures: as in `cxblueprint.toml`."""


class BlueprintPlugin(BasePlugin[PluginOptions]):  # type: ignore[no-untyped-call]
    """Publishes blueprints with mkdocs."""

    judged: tuple[Graph, Report] | None = None
    """The one blueprint and what was found in it, for one build, by a host that has read and judged it."""

    def __init__(self) -> None:
        self._figures: dict[str, tuple[Figure, ...]] = {}
        self._drawn: dict[str, Drawing] = {}
        self._shown: dict[str, Drawing] = {}
        self._files: dict[str, str] = {}
        self._generated: set[str] = set()
        self._embedding = Embedding()
        self._is_serving = False
        self._latest: dict[tuple[str, str], Site] = {}
        self._large: set[str] = set()
        self._blocks = Blocks()
        self._bodies: Bodies | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note what for. Because this is here, mkdocs keeps the plugin, and what it drew, over rebuilds."""
        del dirty
        self._is_serving = command == "serve"
        if self._is_serving and self._bodies is None:
            self._bodies = Bodies()

    @event_priority(50)  # before Material's plugin `offline`, which looks for the script that we bring
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Bring what the pages need, and watch the blueprints."""
        if _is_offline(config):
            config.extra.setdefault("polyfills", []).insert(0, WORKER)
        for path, listed in ((STYLE_SHEET, config.extra_css), (SCRIPT, config.extra_javascript)):
            if path not in [str(known) for known in listed]:
                listed.append(path)
        known = {str(name).rpartition(".")[2] for name in config.markdown_extensions}
        config.markdown_extensions += [name for name in _EXTENSIONS if name not in known]
        for options in self.config.blueprints:
            config.watch += [source for source in _sources(options, config) if source not in config.watch]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages."""
        self._figures, self._files, self._shown = {}, {}, {}
        self._generated, self._large = set(), set()
        built = [
            self._latest_site(options, f"blueprints[{place}]", config)
            for place, options in enumerate(self.config.blueprints)
        ]
        paths = ("/".join(_parts(options.path)) for options in self.config.blueprints)
        sites = dict(zip(paths, built, strict=True))
        self._embedding.begin([*self._named(built)], self._theme())
        rules = build_rules(self._catalogue(config), base=self.config.rules, claims=self.config.claims)
        is_large = any(site.is_large for site in built)
        for page in (page for site in (*built, rules) for page in site.pages.values()):
            self._add(files, page, config, is_large=is_large)
        assets = {STYLE_SHEET: style_sheet(self._theme()), SCRIPT: script()}
        if _is_offline(config):
            assets[WORKER] = offline_worker()
        for path, content in assets.items():
            files.append(File.generated(config, path, content=content))
        if config.nav is not None:
            sites["/".join(_parts(self.config.rules))] = rules
            config.nav = list(_expanded(config.nav, sites))
        return files

    @event_priority(50)  # before others change the page, so that complaints name its lines
    def on_page_markdown(
        self, markdown: str, *, page: PublishedPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Mark where a page written by hand asks for a picture, and shorten our own for Markdown."""
        del config
        if page.file.src_uri in self._generated:
            return self._blocks.take_out(markdown, page, files)
        if LANGUAGE not in markdown:
            return markdown
        source = page.file.content_string
        above = source[: -len(markdown)].count("\n") if source.endswith(markdown) else 0
        name = _relative(page.file.abs_src_path) if page.file.abs_src_path else page.file.src_uri
        return self._embedding.marked(markdown, page.file.src_uri, name=name, first_line=above)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Begin to read the pages, now that all that their links may lead to is there."""
        if self._bodies is not None:
            self._bodies.begin(files, config)
        return nav

    def on_pre_page(self, page: PublishedPage, *, config: MkDocsConfig, files: Files) -> PublishedPage:
        """Let our own pages take what they became the last time."""
        if self._bodies is not None and page.file.src_uri in self._generated:
            self._bodies.keep(page, config, files)
        return page

    def on_page_content(self, html: str, *, page: PublishedPage, config: MkDocsConfig, files: Files) -> str:
        """Draw the pictures, and put what they say where a search finds it."""
        del config, files
        html, errors = self._embedding.shown(html, page.file.src_uri)
        for error in errors:
            log.warning("%s", error)
        if page.file.src_uri in self._generated:
            html = self._blocks.words_instead(html, page)
        for figure in self._figures.get(page.file.src_uri, ()):
            drawing = self._drawn.get(figure.key) or figure.draw()
            self._shown[figure.key] = drawing
            if figure.file and drawing.svg:
                self._files[figure.file] = drawing.svg
            html = html.replace(figure.mark, f"{figure.mark}\n{drawing.table}", 1)
        return html

    def on_post_page(self, output: str, *, page: PublishedPage, config: MkDocsConfig) -> str:
        """Put the pictures where they belong: Markdown and the search would take long to read them."""
        del config
        for figure in self._figures.get(page.file.src_uri, ()):
            output = output.replace(figure.mark, self._shown[figure.key].picture, 1)
        output = self._embedding.finished(output, page.file.src_uri)
        output = self._blocks.put_in(output, page)
        return unindented(without_references(output)) if page.file.src_uri in self._large else output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the pictures that readers may take along, and forget those that no page shows any more."""
        for path, svg in (self._files | self._embedding.files).items():
            write_file(svg.encode("utf-8"), str(Path(config.site_dir, path)))
        self._drawn = self._shown
        self._embedding.end()

    def _named(self, sites: Iterable[Site]) -> Iterator[tuple[Sequence[str], Edition]]:
        """Yield each blueprint after the names by which pages may call it: as the settings do, and its id."""
        for options, site in zip(self.config.blueprints, sites, strict=True):
            if site.edition is not None:
                sources = options.source if isinstance(options.source, list) else [options.source]
                stated = ["/".join(_parts(str(name))) for name in (options.path, *sources)]
                names = dict.fromkeys([*stated, site.edition.graph.blueprint.id])
                yield [name for name in names if name], site.edition

    def _latest_site(self, options: BlueprintOptions, where: str, config: MkDocsConfig) -> Site:
        """Return the pages of a blueprint; while it is edited, those before a mistake, with a note of it.

        mkdocs answers nobody before a build has come through, so that a mistake would look like a standstill.
        """
        key = (config.config_file_path, where)  # mkdocs keeps one plugin for all that a process builds
        try:
            site = self._latest[key] = self._site(options, where, config)
        except PluginError as error:
            if not self._is_serving or key not in self._latest:
                raise
            said = str(error).removeprefix("cxblueprint: ")
            log.error("%s", said)  # noqa: TRY400  # the mistake is no defect: nobody needs a traceback
            lines = ("This is how it was before a mistake.", *said.splitlines())
            note = joined(map(text, lines), "<br>")
            latest = self._latest[key]
            return replace(latest, pages={path: page.noted(note) for path, page in latest.pages.items()})
        return site

    def _site(self, options: BlueprintOptions, where: str, config: MkDocsConfig) -> Site:
        sources = _sources(options, config)
        try:
            choices = _choices(options, where, config)
            judging = Judging(
                profile=options.profile,
                select=tuple(map(str, options.select)),
                ignore=tuple(map(str, options.ignore)),
                as_of=_day(options.as_of),
                options=options.options,
                own_rules=self._own_rules(config),
                exceptions=_exceptions(options, config),
                baseline=_relative(_absolute(options.baseline, config)) if options.baseline else None,
            )
            graph, report = self.judged or _judged(sources, judging)
            self.judged = None
        except LoadError as error:
            said = "\n".join(f"  {complaint}" for complaint in error.complaints)
            msg = f"cxblueprint: {', '.join(map(_relative, sources))} cannot be read\n{said}"
            raise PluginError(msg) from None
        except CxBlueprintError as error:
            msg = f"cxblueprint: {error}"
            raise PluginError(msg) from None
        for defect in report.defects:
            log.warning("rule %s failed: %s", defect.code, defect.message)
        return build(
            graph,
            report=report,
            base="/".join(_parts(options.path)),
            rules=judging.catalogue,
            rule_pages=self.config.rules,
            directory_urls=config.use_directory_urls,
            theme=self._theme(),
            parts=choices.parts,
            views=choices.views,
            source_link=choices.source_link,
        )

    def _theme(self) -> Theme:
        try:
            return theme_from(self.config.theme, "theme")
        except CxBlueprintError as error:
            msg = f"cxblueprint: {error}"
            raise PluginError(msg) from None

    def _own_rules(self, config: MkDocsConfig) -> tuple[str, ...]:
        return tuple(_relative(_absolute(str(path), config)) for path in self.config.own_rules)

    def _catalogue(self, config: MkDocsConfig) -> Sequence[Rule]:
        try:
            return api.catalogue(self._own_rules(config))
        except CxBlueprintError as error:
            msg = f"cxblueprint: {error}"
            raise PluginError(msg) from None

    def _add(self, files: Files, page: Page, config: MkDocsConfig, *, is_large: bool) -> None:
        if files.get_file_from_path(page.path) is not None:
            log.info("%s is written by hand: the page about a blueprint is left out", page.path)
            return
        level = InclusionLevel.INCLUDED if page.is_listed else InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, page.path, content=page.markdown, inclusion=level))
        self._generated.add(page.path)
        if page.figures:
            self._figures[page.path] = page.figures
        if is_large:
            self._large.add(page.path)


def _judged(sources: Iterable[str], judging: Judging) -> tuple[Graph, Report]:
    graph = Graph(api.load(*map(_relative, sources)))
    return graph, judging.report(graph)


def _is_offline(config: MkDocsConfig) -> bool:
    return not {"offline", "material/offline"}.isdisjoint(config.plugins)


def _parts(path: str) -> list[str]:
    return [part for part in path.split("/") if part not in ("", ".")]


def _sources(options: BlueprintOptions, config: MkDocsConfig) -> list[str]:
    """Return the absolute paths of a blueprint's files and folders."""
    stated = options.source if isinstance(options.source, list) else [options.source]
    return [_absolute(str(source), config) for source in stated]


def _absolute(path: str, config: MkDocsConfig) -> str:
    return os.path.normpath(_folder(config) / path)


def _folder(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()


def _choices(options: BlueprintOptions, where: str, config: MkDocsConfig) -> Choices:
    """Return what is chosen about a blueprint's pages."""
    stated = {"parts": options.parts, "views": options.views, "source-link": options.source_link}
    root = Path(_absolute(options.source_root, config)).as_posix()
    return choices_from(stated, where, root=root, here=Path.cwd().as_posix())


def _exceptions(options: BlueprintOptions, config: MkDocsConfig) -> tuple[PathException, ...]:
    """Return the exceptions for files; a site without an mkdocs.yml says from where their paths start."""
    here = Path(os.path.relpath(Path.cwd(), _folder(config))).as_posix()
    found: list[PathException] = []
    for place, item in enumerate(options.exceptions):
        given = dict(item) if isinstance(item, dict) else item
        start = given.pop("here", here) if isinstance(given, dict) else here
        if isinstance(given, dict) and "until" in given:
            given["until"] = _day(given["until"])
        found += exceptions_in([given], f"exceptions[{place}]", here=start)
    return tuple(found)


def _relative(path: str) -> str:
    """Return a path from the working directory, for messages; as it is where it lies on another drive."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return path


def _day(stated: object) -> dt.date | None:
    if stated is None or isinstance(stated, dt.date):
        return stated
    try:
        return dt.date.fromisoformat(str(stated))
    except ValueError:
        msg = f"as_of: {stated!r} is no date such as 2027-03-31"
        raise CxBlueprintError(msg) from None


# Navigation


def _expanded(items: Iterable[object], sites: dict[str, Site]) -> Iterator[object]:
    """Yield the navigation of mkdocs.yml, each `path/` of a blueprint exchanged for its pages."""
    for item in items:
        if isinstance(item, dict):
            yield {title: _entry(value, sites) for title, value in item.items()}
        elif (site := _meant(item, sites)) is None:
            yield item
        elif len(site.navigation) == 1 or not _parts(str(item)):
            yield from map(_listed, site.navigation)
        else:
            yield {attribute(site.title): _entry(item, sites)}


def _entry(value: object, sites: dict[str, Site]) -> object:
    if isinstance(value, list):
        return list(_expanded(value, sites))
    site = _meant(value, sites)
    if site is None:
        return value
    listed = [_listed(item) for item in site.navigation]
    return listed if len(listed) > 1 else listed[0]


def _meant(value: object, sites: dict[str, Site]) -> Site | None:
    if not isinstance(value, str) or not value.endswith("/"):
        return None
    return sites.get("/".join(_parts(value)))


def _listed(item: NavigationItem) -> object:
    if isinstance(item, Section):
        return {attribute(item.title): [_listed(inner) for inner in item.items]}
    return item
