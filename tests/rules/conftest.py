"""Fragments of blueprints, checked by one rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

import cxblueprint as cx

Found: TypeAlias = Callable[..., list[str]]
"""Takes a rule's code and a fragment, gives `severity subject` of each finding."""


@pytest.fixture
def found() -> Found:
    def check(code: str, fragment: str, profile: str = "recommended") -> list[str]:
        blueprint = cx.loads(f"{fragment}\nid: b\ntitle: B\n")
        report = cx.check(blueprint, select=[code], profile=profile)
        assert report.defects == ()
        return [f"{finding.severity} {finding.subject}" for finding in report.findings]

    return check
