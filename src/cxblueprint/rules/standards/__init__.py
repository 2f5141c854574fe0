"""Standards: what good means, and loops that close."""

from .std001_touchpoint_without_standard import touchpoint_without_standard
from .std002_request_never_closed import request_never_closed
from .std008_absolute_standard import absolute_standard

RULES = (touchpoint_without_standard, request_never_closed, absolute_standard)
