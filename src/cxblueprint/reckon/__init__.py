"""The reckoning that rules rest on: clocks, promises along a path, dates along a plan."""

from .clocks import Clock
from .critical_path import Schedule, Task, circles, is_working_day, schedule, working_days
from .days import Moment
from .promises import Leg, Path, Point, Promised, Reckoning, Tightening, Verdict, reckon
from .recovery import main_cause, schedule_of, tasks_of
from .timelines import Piece, Timeline, Worst, arrivals, latest, then, worst, worst_wait

__all__ = [
    "Clock", "Leg", "Moment", "Path", "Piece", "Point", "Promised", "Reckoning", "Schedule", "Task",
    "Tightening", "Timeline", "Verdict", "Worst", "arrivals", "circles", "is_working_day", "latest",
    "main_cause", "reckon", "schedule", "schedule_of", "tasks_of", "then", "working_days", "worst",
    "worst_wait",
]  # fmt: skip
