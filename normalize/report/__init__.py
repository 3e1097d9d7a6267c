"""Results as JSON, HTML and lines to read; each stands on the model alone."""

from normalize.report.html import to_html
from normalize.report.json import dumps, schema
from normalize.report.lines import finding_lines, name_table

__all__ = ["dumps", "finding_lines", "name_table", "schema", "to_html"]
