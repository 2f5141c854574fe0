"""Make anew whatever in the documentation is not written by hand: `python -m scripts.reference`."""

from __future__ import annotations

from .making import made_anew
from .sources import named


def main() -> None:
    """Write the files that are no longer true, and say which."""
    for path, text in made_anew():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(named(path))


if __name__ == "__main__":
    main()
