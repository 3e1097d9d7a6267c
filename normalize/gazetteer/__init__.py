"""Files to entities, entities to a compiled index, a name to its candidates."""

from normalize.gazetteer.gazetteer import Candidates, Gazetteer

__all__ = ["Candidates", "Gazetteer"]
