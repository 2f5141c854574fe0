"""Lets `python -m cxblueprint` do what `cxblueprint` does."""

from cxblueprint.cli import main

main()
