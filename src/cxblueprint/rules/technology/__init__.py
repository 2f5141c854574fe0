"""Technology: a means, and never a wall between customers and us."""

from .tec001_no_way_to_a_human import no_way_to_a_human
from .tec002_low_left_to_automation import low_left_to_automation
from .tec003_layers_of_technology import layers_of_technology
from .tec004_technology_as_goal import technology_as_goal
from .tec005_unassessed_integration import unassessed_integration
from .tec006_platform_before_journey import platform_before_journey

RULES = (
    no_way_to_a_human,
    low_left_to_automation,
    layers_of_technology,
    technology_as_goal,
    unassessed_integration,
    platform_before_journey,
)
