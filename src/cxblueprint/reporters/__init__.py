"""Reports: findings in the form in which somebody wants them."""

from .digest import accepted, counts_of, tally, worst_first
from .github import as_github
from .json import as_data, as_json
from .junit import as_junit
from .markdown import as_markdown
from .sarif import as_sarif
from .text import Style, as_text, findings_as_text, plain

__all__ = [
    "Style", "accepted", "as_data", "as_github", "as_json", "as_junit", "as_markdown", "as_sarif", "as_text",
    "counts_of", "findings_as_text", "plain", "tally", "worst_first",
]  # fmt: skip
