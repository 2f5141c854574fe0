"""Ownership: one team answers for each thing."""

from .own001_touchpoint_without_owner import touchpoint_without_owner
from .own002_journey_without_owner import journey_without_owner

RULES = (touchpoint_without_owner, journey_without_owner)
