"""Baselines: the findings that a blueprint had when somebody began to check it, so that new ones show."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from cxblueprint.errors import UsageError

from .finding import Finding, SuppressedFinding
from .folding import told

if TYPE_CHECKING:
    from .report import Report

VERSION = 1
"""The version of the file's shape."""
_MOST_TOLD = 60


@dataclass(frozen=True, slots=True)
class Known:
    """A finding that was there, and how often."""

    fingerprint: str
    code: str
    subject: str
    """Its `kind:address`, for whoever reads the file; the fingerprint decides."""
    count: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings of one blueprint at one time, each once with its count, in the order of the file."""

    name: str
    """The file, as messages call it."""
    blueprint: str
    """The blueprint's id."""
    known: tuple[Known, ...] = ()

    def applied_to(self, report: Report, *, mandatory: Collection[str] = ()) -> Report:
        """Return a report in which the findings that were there before are no longer active.

        A finding that was there twice is known twice: a third one like it is new. What a rule finds that
        nobody may suppress stays active. It goes by what was found, not by what is told, so that to mend
        one cause makes no other look new.

        Args:
            report: what was found.
            mandatory: the codes of the rules that nobody may suppress.

        Raises:
            UsageError: the baseline is that of another blueprint.
        """
        self._refuse_other(report)
        left = Counter({known.fingerprint: known.count for known in self.known})
        active: list[Finding] = []
        before: list[SuppressedFinding] = []
        for finding in report.found:
            if left[finding.fingerprint] > 0 and finding.code not in mandatory:
                left[finding.fingerprint] -= 1
                before.append(SuppressedFinding(finding, f"in the baseline {self.name}"))
            else:
                active.append(finding)
        before.sort(key=lambda item: item.finding.order)
        return replace(
            report, findings=told(active), found=tuple(active), baselined=(*report.baselined, *before)
        )

    def gone(self, report: Report, codes: Collection[str]) -> int:
        """Return how many of its findings were not found any more, of the rules with these codes that ran."""
        ours = sum(known.count for known in self.known if known.code in codes)
        return ours - sum(item.finding.code in codes for item in report.baselined)

    def updated(self, report: Report, *, ran: Collection[str], mandatory: Collection[str] = ()) -> Baseline:
        """Return the baseline that knows what is found today.

        Args:
            report: what was found, before any baseline was applied to it.
            ran: the codes of the rules that ran; what the others found stays as it is.
            mandatory: the codes of the rules that nobody may suppress; they are never in a baseline.

        Raises:
            UsageError: the baseline is that of another blueprint.
        """
        self._refuse_other(report)
        counted: Counter[tuple[str, str, str]] = Counter(
            (finding.code, str(finding.subject), finding.fingerprint)
            for finding in report.found
            if finding.code not in mandatory
        )
        kept = (known for known in self.known if known.code not in ran)
        found = (Known(mark, code, subject, count) for (code, subject, mark), count in counted.items())
        ordered = sorted((*kept, *found), key=lambda known: (known.code, known.subject, known.fingerprint))
        return replace(self, known=tuple(ordered))

    def text(self) -> str:
        """Return the file: JSON with a line for each finding, so that differences are easy to read."""
        lines = [json.dumps(_data(known), ensure_ascii=False) for known in self.known]
        findings = "[\n    " + ",\n    ".join(lines) + "\n  ]" if lines else "[]"
        head = f'"version": {VERSION},\n  "blueprint": {json.dumps(self.blueprint, ensure_ascii=False)}'
        return f'{{\n  {head},\n  "findings": {findings}\n}}\n'

    def _refuse_other(self, report: Report) -> None:
        if self.blueprint != report.blueprint:
            msg = (
                f"{self.name}: is the baseline of blueprint {self.blueprint!r}, not of {report.blueprint!r}:"
                " name another file"
            )
            raise UsageError(msg)


def read_baseline(text: str, name: str) -> Baseline:
    """Return the baseline that a file holds.

    Args:
        text: what the file holds.
        name: the file, as messages call it.

    Raises:
        UsageError: it holds something else; the message says where and what.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise _refused(f"{name}:{error.lineno}:{error.colno}", error.msg.lower()) from None
    except RecursionError:
        raise _refused(name, "its nesting is too deep") from None
    except ValueError:
        raise _refused(name, "a number in it has too many digits") from None
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise _refused(name, "it wants `version`, `blueprint` and `findings`")
    if type(data.get("version")) is not int or data["version"] != VERSION:
        raise _refused(name, f"`version` is {_told(data.get('version'))}, and {VERSION} is what can be read")
    if not _is_text(data.get("blueprint")):
        raise _refused(name, f"`blueprint` is {_told(data.get('blueprint'))}, and wants the id of one")
    return Baseline(name, data["blueprint"], tuple(_known(data["findings"], name)))


def _known(items: Iterable[Any], name: str) -> Iterable[Known]:
    for place, item in enumerate(items):
        given = item if isinstance(item, dict) else {}
        texts = [given.get(key) for key in ("fingerprint", "code", "subject")]
        count = given.get("count", 1)
        if not all(map(_is_text, texts)) or type(count) is not int or count < 1:
            raise _refused(
                name,
                f"`findings[{place}]` is {_told(item)}, and wants `fingerprint`, `code`, `subject` and a"
                " `count` of at least 1",
            )
        mark, code, subject = map(str, texts)
        yield Known(mark, code, subject, count)


def _refused(name: str, why: str) -> UsageError:
    return UsageError(f"{name}: is no baseline: {why}; name another file, or remove this one")


def _is_text(value: object) -> bool:
    """Tell whether a value is such a text as we write: others cannot be printed, or written again."""
    return isinstance(value, str) and value.isprintable()


def _told(value: object) -> str:
    told = json.dumps(value, ensure_ascii=False)
    told = told if told.isprintable() else json.dumps(value)
    return told if len(told) <= _MOST_TOLD else told[:_MOST_TOLD] + "…"


def _data(known: Known) -> dict[str, Any]:
    data: dict[str, Any] = {"fingerprint": known.fingerprint, "code": known.code, "subject": known.subject}
    return data if known.count == 1 else {**data, "count": known.count}
