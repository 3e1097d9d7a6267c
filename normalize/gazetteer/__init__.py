"""Files to entities, entities to a compiled index, a name to its candidates."""

from normalize.gazetteer.candidates import Candidates
from normalize.gazetteer.gazetteer import Gazetteer

__all__ = ["Candidates", "Gazetteer"]
