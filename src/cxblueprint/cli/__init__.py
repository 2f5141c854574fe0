"""The command `cxblueprint`: a module per subcommand, each loaded when it is called."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command and exit with its code, as `cxblueprint.cli.app` tells."""
    try:
        from .app import INTERRUPTED
        from .app import main as run
    except KeyboardInterrupt:  # somebody has changed their mind at once
        sys.exit(130)
    try:
        run()
    except KeyboardInterrupt:  # and once more, while it was ending
        sys.exit(INTERRUPTED)


__all__ = ["main"]
