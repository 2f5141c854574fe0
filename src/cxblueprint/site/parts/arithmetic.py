"""Whether the standards on a promise's path can keep it, step by step and in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from cxblueprint.graph import standards_on
from cxblueprint.reckon import clock_of, in_durations, in_percent, promised_time, reckoned
from cxblueprint.site.writing.aims import standing
from cxblueprint.site.writing.markdown import NOTHING, Markdown, badge, block, joined, table, text
from cxblueprint.site.writing.words import at_moment, goal, lasting

if TYPE_CHECKING:
    from cxblueprint.model import Promise
    from cxblueprint.reckon import Promised, Reckoning, Verdict
    from cxblueprint.site.writing.sheet import Sheet

HOW = (
    "Times one after another add up, of what runs side by side the longest counts, and every clock is taken"
    " at the worst arrival. This tells what the standards allow, not how often the promise was kept."
)
_BADGES: Mapping[Verdict, tuple[str, str]] = MappingProxyType(
    {
        "kept": ("is-good", "✓ can be kept"),
        "kept if independent": ("is-info", "● if failures are independent"),
        "too few": ("is-warning", "▲ not supported"),
        "too slow": ("is-error", "■ too slow"),
        "cannot say": ("is-open", "? nobody can say"),
    }
)


class Keeping:
    """A promise and what the reckoning says of it."""

    def __init__(self, sheet: Sheet, promise: Promise) -> None:
        self.sheet = sheet
        self.promise = promise
        self._found = reckoned(sheet.edition.graph, promise)
        self._told = promised_time(sheet.edition.graph, promise)

    @property
    def _is_single(self) -> bool:
        """Whether one standard alone is on the path, so that nothing can fail together."""
        return sum(1 if isinstance(group, str) else len(group) for group in self.promise.path) == 1

    @property
    def badge(self) -> Markdown:
        """The verdict in few words; nothing where no standard is on the path."""
        if not standards_on(self.promise):
            return NOTHING
        found = self._found
        return badge(*_BADGES[found.verdict if found else "cannot say"])

    # The path

    def path(self) -> str:
        """Return the standards on the path in order, those side by side beside each other."""
        lines = []
        for group in self.promise.path:
            legs = [self._leg(name) for name in ((group,) if isinstance(group, str) else group)]
            if len(legs) == 1:
                lines.append(f"1. {legs[0]}")
            elif legs:
                lines += ["1. At the same time:", *(f"    - {leg}" for leg in legs)]
        return block("\n".join(lines), "path") if lines else ""

    def _leg(self, name: str) -> Markdown:
        sheet = self.sheet
        standard = sheet.edition.graph.standards.get(name)
        link = Markdown(f"**{sheet.mention('service-standard', name)}**")
        if standard is None:
            return link
        calendar = sheet.mention("calendar", standard.clock)
        target = joined([goal(standard.target), Markdown(f"({calendar})") if calendar else NOTHING], " ")
        today = standing(standard)
        small = [
            sheet.team(standard.provider or standard.owner),
            Markdown(f"today {today}") if today else NOTHING,
        ]
        where = joined(small, " · ")
        under = Markdown(f'<span class="cx-where">{where}</span>') if where else NOTHING
        return joined([link, target, under], "<br>")

    # The verdict

    def verdict(self) -> str:
        """Return whether the promise can be kept, in sentences; nothing where no standard is on the path."""
        if not standards_on(self.promise):
            return ""
        found, told = self._found, self._told
        if found is None or told is None:
            return self._said("Whether they keep it cannot be reckoned.", self._why_not())
        match found.verdict:
            case "kept":
                said = self._kept(found, told)
            case "kept if independent":
                said = self._if_independent(found, told)
            case "too few":
                said = self._too_few(found, told)
            case "too slow":
                said = self._too_slow(found, told)
            case _:
                said = self._said("Nobody can say whether they keep it.", *self._unknown(found))
        return said

    @staticmethod
    def _said(first: str, *rest: Markdown) -> str:
        return joined([Markdown(f"**{first}**"), *rest], " ")

    def _why_not(self) -> Markdown:
        target = self.promise.target
        if target is not None and target.kind == "within":
            return Markdown("The calendar of its clock is not declared.")
        return Markdown("The reckoning is of times, and the promise states none.")

    def _kept(self, found: Reckoning, told: Promised) -> str:
        if told.share is None:
            times = "The promise states no share of cases, so that times alone are reckoned."
            return self._said("If each standard is met, the times fit.", Markdown(times))
        fails_apart = "" if self._is_single else ", even if no two failures ever fall on the same case"
        worst = (
            f"At least {_share(1 - found.failures)} of cases are in time{fails_apart};"
            f" {_share(told.share)} is promised."
        )
        return self._said("If each standard is met, the promise is kept.", Markdown(worst))

    def _if_independent(self, found: Reckoning, told: Promised) -> str:
        either = (
            f"Then {_share(found.together)} of cases are in time, and {_share(told.share)} is promised."
            f" At the worst, if no two failures ever fall on the same case, it is"
            f" {_share(1 - found.failures)}."
        )
        first = "The promise is kept only if the standards fail independently of each other."
        return self._said(first, Markdown(either), self._mend(found, "To keep it even then"))

    def _too_few(self, found: Reckoning, told: Promised) -> str:
        either = "" if self._is_single else "If they fail independently of each other, "
        few = f"{either}{_share(found.together)} of cases are in time, and {_share(told.share)} is promised."
        first = "The standards do not support this promise, even if each of them is met."
        return self._said(first, Markdown(few), *self._taken_as_nothing(found), self._mend(found))

    def _too_slow(self, found: Reckoning, told: Promised) -> str:
        first = "The standards are too slow for this promise, even if each of them is met."
        return self._said(first, self._late(found, told), *self._taken_as_nothing(found), self._mend(found))

    def _late(self, found: Reckoning, told: Promised) -> Markdown:
        """Return how much too slow the standards are: as a sum, or else at the worst arrival."""
        if found.total is not None or found.late is None:
            times = lasting([found.total] if found.total is not None else [])
            return Markdown(f"They take {times}, and {lasting([told.limit])} is promised.")
        dated = any(calendar.holidays for calendar in self.sheet.edition.graph.calendars.values())
        arrival = at_moment(found.clock.local(found.late.arrival), dated=dated)
        after = "just after " if found.late.just_after else "on "
        late = lasting(in_durations(found.late.seconds))
        return Markdown(f"What arrives {after}{arrival} may be {late} late.")

    def _mend(self, found: Reckoning, why: str = "The smallest change that mends it") -> Markdown:
        change = found.tightening
        if change is None:
            return Markdown("No single standard can mend it: tighten several, or promise less.")
        leg = self.sheet.mention("service-standard", change.leg)
        to = (
            f"down to {lasting([change.limit])}" if change.limit else f"up to {_share(change.share, up=True)}"
        )
        return Markdown(f"{why}: bring {leg} {to}.")

    def _taken_as_nothing(self, found: Reckoning) -> Iterator[Markdown]:
        if found.unknown:
            yield Markdown("What is not stated is taken as nothing:")
            yield from self._unknown(found)

    def _unknown(self, found: Reckoning) -> Iterator[Markdown]:
        """Yield what each standard does not say that the reckoning would need."""
        graph = self.sheet.edition.graph
        for name in dict.fromkeys(found.unknown):
            standard = graph.standards.get(name)
            link = self.sheet.mention("service-standard", name)
            if standard is None:
                yield Markdown(f"{link}.")
            elif clock_of(graph, standard.clock or graph.blueprint.clock) is None:
                yield Markdown(f"The calendar of {link} is not declared.")
            elif standard.target is None or standard.target.kind != "within":
                yield Markdown(f"{link} sets no time within which something is done.")
            else:
                yield Markdown(f"{link} states no share of cases.")
        if not found.unknown:
            yield Markdown("Its times end too far ahead to be reckoned.")

    # The sums

    def sums(self) -> str:
        """Return what the standards come to, as they are to be and as they are attained today."""
        graph, found, told = self.sheet.edition.graph, self._found, self._told
        if found is None or told is None:
            return ""
        today = reckoned(graph, self.promise, today=True)
        rows: list[tuple[Markdown, ...]] = []
        if found.total is not None and not found.unknown:
            rows.append((text("Time"), lasting([found.total]), NOTHING, lasting([told.limit])))
        elif found.late is not None and found.late.seconds <= 0 and not found.unknown:
            spare = lasting(in_durations(-found.late.seconds)) if found.late.seconds else Markdown("nothing")
            rows.append((text("Time to spare at the worst"), spare, NOTHING, NOTHING))
        if told.share is not None and not found.unknown and found.verdict != "too slow":
            known = today if today is not None and not today.unknown else None
            wanted = Markdown(_share(told.share))
            rows += [
                (Markdown(name), Markdown(of(found)), Markdown(of(known)) if known else NOTHING, wanted)
                for name, of in (_ONE_SHARE if self._is_single else _SHARES)
            ]
        return table(("Together", "As the standards ask", "As attained today", "Promised"), rows)


def _at_the_worst(found: Reckoning) -> str:
    return _share(1 - found.failures)


def _independently(found: Reckoning) -> str:
    return _share(found.together)


_ONE_SHARE = (("In time", _independently),)
_SHARES = (
    ("In time, if no two failures fall on the same case", _at_the_worst),
    ("In time, if the standards fail independently", _independently),
)


def _share(share: Fraction | None, *, up: bool = False) -> str:
    """Return a share in percent; the promise of a share is reckoned only where one is stated."""
    return in_percent(share or Fraction(0), up=up)
