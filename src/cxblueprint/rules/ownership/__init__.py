"""Ownership: one team answers for each thing, and each team for something."""

from .own001_touchpoint_without_owner import touchpoint_without_owner
from .own002_journey_without_owner import journey_without_owner
from .own003_backstage_action_without_team import backstage_action_without_team
from .own004_owner_of_nothing import owner_of_nothing

RULES = (
    touchpoint_without_owner,
    journey_without_owner,
    backstage_action_without_team,
    owner_of_nothing,
)
