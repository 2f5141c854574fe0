"""What the documentation holds that is not written by hand: `python -m scripts.reference` makes it anew."""
