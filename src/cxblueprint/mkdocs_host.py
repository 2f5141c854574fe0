"""A whole HTML site from blueprint files alone, without any mkdocs.yml."""

from __future__ import annotations

import contextlib
import json
import logging
import secrets
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import util
from pathlib import Path
from typing import Any

from cxblueprint import api
from cxblueprint.checks import PathException, Report, Rule
from cxblueprint.errors import CxBlueprintError, MissingExtraError, UsageError
from cxblueprint.graph import Graph
from cxblueprint.judging import Judging, StrPath
from cxblueprint.pictures import Theme, settings_of
from cxblueprint.site.markdown import attribute

MANIFEST = ".cxblueprint-site.json"
"""Lists the files of a site that we wrote, so that the next one removes those and no others."""


@dataclass(frozen=True, slots=True)
class SiteResult:
    """A site that was written."""

    folder: Path
    pages: int
    """How many pages it has."""
    index: Path
    """The page to open first."""


DEFAULT = Judging()


def build_site(
    paths: Sequence[str],
    output: Path,
    *,
    judging: Judging = DEFAULT,
    theme: Theme | None = None,
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
    target = output.resolve()
    _refuse_unfit(target, paths)
    if not force:
        _refuse_foreign(target)
    judged = _judged(paths, judging)
    title = judged[0].blueprint.title
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _configuration(paths, title, judging, theme, part) as file:
            _build(file, judged)
        files = sorted(path.relative_to(part).as_posix() for path in part.rglob("*") if path.is_file())
        manifest = {"made by": "cxblueprint", "files": files}
        (part / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
        _put_in_place(part, target)
    except OSError as error:
        msg = f"cannot write the site to {str(output)!r}: {(error.strerror or str(error)).lower()}"
        raise UsageError(msg) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    pages = sum(name.endswith(".html") and name != "404.html" for name in files)
    return SiteResult(target, pages, target / "index.html")


def serve_site(
    paths: Sequence[str],
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    judging: Judging = DEFAULT,
    theme: Theme | None = None,
    open_browser: bool = False,
) -> None:
    """Show the site about a blueprint, and again whenever its files change, until interrupted.

    Args:
        paths: the files and folders that hold the blueprint.
        host: the address to listen at.
        port: the port to listen at.
        judging: the rules by which the blueprint is judged.
        theme: colours, fonts and words of the pictures; ours unless given.
        open_browser: whether to open a browser.

    Raises:
        LoadError: the files hold no blueprint.
        UsageError: nothing can listen there, or the profile is unknown.
        MissingExtraError: the extra `site` is not installed.
    """
    _require_extra()
    title = _judged(paths, judging)[0].blueprint.title
    from mkdocs.commands.serve import serve

    logger = logging.getLogger("mkdocs")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    with _configuration(paths, title, judging, theme, None) as file:
        try:
            serve(str(file), open_in_browser=open_browser, dev_addr=f"{host}:{port}")
        except OSError as error:
            msg = f"cannot listen at {host}:{port}: {(error.strerror or str(error)).lower()}"
            raise UsageError(msg) from error
        except SystemExit as error:
            msg = "the site cannot be built: see above"
            raise CxBlueprintError(msg) from error
        finally:
            logger.removeHandler(handler)


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
    paths: Sequence[str], title: str, judging: Judging, theme: Theme | None, site: Path | None
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
    except (SystemExit, Exception) as error:  # mkdocs aborts by SystemExit
        reason = "; ".join(said) or f"{type(error).__name__}: {error}"
        msg = f"the site cannot be built: {reason}"
        raise CxBlueprintError(msg) from error
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagates


# The folder


def _ours(folder: Path) -> set[str] | None:
    """Return the files that we wrote into a folder, or None where it holds no site of ours."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return {str(name) for name in manifest["files"]} | {MANIFEST}
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _refuse_unfit(target: Path, paths: Sequence[str]) -> None:
    """Refuse a file, and a folder that holds the blueprint or would be read with it the next time."""
    if target.exists() and not target.is_dir():
        msg = f"{str(target)!r} is a file: the site needs a folder"
        raise UsageError(msg)
    for path in paths:
        source = Path(path).resolve()
        if source.is_relative_to(target) or (source.is_dir() and target.is_relative_to(source)):
            place = "lies in it" if source.is_relative_to(target) else "would then be read with it"
            msg = f"{str(target)!r} is no place for the site: the blueprint {path!r} {place}, choose another"
            raise UsageError(msg)


def _refuse_foreign(target: Path) -> None:
    """Refuse a folder that holds other things than a site of ours."""
    if target.exists() and any(target.iterdir()) and _ours(target) is None:
        msg = f"folder {str(target)!r} holds other things than a site of ours: choose another, or add --force"
        raise UsageError(msg)


def _put_in_place(part: Path, target: Path) -> None:
    """Exchange the old folder for the new one; what is not ours moves over."""
    if not target.exists():
        part.replace(target)
        return
    ours = _ours(target) or set()
    for path in sorted(target.rglob("*")):
        name = path.relative_to(target).as_posix()
        if (path.is_file() or path.is_symlink()) and name not in ours and not (part / name).exists():
            (part / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, part / name, follow_symlinks=False)
    old = target.with_name(f".{target.name}.{secrets.token_hex(4)}.old")
    target.replace(old)
    try:
        part.replace(target)
    except OSError:
        old.replace(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
