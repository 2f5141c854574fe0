"""Fuzzing: many thousand inputs that nobody would write, and what they find is kept to be looked at."""
