"""The command `cxblueprint`: a module per subcommand, each loaded when it is called."""

from .app import main

__all__ = ["main"]
