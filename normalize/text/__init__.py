"""Reading: from a string to a Document."""

from normalize.text.fold import fold

__all__ = ["fold"]
