"""Pages of a large site: pictures that a script unpacks, and nothing that only the maker of a page needs.

A picture of a journey has some hundred kilobytes, a tenth of that packed. On a site of a thousand journeys
that decides whether it can be published or sent at all; a small site does without, so that its pages are
complete even where scripts are off.
"""

from __future__ import annotations

import base64
import re
import zlib

_EFFORT = 5
"""Of 9: most takes three times as long, for a twentieth of the size."""
# Escaped for Markdown, which is done; in attributes, too, they mean nothing.
_HARMLESS = {f"&#{ord(sign)};": sign for sign in "!#$()*+-./:=?@[\\]^_`{|}~"} | {"&#x27;": "'"}
_REFERENCE = re.compile("|".join(map(re.escape, _HARMLESS)))
_INDENTATION = re.compile(r"\n\s+")
_WITHOUT = (
    "This picture needs a script to be unpacked, and no script runs here. "
    "What it shows is told below, step by step."
)


def packed(markup: str, height: float) -> str:
    """Return what stands in a page for some HTML until the page's script has unpacked it.

    Args:
        markup: the HTML, whole.
        height: about how high it will be, in pixels, so that what follows need not move.
    """
    # As `DecompressionStream("deflate")` reads it, without a clock.
    inside = base64.b64encode(zlib.compress(markup.encode("utf-8"), _EFFORT)).decode("ascii")
    return (
        f'<div class="cx-packed" data-height="{height:.0f}" data-search-exclude>'
        f'<noscript><p class="cx-note">{_WITHOUT}</p></noscript>'
        f'<script type="application/octet-stream">{inside}</script></div>\n'
    )


def without_references(markup: str) -> str:
    """Return a page's HTML, once Markdown has made it, with the signs in place of references to them."""
    return _REFERENCE.sub(lambda found: _HARMLESS[found[0]], markup)


def unindented(page: str) -> str:
    """Return a page without the blank lines and the indentation of its template; code stays as it is."""
    return page if "<pre" in page or "<textarea" in page else _INDENTATION.sub("\n", page)
