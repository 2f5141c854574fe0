"""Draws the view `recovery`: ways up, and below them the plan, in one picture."""

from __future__ import annotations

from cxblueprint.pictures import frame, key
from cxblueprint.pictures.picture import Picture
from cxblueprint.pictures.recovery.chart_layout import TABLE
from cxblueprint.pictures.recovery.ladder_drawing import draw_ladder, draw_lane_name, left_band
from cxblueprint.pictures.recovery.ladder_layout import EDGE, LABEL_COLUMN, LadderLayout
from cxblueprint.pictures.recovery.legend import legend_rows
from cxblueprint.pictures.recovery.plan_drawing import draw_heading, draw_plan
from cxblueprint.pictures.recovery.plan_layout import HEADING, PlanLayout
from cxblueprint.pictures.recovery.retelling import outline_of, table_of
from cxblueprint.pictures.recovery.scene import RecoveryScene
from cxblueprint.pictures.sheet import picture_of
from cxblueprint.pictures.svg import Canvas, number
from cxblueprint.pictures.theme import Theme
from cxblueprint.pictures.words import Words

VIEW = "recovery"
_LEAST_WIDTH = 900.0
_PLAN_WIDTH = TABLE + 760.0
_BETWEEN = 22.0


def draw_scene(scene: RecoveryScene, theme: Theme) -> Picture:
    """Return the picture of a scene."""
    words = theme.words
    width = max(
        _PLAN_WIDTH if scene.plan else _LEAST_WIDTH,
        *(LadderLayout(ladder, words).width for ladder in scene.ladders),
        0.0,
    )
    title = frame.title_block(scene.heading, width)
    y = title.bottom + 12
    headings: list[tuple[float, str]] = []
    ladders: list[LadderLayout] = []
    for ladder in scene.ladders:
        if scene.plan is not None:
            headings.append((y, words("The way up: {name}", name=ladder.name)))
            y += HEADING - 4
        ladders.append(LadderLayout(ladder, words, y, width))
        y = ladders[-1].bottom + _BETWEEN
    plan = PlanLayout(scene.plan, words, y, width) if scene.plan else None
    if plan is not None:
        width, y = max(width, plan.right + frame.MARGIN), plan.bottom + 8
    footer = key.Footer(legend_rows(scene, words), scene.notes, scene.remarks, width, words)
    canvas = Canvas(mirror=width if words.is_rtl else None)
    height = y + footer.height
    canvas.rect(0, 0, width, height, "cx-ground")
    title.draw(canvas)
    for heading in headings:
        draw_heading(canvas, *heading, width)
    for layout in ladders:
        draw_ladder(canvas, layout, words)
    if plan is not None:
        draw_plan(canvas, plan, words)
    footer.draw(canvas, y)
    return picture_of(
        VIEW,
        scene.heading,
        canvas,
        (width, height),
        table=table_of(scene, words),
        notes=scene.notes,
        theme=theme,
        outline=outline_of(scene, words),
        sticky=_sticky(ladders, height, words) if ladders else "",
    )


def _sticky(ladders: list[LadderLayout], height: float, words: Words) -> str:
    """Return the names of the levels alone: a page lays them over the left side, where they stay."""
    width = EDGE + LABEL_COLUMN
    canvas = Canvas(mirror=width if words.is_rtl else None)
    size = {"width": width, "height": round(height, 2)}
    with canvas.within(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(size['height'])}",
        **size,
        class_="cx-page cx-sticky",
        aria_hidden="true",
        focusable="false",
    ):
        for layout in ladders:
            top = layout.lanes[0].top
            canvas.rect(0, top - 4, width, layout.bottom - top + 8, "cx-ground")
            for lane in layout.lanes:
                canvas.path(left_band(lane, width), f"cx-lane-{lane.tint}")
                draw_lane_name(canvas, lane)
    return canvas.markup()
