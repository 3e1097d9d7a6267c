"""Machine-translated and scraped text made trustworthy: names, links, artefact checks, reversible edits.

from normalize import Cleaner, Gazetteer

cleaner = Cleaner(Gazetteer.load(), source_lang="ar")
result = cleaner.clean(text)
print(result.text, result.diff())

Each name is loaded when it is first asked for (PEP 562): `normalize --version` needs none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from normalize.version import __version__

if TYPE_CHECKING:
    from normalize.cleaner import Cleaner, Options
    from normalize.gazetteer import Gazetteer
    from normalize.model import Document, Edit, EditScript, Entity, Finding, Link, NormalizeError, Result, Span

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
_ROOMS = {"Cleaner": "cleaner", "Options": "cleaner", "Gazetteer": "gazetteer"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'normalize' has no attribute {name!r}")
    value = getattr(import_module(f"normalize.{_ROOMS.get(name, 'model')}"), name)
    globals()[name] = value
    return value
