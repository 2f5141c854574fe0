"""Lets `python -m cxblueprint` do what `cxblueprint` does."""

import os
import sys

if not sys.flags.safe_path and sys.path[0] == os.getcwd():  # noqa: PTH109  # the text that Python put there
    # The command does not look for modules where it is called, and what lies there may be a stranger's.
    del sys.path[0]

from cxblueprint.cli import main  # only now

main()
