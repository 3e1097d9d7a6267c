"""Reading: from a string to a Document."""

from normalize.text.fold import fold
from normalize.text.language import language
from normalize.text.pieces import pieces
from normalize.text.reader import read

__all__ = ["fold", "language", "pieces", "read"]
