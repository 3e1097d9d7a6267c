"""Romanisation: a name in any script, in Latin letters, offsets kept."""

from normalize.names.romanise.door import romanise, romanise_with_offsets

__all__ = ["romanise", "romanise_with_offsets"]
