"""The plugin in a real documentation, built strictly."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from cxblueprint.site import Drawing
from cxblueprint.site.writing import figures
from cxblueprint.site.writing.figures import OF_JOURNEY

BREAD = """
id: bakery
title: The <b>bakery</b> & "sons"
teams: [{id: front, name: Front of house}]
kpis: [{id: smiles, name: Smiles}]
touchpoints: [{id: counter, name: 'The counter <img src=x onerror=alert(1)>', owner: front}]
journeys:
  - {id: buy-bread, name: Buy *bread*, owner: front, kpis: [smiles],
     stages: [{name: Buy, steps: [{touchpoint: counter}]}]}
"""


class Docs:
    """A documentation in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.site = folder / "site"
        self.write("bread.yaml", BREAD)
        self.write("docs/index.md", "# Home\n\n[The bakery](bakery/index.md)\n")

    def write(self, path: str, text: str) -> Path:
        """Write a file."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def configured(
        self,
        *blueprints: dict[str, Any],
        plugins: tuple[object, ...] = (),
        claims: str | None = None,
        pictures: dict[str, Any] | None = None,
        **settings: object,
    ) -> MkDocsConfig:
        """Return what mkdocs reads from mkdocs.yml; the bakery's pages are in `bakery` unless told."""
        options: dict[str, Any] = {
            "blueprints": list(blueprints) or [{"source": "bread.yaml", "path": "bakery"}]
        }
        options |= {"claims": claims} if claims is not None else {}
        options |= {"theme": pictures} if pictures is not None else {}
        every = {
            "site_name": "Docs",
            "strict": True,
            "theme": {"name": "material", "font": False},
            "plugins": ["search", *plugins, {"cxblueprint": options}],
            **settings,
        }
        return load_config(str(self.write("mkdocs.yml", json.dumps(every))), site_dir=str(self.site))

    def build(self, *blueprints: dict[str, Any], **settings: Any) -> None:  # noqa: ANN401  # whatever mkdocs.yml takes
        """Build the documentation; any warning makes it fail."""
        build(self.configured(*blueprints, **settings))

    def read(self, path: str) -> str:
        """Return a published page."""
        return (self.site / path).read_text(encoding="utf-8")


@pytest.fixture
def docs(tmp_path: Path) -> Iterator[Docs]:
    logger = logging.getLogger("mkdocs")
    handlers, propagates = list(logger.handlers), logger.propagate
    yield Docs(tmp_path)
    logger.handlers[:], logger.propagate = handlers, propagates


VIEWS_OF_JOURNEY = sorted(OF_JOURNEY)


def published(docs: Docs) -> list[str]:
    return sorted(
        path.relative_to(docs.site / "bakery").as_posix()
        for path in (docs.site / "bakery").rglob("*")
        if path.is_file()
    )


def test_the_pages_and_pictures_of_a_blueprint_are_published(docs: Docs) -> None:
    docs.build(use_directory_urls=False)

    assert published(docs) == [
        "findings.html",
        "glossary.html",
        "index.html",
        "journeys/buy-bread.html",
        *(f"journeys/buy-bread.{view}.svg" for view in VIEWS_OF_JOURNEY),
        "measures/index.html",
        "measures/smiles.html",
        "teams/front.html",
        "teams/index.html",
        "touchpoints/counter.html",
        "touchpoints/index.html",
        "walks/buy-bread.html",
    ]
    assert (docs.site / "rules" / "journey-without-kpi.html").is_file()


def test_with_directory_urls_the_pictures_lie_beside_their_page(docs: Docs) -> None:
    docs.build(use_directory_urls=True)

    assert [path for path in published(docs) if "buy-bread" in path] == [
        "journeys/buy-bread/index.html",
        *(f"journeys/buy-bread/{view}.svg" for view in VIEWS_OF_JOURNEY),
        "walks/buy-bread/index.html",
    ]
    page = docs.read("bakery/journeys/buy-bread/index.html")
    assert 'href="../../touchpoints/counter/"' in page
    assert 'href="service-blueprint.svg" download' in page


def test_pictures_stand_in_the_page_with_the_same_as_a_table(docs: Docs) -> None:
    docs.build()

    page = docs.read("bakery/journeys/buy-bread/index.html")
    assert page.count('<figure class="cx-figure" data-search-exclude>') == len(VIEWS_OF_JOURNEY)
    assert page.count("<summary>Same content as a table</summary>") == len(VIEWS_OF_JOURNEY)
    assert page.count("data-cx=") == 0, "no mark is left"


def test_names_are_shown_and_never_become_markup(docs: Docs) -> None:
    docs.build()

    for path in docs.site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert "<img src=x" not in page, path
        assert "<b>bakery" not in page, path
        assert "<em>bread" not in page, path
    assert "<title>The &lt;b&gt;bakery&lt;/b&gt; &amp; &quot;sons&quot; - Docs</title>" in docs.read(
        "bakery/index.html"
    )


def test_the_search_finds_names_as_they_are(docs: Docs) -> None:
    docs.build()

    entries = json.loads(docs.read("search/search_index.json"))["docs"]
    titles = {entry["location"]: entry["title"] for entry in entries}
    assert titles["bakery/touchpoints/counter/"] == "The counter &lt;img src=x onerror=alert(1)&gt;"
    assert titles["bakery/journeys/buy-bread/"] == "Buy *bread*"


def test_touchpoints_and_rules_are_not_in_the_navigation(docs: Docs) -> None:
    docs.build()

    navigation = docs.read("index.html").partition("<nav")[2].partition("</nav>\n\n</div>")[0]
    assert "bakery/journeys/buy-bread/" in navigation
    assert "touchpoints/counter" not in navigation
    assert "rules/journey-without-kpi" not in navigation


def test_a_folder_in_the_navigation_stands_for_the_pages_of_its_blueprint(docs: Docs) -> None:
    nav = ["index.md", {"Shops": ["bakery/", {"Ours": "bakery/"}]}, {"What we check": "rules/"}]
    config = docs.configured(nav=nav)
    build(config)

    pages = [
        "bakery/index.md",
        {"Journeys": ["bakery/journeys/buy-bread.md"]},
        "bakery/touchpoints/index.md",
        {"Teams": ["bakery/teams/index.md", "bakery/teams/front.md"]},
        {"What we measure": ["bakery/measures/index.md"]},
        "bakery/findings.md",
        "bakery/glossary.md",
    ]
    title = "The &lt;b&gt;bakery&lt;/b&gt; &amp; &quot;sons&quot;"
    assert config.nav == [
        "index.md",
        {"Shops": [{title: pages}, {"Ours": pages}]},
        {"What we check": "rules/index.md"},
    ]


def test_a_page_written_by_hand_stays(docs: Docs) -> None:
    docs.write("docs/bakery/teams/front.md", "# Written by hand")
    docs.build()

    assert "Written by hand" in docs.read("bakery/teams/front/index.html")


def test_two_blueprints_share_the_pages_of_the_rules(docs: Docs) -> None:
    docs.write("more/wine.yaml", "id: wine\ntitle: Wine\ntouchpoints: [{id: bar, name: Bar}]")
    docs.build({"source": "bread.yaml", "path": "bakery"}, {"source": ["more"], "path": "/shops/wine/"})

    assert 'href="../../../rules/touchpoint-without-owner/"' in docs.read("shops/wine/findings/index.html")


def test_the_pages_of_rules_lead_to_the_claims_that_they_rest_on(docs: Docs) -> None:
    docs.write("docs/why.md", '# Why\n\n<a id="1.3"></a>\n')
    docs.build(claims="why.md")

    assert '<a href="../../why/#1.3">Claim 1.3</a>' in docs.read("rules/marketing-owned-cx/index.html")


def test_the_profile_and_the_day_decide_what_is_found(docs: Docs) -> None:
    allow = "allow: [{rule: OWN001, reason: it moves out, until: 2027-03-31}]"
    docs.write("bread.yaml", f"id: b\ntitle: B\ntouchpoints: [{{id: t, name: T, {allow}}}]")

    docs.build({"source": "bread.yaml", "path": "bakery", "as_of": "2027-04-01"})
    assert "OWN001" in docs.read("bakery/touchpoints/t/index.html")

    docs.build({"source": "bread.yaml", "path": "bakery", "profile": "essential"})
    assert "OWN001" not in docs.read("bakery/touchpoints/t/index.html")


@pytest.mark.parametrize(
    ("blueprint", "options", "expected"),
    [
        (
            "id: b\ntitle: B\nteems: []\njourneys: [{id: J}]",
            {},
            [
                "cxblueprint: bread.yaml cannot be read",
                "  bread.yaml:3:1: ",
                "  bread.yaml:4:12: ",
            ],
        ),
        (BREAD, {"profile": "strict"}, ["cxblueprint: there is no profile 'strict'"]),
        (BREAD, {"as_of": "soon"}, ["cxblueprint: as_of: 'soon' is no date such as 2027-03-31"]),
    ],
)
def test_what_cannot_be_published_is_one_message_without_a_traceback(
    blueprint: str,
    options: dict[str, str],
    expected: list[str],
    docs: Docs,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(docs.folder)
    docs.write("bread.yaml", blueprint)

    with pytest.raises(Abort):
        docs.build({"source": "bread.yaml", "path": "bakery", **options})

    errors = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert len(errors) == 1
    assert errors[0].exc_info is None
    lines = errors[0].getMessage().splitlines()
    assert [line.startswith(begin) for line, begin in zip(lines, expected, strict=False)] == [True] * len(
        expected
    )


def test_a_rebuild_draws_only_what_looks_different(docs: Docs, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    draw = figures._drawing

    def noted(edition: Any, path: str, *rest: Any, **more: Any) -> Drawing:  # noqa: ANN401  # as it is called
        drawn.append(path)
        return draw(edition, path, *rest, **more)

    monkeypatch.setattr(figures, "_drawing", noted)
    more = "kpis: [smiles], stages: [{name: Eat, steps: [{touchpoint: counter}]}]"
    docs.write("bread.yaml", f"{BREAD}  - {{id: eat-bread, name: Eat, {more}}}\n")
    config = docs.configured()
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    first = sorted(drawn)
    drawn.clear()

    build(docs.configured())
    unchanged = sorted(drawn)
    docs.write("bread.yaml", f"{BREAD}  - {{id: eat-bread, name: Eat it all, {more}}}\n")
    build(docs.configured())

    views = len(VIEWS_OF_JOURNEY)
    both = ["bakery/journeys/buy-bread.md"] * views + ["bakery/journeys/eat-bread.md"] * views
    assert (first, unchanged, drawn) == (both, [], ["bakery/journeys/eat-bread.md"] * views)


def test_a_rebuild_renders_only_the_pages_that_say_something_else(
    docs: Docs, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[str] = []
    render = Page.render

    def noted(page: Page, config: MkDocsConfig, files: Files) -> None:
        rendered.append(page.file.src_uri)
        render(page, config, files)

    monkeypatch.setattr(Page, "render", noted)

    def built() -> set[str]:
        rendered.clear()
        config = docs.configured()
        config.plugins.on_startup(command="serve", dirty=False)
        build(config)
        return {uri for uri in rendered if uri.startswith(("bakery/", "rules/"))}

    docs.write("bread.yaml", f"{BREAD}  - {{id: eat-bread, name: Eat}}\n")
    first = built()
    pages = {path: docs.read(path) for path in ("bakery/journeys/buy-bread/index.html", "rules/index.html")}
    unchanged = built()
    same = {path: docs.read(path) for path in pages}
    docs.write("bread.yaml", f"{BREAD}  - {{id: eat-bread, name: Eat it all}}\n")
    edited = built()
    docs.write("bread.yaml", f"{BREAD}  - {{id: bake-bread, name: Eat it all}}\n")
    moved = built()

    assert "bakery/journeys/eat-bread.md" in first
    assert (unchanged, same) == (set(), pages)
    assert "bakery/journeys/eat-bread.md" in edited
    assert not {"bakery/journeys/buy-bread.md", "bakery/touchpoints/counter.md"} & edited
    assert not {uri for uri in edited if uri.startswith("rules/")}
    assert moved > {"bakery/journeys/buy-bread.md", "rules/index.md"}, "links may lead elsewhere"


def test_a_page_that_was_not_rendered_again_still_tells_where_its_links_lead(
    docs: Docs, caplog: pytest.LogCaptureFixture
) -> None:
    docs.write("docs/index.md", "# Home\n\n[The bakery](bakery/journeys/buy-bread.md#buy.counter)\n")
    for words in ("Buy", "Buy more"):
        docs.write("bread.yaml", BREAD.replace("Buy *bread*", words))
        config = docs.configured(validation={"anchors": "warn"})
        config.plugins.on_startup(command="serve", dirty=False)
        build(config)
    assert [one.message for one in caplog.records if one.levelno >= logging.WARNING] == []
    assert "Buy more" in docs.read("bakery/journeys/buy-bread/index.html")


def test_the_blueprint_is_watched(docs: Docs) -> None:
    config = docs.configured()
    config.plugins.on_config(config)

    assert str(docs.folder / "bread.yaml") in config.watch


def test_pages_for_reading_from_the_folder_ask_nobody_for_a_script(docs: Docs) -> None:
    docs.build(plugins=("offline",))

    page = docs.read("index.html")
    assert 'src="assets/iframe-worker.js"' in page
    assert "unpkg" not in page


def test_pictures_have_the_colours_and_the_language_of_the_theme(docs: Docs) -> None:
    docs.build(pictures={"language": "de", "light": {"curve": "#8a1c5b"}})

    page = docs.read("bakery/journeys/buy-bread/index.html")
    assert ">Kundenaktionen<" in page
    assert '<table lang="de">' in page
    assert "--cx-curve:#8a1c5b" in docs.read("assets/cxblueprint.css")
    saved = docs.read("bakery/journeys/buy-bread/journey-map.svg")
    assert ('lang="de"' in saved, "#8a1c5b" in saved) == (True, True)


def test_a_picture_from_right_to_left_is_seen_from_its_beginning(docs: Docs) -> None:
    docs.build(pictures={"language": "ar"})

    page = docs.read("bakery/journeys/buy-bread/index.html")
    assert page.count(' dir="rtl">\n<svg') == len(VIEWS_OF_JOURNEY)
    assert page.count('<table lang="ar" dir="rtl">') == len(VIEWS_OF_JOURNEY)


def test_a_theme_that_means_nothing_is_one_message(docs: Docs, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Abort):
        docs.build(pictures={"light": {"ink": "#eee"}})

    errors = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert len(errors) == 1
    begin = "cxblueprint: theme.light: text 'ink' #eeeeee on 'ground' #ffffff has a contrast of 1.16, "
    assert errors[0].getMessage().startswith(begin)


def test_another_theme_draws_every_picture_anew(docs: Docs, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    draw = figures._drawing

    def noted(edition: Any, path: str, *rest: Any, **more: Any) -> Drawing:  # noqa: ANN401  # as it is called
        drawn.append(path)
        return draw(edition, path, *rest, **more)

    monkeypatch.setattr(figures, "_drawing", noted)
    counted = []
    for pictures in ({}, {}, {"words": {"Wait": "Break"}}):
        config = docs.configured(pictures=pictures)
        config.plugins.on_startup(command="serve", dirty=False)
        build(config)
        counted.append(len(drawn))
    assert counted == [len(VIEWS_OF_JOURNEY) * times for times in (1, 1, 2)]


# Choices, and pictures in pages written by hand


def test_parts_pictures_and_links_to_files_are_chosen(docs: Docs, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = docs.folder / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    link = "https://git.example/acme/bakery/blob/main/{path}#L{line}"
    chosen = {"parts": ["journeys", "findings"], "views": ["silos"], "source_link": link}
    docs.build({"source": "bread.yaml", "path": "bakery", **chosen}, use_directory_urls=False)

    assert published(docs) == [
        "findings.html",
        "index.html",
        "journeys/buy-bread.html",
        "journeys/buy-bread.silos.svg",
    ]
    assert f'href="{link.format(path="bread.yaml", line=5)}"' in docs.read("bakery/findings.html")


def test_the_paths_in_links_to_files_may_start_elsewhere(docs: Docs) -> None:
    chosen = {"source_link": "https://git.example/{path}#L{line}", "source_root": ".."}
    docs.build({"source": "bread.yaml", "path": "bakery", **chosen})

    address = f"https://git.example/{docs.folder.name}/bread.yaml#L5"
    assert f'href="{address}"' in docs.read("bakery/findings/index.html")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"parts": ["teems"]}, "blueprints[0].parts: there is no part 'teems', did you mean 'teams'?: "),
        ({"views": ["silo"]}, "blueprints[0].views: there is no view 'silo', did you mean 'silos'?: "),
        ({"source_link": "git@x"}, "blueprints[0].source-link: 'git@x' is no address of the web, such as "),
    ],
)
def test_a_choice_that_means_nothing_is_one_message(
    docs: Docs, options: dict[str, Any], said: str, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        docs.build({"source": "bread.yaml", "path": "bakery", **options})

    errors = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert [error.startswith(f"cxblueprint: {said}") for error in errors] == [True]


PICTURE = "```cx-blueprint\nview: silos\n```\n"


def test_a_page_written_by_hand_shows_a_picture_that_can_be_saved(docs: Docs) -> None:
    docs.write("docs/deep/index.md", f"# Deep\n\n{PICTURE}")
    docs.build()

    page = docs.read("deep/index.html")
    assert page.count('<figure class="cx-figure" data-search-exclude>') == 1
    assert 'href="../bakery/journeys/buy-bread/' in page
    assert '<a href="bakery.silos.svg" download>' in page
    assert (docs.site / "deep" / "bakery.silos.svg").is_file()
    (entry,) = (
        entry
        for entry in json.loads(docs.read("search/search_index.json"))["docs"]
        if entry["location"] == "deep/"
    )
    assert "The counter" in entry["text"]
    assert "<svg" not in entry["text"]


def test_a_picture_that_cannot_be_drawn_fails_a_strict_build_with_its_page_and_line(
    docs: Docs, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(docs.folder)
    wrong = PICTURE.replace("silos", "silo")
    docs.write("docs/wrong.md", f"---\ntitle: Wrong\n---\n\n# Wrong\n\n{wrong}\n{PICTURE}")

    with pytest.raises(Abort, match="Aborted with 1 warnings in strict mode"):
        docs.build()
    warnings = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    begin = "cxblueprint: docs/wrong.md:7:1: there is no view 'silo', did you mean 'silos'?"
    assert [warning.startswith(begin) for warning in warnings] == [True]

    docs.build(strict=False)
    page = docs.read("wrong/index.html")
    assert '<p class="cx-note">No picture: there is no view &#39;silo&#39;' in page
    assert page.count('<figure class="cx-figure"') == 1


def test_a_mistake_while_editing_leaves_the_pages_and_says_so_on_them(
    docs: Docs, caplog: pytest.LogCaptureFixture
) -> None:
    def again() -> str:
        config = docs.configured(strict=False)
        config.plugins.on_startup(command="serve", dirty=False)
        build(config)
        return docs.read("bakery/journeys/buy-bread/index.html")

    again()
    docs.write("bread.yaml", BREAD.replace("owner: front, kpis", "onwer: front, kpis"))
    broken = again()
    assert "This is how it was before a mistake" in broken
    assert "Buy &#42;bread&#42;" in broken
    assert [record.levelname for record in caplog.records if "onwer" in record.getMessage()] == ["ERROR"]

    docs.write("bread.yaml", BREAD)
    assert "before a mistake" not in again()


def test_examples_on_pages_written_by_hand_are_left_to_whoever_reads_them(docs: Docs) -> None:
    config = docs.configured()
    build(config)
    plugin = config.plugins["cxblueprint"]
    example = '<div class="highlight"><pre><span>x</span> = 1</pre></div>'

    def read(path: str) -> object:
        page: Any = SimpleNamespace(file=SimpleNamespace(src_uri=path), present_anchor_ids=None)
        return plugin.on_page_content(example, page=page, config=config, files=Files([]))

    assert read("index.md") == example
    assert read("rules/index.md") == '<p data-cx-code="0">x = 1</p>'
