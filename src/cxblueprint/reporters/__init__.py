"""Reports: findings in the form in which somebody wants them."""

from .github import as_github
from .json import as_data, as_json
from .junit import as_junit
from .markdown import as_markdown
from .sarif import as_sarif
from .text import as_text

__all__ = ["as_data", "as_github", "as_json", "as_junit", "as_markdown", "as_sarif", "as_text"]
