"""Machine-translated and scraped text made trustworthy: names, links, artefact checks, reversible edits.

from normalize import Cleaner, Gazetteer

cleaner = Cleaner(Gazetteer.load(), source_lang="ar")
result = cleaner.clean(text)
print(result.text, result.diff())
"""

from normalize.cleaner import Cleaner, Options
from normalize.gazetteer import Gazetteer
from normalize.model import Document, Edit, EditScript, Entity, Finding, Link, NormalizeError, Result, Span
from normalize.version import __version__

__all__ = [
    "Cleaner",
    "Document",
    "Edit",
    "EditScript",
    "Entity",
    "Finding",
    "Gazetteer",
    "Link",
    "NormalizeError",
    "Options",
    "Result",
    "Span",
    "__version__",
]
