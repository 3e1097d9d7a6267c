"""Files to entities, entities to a compiled index, a name to its candidates."""

from normalize.gazetteer.gazetteer import Gazetteer

__all__ = ["Gazetteer"]
