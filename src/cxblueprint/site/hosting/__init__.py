"""What hosts need beside the pages: pictures in pages written by hand, files, faster HTML."""
