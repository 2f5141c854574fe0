"""The baseline on the command line: what is known before, and writing it anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cxblueprint.checks import Baseline
from cxblueprint.files import write_whole

from .telling import tell

if TYPE_CHECKING:
    from cxblueprint.checks import Report
    from cxblueprint.graph import Graph
    from cxblueprint.judging import Judging


def report_beyond_baseline(judging: Judging, graph: Graph) -> Report:
    """Return what is found beyond the baseline, and tell when the baseline knows what is gone."""
    baseline = judging.known_before()
    found = judging.found(graph)
    if baseline is None:
        return found
    report = baseline.applied_to(found, mandatory=judging.mandatory)
    gone = baseline.gone(report, {rule.code for rule in judging.rules})
    if gone:
        what, them = ("finding that is", "it") if gone == 1 else ("findings that are", "them")
        tell(f"{judging.baseline}: has {gone} {what} gone: --update-baseline takes {them} out")
    return report


def report_with_new_baseline(judging: Judging, graph: Graph) -> Report:
    """Write what is found into the baseline, and return what still counts: what nobody may suppress."""
    name = str(judging.baseline)
    found = judging.found(graph)
    if found.defects:
        return found
    known = judging.known_before() if Path(name).exists() else Baseline(name, found.blueprint)
    ran = {rule.code for rule in judging.rules}
    baseline = (known or Baseline(name, found.blueprint)).updated(found, ran=ran, mandatory=judging.mandatory)
    write_whole(name, baseline.text())
    count = sum(known.count for known in baseline.known)
    tell(f"{name}: knows {count or 'no'} finding{'s' if count > 1 else ''} now")
    return baseline.applied_to(found, mandatory=judging.mandatory)
