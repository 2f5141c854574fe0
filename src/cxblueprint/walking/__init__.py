"""In the customer's shoes: a journey as one customer walks it, stop by stop."""

from .sums import Range, Total
from .telling import Telling
from .walk import Stop, Walk
from .walker import personas_for
from .walking import walk

__all__ = ["Range", "Stop", "Telling", "Total", "Walk", "personas_for", "walk"]
