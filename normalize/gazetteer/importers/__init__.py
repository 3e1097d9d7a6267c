"""What others publish, to entities: one importer a format, streaming, in bounds whatever the input holds."""

from normalize.gazetteer.importers.base import Importer, Options, Reject, Rejected
from normalize.gazetteer.importers.registry import FORMATS, Format, entities
from normalize.gazetteer.importers.writing import Counts, Seen, write

__all__ = [
    "FORMATS",
    "Counts",
    "Format",
    "Importer",
    "Options",
    "Reject",
    "Rejected",
    "Seen",
    "entities",
    "write",
]
