"""A whole HTML site from blueprint files alone, without any mkdocs.yml."""

from __future__ import annotations

import contextlib
import ipaddress
import json
import logging
import tempfile
from collections.abc import Iterator, Sequence
from importlib import util
from pathlib import Path
from typing import Any

from cxblueprint import api
from cxblueprint.checks import PathException, Report, Rule
from cxblueprint.errors import CxBlueprintError, MissingExtraError, UsageError, reason_of
from cxblueprint.folders import SiteResult, files_in, refuse_unfit, replaced
from cxblueprint.graph import Graph
from cxblueprint.judging import Judging, StrPath
from cxblueprint.pictures import Theme, settings_of
from cxblueprint.site import Choices
from cxblueprint.site.writing.markdown import attribute

DEFAULT = Judging()
EVERYTHING = Choices()


def build_site(
    paths: Sequence[str],
    output: Path,
    *,
    judging: Judging = DEFAULT,
    theme: Theme | None = None,
    choices: Choices = EVERYTHING,
    force: bool = False,
) -> SiteResult:
    """Write the site about a blueprint into a folder, whole or not at all.

    It can be opened from the folder itself, needs no server and no network. A folder that holds such a
    site gets the new one in its place; files in it that we did not write stay.

    Args:
        paths: the files and folders that hold the blueprint.
        output: the folder; made where it is missing.
        judging: the rules by which the blueprint is judged.
        theme: colours, fonts and words of the pictures; ours unless given.
        choices: its parts, its pictures, and where its files are seen.
        force: also write into a folder that holds other things. They stay, unless a page of the site
            has the same name.

    Raises:
        LoadError: the files hold no blueprint.
        UsageError: the folder holds other things and `force` is not set, or it cannot be written;
            the profile is unknown.
        MissingExtraError: the extra `site` is not installed.
        CxBlueprintError: the site could not be built.
    """
    _require_extra()
    refuse_unfit(output, paths, force=force)
    judged = _judged(paths, judging)
    title = judged[0].blueprint.title
    with replaced(output) as part:
        with _configuration(paths, title, judging, theme=theme, choices=choices, site=part) as file:
            _build(file, judged)
        files = files_in(part)
    pages = sum(name.endswith(".html") and name != "404.html" for name in files)
    folder = output.resolve()
    return SiteResult(folder, pages, folder / "index.html")


def serve_site(
    paths: Sequence[str],
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    judging: Judging = DEFAULT,
    theme: Theme | None = None,
    choices: Choices = EVERYTHING,
    open_browser: bool = False,
) -> None:
    """Show the site about a blueprint, and again whenever its files change, until interrupted.

    Args:
        paths: the files and folders that hold the blueprint.
        host: the address to listen at.
        port: the port to listen at.
        judging: the rules by which the blueprint is judged.
        theme: colours, fonts and words of the pictures; ours unless given.
        choices: its parts, its pictures, and where its files are seen.
        open_browser: whether to open a browser.

    Raises:
        LoadError: the files hold no blueprint.
        UsageError: the host is no address, nothing can listen there, or the profile is unknown.
        MissingExtraError: the extra `site` is not installed.
    """
    _require_extra()
    _refuse_host(host)
    title = _judged(paths, judging)[0].blueprint.title
    from mkdocs.commands.serve import serve

    logger = logging.getLogger("mkdocs")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    with _configuration(paths, title, judging, theme=theme, choices=choices, site=None) as file:
        try:
            serve(str(file), open_in_browser=open_browser, dev_addr=f"{host}:{port}")
        except OSError as error:
            msg = f"cannot listen at {host}:{port}: {reason_of(error)}"
            raise UsageError(msg) from error
        except SystemExit as error:
            msg = "the site cannot be built: see above"
            raise CxBlueprintError(msg) from error
        finally:
            logger.removeHandler(handler)


def _refuse_host(host: str) -> None:
    if host == "localhost":
        return
    try:
        ipaddress.ip_address(host)
    except ValueError:
        msg = f"{host!r} is no address to listen at: 127.0.0.1 is for yourself, 0.0.0.0 for everybody"
        raise UsageError(msg) from None


def _require_extra() -> None:
    if util.find_spec("mkdocs") is None or util.find_spec("material") is None:
        raise MissingExtraError("the site", "site")


def _judged(paths: Sequence[str], judging: Judging) -> tuple[Graph, Report]:
    """Return the blueprint and what was found; raise what is wrong with it before anything starts."""
    if "-" in paths:
        msg = "the site needs files or folders, which it reads again: not standard input '-'"
        raise UsageError(msg)
    graph = Graph(api.load(*paths))
    return graph, judging.report(graph)


# mkdocs


@contextlib.contextmanager
def _configuration(
    paths: Sequence[str],
    title: str,
    judging: Judging,
    *,
    theme: Theme | None,
    choices: Choices,
    site: Path | None,
) -> Iterator[Path]:
    """Write what mkdocs needs to know into a folder of its own, and give the file."""
    with tempfile.TemporaryDirectory(prefix="cxblueprint-") as folder:
        pages = Path(folder, "docs")
        pages.mkdir()
        options: dict[str, Any] = {
            "source": [str(Path(path).absolute()) for path in paths],
            "profile": judging.profile,
            "select": list(judging.select),
            "ignore": list(judging.ignore),
            "options": dict(judging.options),
        }
        if judging.as_of is not None:
            options["as_of"] = judging.as_of.isoformat()
        if judging.baseline is not None:
            options["baseline"] = str(Path(judging.baseline).absolute())
        if judging.exceptions:
            options["exceptions"] = [_excepted(one) for one in judging.exceptions]
        stated = {"parts": choices.parts, "views": choices.views}
        options |= {name: list(words) for name, words in stated.items() if words is not None}
        if choices.source_link is not None:
            options |= {"source_link": choices.source_link.template, "source_root": choices.source_link.root}
        plugin: dict[str, Any] = {"blueprints": [options]}
        if theme is not None:
            plugin["theme"] = settings_of(theme)
        plugin["own_rules"] = [str(Path(path).absolute()) for path in _paths_of(judging.own_rules)]
        settings = material_settings() | {
            "site_name": attribute(title),
            "docs_dir": str(pages),
            "use_directory_urls": False,
            "strict": site is not None,
            "nav": ["./", "rules/"],
            "plugins": ["search", "offline", {"cxblueprint": plugin}],
        }
        if site is not None:
            settings["site_dir"] = str(site)
        file = Path(folder, "mkdocs.yml")
        # JSON is YAML.
        file.write_text(json.dumps(settings, indent=1), encoding="utf-8")
        yield file


def _paths_of(own_rules: Sequence[StrPath | Rule]) -> Iterator[StrPath]:
    for own in own_rules:
        if isinstance(own, Rule):
            msg = f"a site takes rules of your own by the files that hold them, not rule {own.code} itself"
            raise UsageError(msg)
        yield own


def _excepted(one: PathException) -> dict[str, Any]:
    said = {"path": one.path, "rules": list(one.rules), "reason": one.reason, "here": one.here}
    return {**said, "until": one.until.isoformat()} if one.until else said


def material_settings() -> dict[str, Any]:
    """Return how Material shows a site: light and dark as the reader prefers, no font from elsewhere."""
    schemes = (
        ("(prefers-color-scheme)", "default", "material/brightness-auto", "Switch to light"),
        ("(prefers-color-scheme: light)", "default", "material/brightness-7", "Switch to dark"),
        ("(prefers-color-scheme: dark)", "slate", "material/brightness-4", "Follow the system"),
    )
    palette = [
        {"media": media, "scheme": scheme, "primary": "indigo", "toggle": {"icon": icon, "name": name}}
        for media, scheme, icon, name in schemes
    ]
    features = [
        "navigation.tabs",
        "navigation.indexes",
        "navigation.top",
        "navigation.prune",
        "search.highlight",
    ]
    return {
        "theme": {"name": "material", "font": False, "palette": palette, "features": features},
        "extra": {"generator": False},
        "markdown_extensions": [
            "attr_list",
            "md_in_html",
            "tables",
            "pymdownx.highlight",
            "pymdownx.superfences",
        ],
    }


def _build(file: Path, judged: tuple[Graph, Report]) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    propagates, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        config = load_config(str(file))
        # Read and judged already: the plugin, which this module may not know, need not do it again.
        config.plugins["cxblueprint"].judged = judged  # type: ignore[attr-defined]
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except OSError:  # of the folder that is written, which whoever makes it tells
        raise
    except (SystemExit, Exception) as error:  # mkdocs aborts by SystemExit
        reason = "; ".join(said) or f"{type(error).__name__}: {error}"
        msg = f"the site cannot be built: {reason}"
        raise CxBlueprintError(msg) from error
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagates
