"""Promises: what customers are told must be kept by something."""

from .prm001_promise_without_backing import promise_without_backing

RULES = (promise_without_backing,)
