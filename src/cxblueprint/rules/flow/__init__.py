"""Flow: a customer who sets out gets somewhere."""

from .flo001_journey_without_steps import journey_without_steps
from .flo002_unreachable_step import unreachable_step
from .flo003_dead_end import dead_end
from .flo004_endless_loop import endless_loop
from .flo005_branch_without_condition import branch_without_condition
from .flo006_too_long_to_read import too_long_to_read

RULES = (
    journey_without_steps,
    unreachable_step,
    dead_end,
    endless_loop,
    branch_without_condition,
    too_long_to_read,
)
