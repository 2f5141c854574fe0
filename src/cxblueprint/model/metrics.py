"""Metrics that the field knows: what they bring so that a KPI need not state it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from .targets import Scale

if TYPE_CHECKING:
    from .kpis import KPI

KPIKind: TypeAlias = Literal["perception", "outcome", "operational", "employee", "financial"]


@dataclass(frozen=True, slots=True)
class Metric:
    """A measure that the field knows by a short name.

    `polarity` and `scale` are None where usage differs, so that a KPI must state its own; `usual` then
    has what is found: customer effort as 1-5 with low as good and as 1-7 with high as good.
    """

    name: str
    kind: KPIKind
    polarity: Literal["up", "down"] | None
    scale: str | None
    formula: str
    usual: tuple[str, ...] = ()
    """The scales that are found in the field, the most frequent first, where there is more than one."""
    lowest: int | None = None
    """The figure below which it cannot fall, where it has no scale: nobody complains less than never."""


_SHARE = "0-100%"
_PROMOTERS = "share of 9 and 10 minus share of 0 to 6, in points"
METRICS: dict[str, Metric] = {
    # perception
    "nps": Metric("Net Promoter Score", "perception", "up", "-100 to 100", _PROMOTERS),
    "csat": Metric(
        "Customer satisfaction",
        "perception",
        "up",
        None,
        "share of the two best answers of five",
        usual=("0-100%", "1-5", "1-7", "1-10"),
    ),
    "ces": Metric(
        "Customer effort",
        "perception",
        None,
        None,
        "mean answer to how easy it was",
        usual=("1-7", "1-5"),
    ),
    "trust": Metric(
        "Trust",
        "perception",
        "up",
        None,
        "mean answer to how far customers trust us",
        usual=("1-5", "1-7", "0-10"),
    ),
    # outcome
    "fcr": Metric(
        "First-contact resolution", "outcome", "up", _SHARE, "share of requests settled at the first contact"
    ),
    "right-first-time": Metric("Right first time", "outcome", "up", _SHARE, "share of cases without rework"),
    "completion": Metric("Completion", "outcome", "up", _SHARE, "share of those who start and finish"),
    "abandonment": Metric("Abandonment", "outcome", "down", _SHARE, "share of those who give up"),
    "churn": Metric("Churn", "outcome", "down", _SHARE, "share of customers who leave in a period"),
    "retention": Metric("Retention", "outcome", "up", _SHARE, "share of customers who stay in a period"),
    "conversion": Metric("Conversion", "outcome", "up", _SHARE, "share of those who look and then buy"),
    "repeat-contacts": Metric(
        "Repeat contacts", "outcome", "down", _SHARE, "share of contacts on a matter that was raised before"
    ),
    "complaints": Metric("Complaints", "outcome", "down", None, "complaints per customers served", lowest=0),
    # money
    "share-of-wallet": Metric(
        "Share of wallet", "financial", "up", _SHARE, "our part of what the customer spends"
    ),
    # operation
    "aht": Metric(
        "Average handling time", "operational", None, None, "mean working time per contact", lowest=0
    ),
    "time-to-resolve": Metric(
        "Time to resolve", "operational", "down", None, "time from request to settlement", lowest=0
    ),
    "waiting-time": Metric(
        "Waiting time", "operational", "down", None, "time from arrival to service", lowest=0
    ),
    "on-time": Metric("On time", "operational", "up", _SHARE, "share of cases done by their date"),
    "availability": Metric("Availability", "operational", "up", _SHARE, "share of time in which it works"),
    # employees
    "enps": Metric("Employee Net Promoter Score", "employee", "up", "-100 to 100", _PROMOTERS),
    "attrition": Metric("Attrition", "employee", "down", _SHARE, "share of employees who leave in a period"),
    "engagement": Metric(
        "Employee engagement",
        "employee",
        "up",
        None,
        "mean answer to engagement questions",
        usual=("1-5", "0-100%", "0-10"),
    ),
}


def metric_of(kpi: "KPI") -> Metric | None:
    """Return the known metric behind a KPI, or None where it is none or one of the user's own."""
    return METRICS.get(kpi.metric) if kpi.metric else None


def kind_of_kpi(kpi: "KPI") -> KPIKind | None:
    """Return what a KPI tells about: as stated, else as its metric brings it."""
    metric = metric_of(kpi)
    return kpi.kind or (metric.kind if metric else None)


def polarity_of(kpi: "KPI") -> Literal["up", "down"] | None:
    """Return which way is better: as stated, else as the metric brings it, else None."""
    metric = metric_of(kpi)
    return kpi.polarity or (metric.polarity if metric else None)


def scale_of(kpi: "KPI") -> Scale | None:
    """Return the lowest and highest value: as stated, else as the metric brings it, else None."""
    metric = metric_of(kpi)
    if kpi.scale is not None or metric is None or metric.scale is None:
        return kpi.scale
    return Scale.parse(metric.scale)
