"""The reckoning that rules rest on: clocks, promises along a path, dates along a plan."""

from .clocks import Clock
from .critical_path import Schedule, Task, circles, schedule, working_days
from .days import Moment
from .promises import Leg, Path, Point, Promised, Reckoning, Tightening, Verdict, reckon
from .timelines import Piece, Timeline, Worst, arrivals, latest, then, worst, worst_wait

__all__ = [
    "Clock", "Leg", "Moment", "Path", "Piece", "Point", "Promised", "Reckoning", "Schedule", "Task",
    "Tightening", "Timeline", "Verdict", "Worst", "arrivals", "circles", "latest", "reckon", "schedule",
    "then", "working_days", "worst", "worst_wait",
]  # fmt: skip
