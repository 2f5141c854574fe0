"""The parts of a site: which pages there are, and what each tells."""
