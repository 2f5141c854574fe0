"""What pages are written with: the whole to be told about, words, links, tables, pictures."""
