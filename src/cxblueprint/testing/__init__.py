"""What tests of blueprints, rules and whatever reads them are written with.

Importing this package needs nothing but cxblueprint; `strategies` needs the extra `testing` as soon as one of
them is touched.
"""

from . import pages, strategies

__all__ = ["pages", "strategies"]
