"""The reckoning that rules rest on: clocks, promises along a path, dates along a plan."""

from .amounts import in_durations, in_percent
from .clocks import Clock
from .critical_path import Schedule, Task, circles, is_working_day, schedule, working_days
from .days import Moment
from .declared import clock_of, leg_of, promised_time, reckoned
from .promises import Leg, Path, Point, Promised, Reckoning, Tightening, Verdict, reckon
from .recovery import main_cause, schedule_of, tasks_of
from .timelines import Piece, Timeline, Worst, arrivals, latest, then, worst, worst_wait

__all__ = [
    "Clock", "Leg", "Moment", "Path", "Piece", "Point", "Promised", "Reckoning", "Schedule", "Task",
    "Tightening", "Timeline", "Verdict", "Worst", "arrivals", "circles", "clock_of", "in_durations",
    "in_percent", "is_working_day", "latest", "leg_of", "main_cause", "promised_time", "reckon", "reckoned",
    "schedule", "schedule_of", "tasks_of", "then", "working_days", "worst", "worst_wait",
]  # fmt: skip
