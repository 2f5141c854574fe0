"""Promises: what customers are told must be kept by something."""

from .prm001_promise_without_backing import promise_without_backing
from .prm002_promise_stricter_than_standard import promise_stricter_than_standard
from .prm003_promise_unkeepable_along_path import promise_unkeepable_along_path
from .prm004_promise_unmeasured import promise_unmeasured
from .prm005_promise_outside_hours import promise_outside_hours
from .prm006_sold_by_one_kept_by_another import sold_by_one_kept_by_another

RULES = (
    promise_without_backing,
    promise_stricter_than_standard,
    promise_unkeepable_along_path,
    promise_unmeasured,
    promise_outside_hours,
    sold_by_one_kept_by_another,
)
