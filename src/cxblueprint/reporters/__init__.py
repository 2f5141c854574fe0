"""Reports: findings in the form in which somebody wants them."""

from .json import as_data, as_json
from .text import as_text

__all__ = ["as_data", "as_json", "as_text"]
