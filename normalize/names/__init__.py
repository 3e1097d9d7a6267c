"""Names: their parts, their keys, and how alike two are."""

from normalize.names.compare import Comparison, compare, reasons, score, spelling
from normalize.names.keys import keys
from normalize.names.parts import Part, Role, parse
from normalize.names.prepare import Prepared, prepare
from normalize.names.romanise import romanise, romanise_with_offsets
from normalize.names.token_alignment import align
from normalize.names.words import Token, tokens

__all__ = [
    "Comparison",
    "Part",
    "Prepared",
    "Role",
    "Token",
    "align",
    "compare",
    "keys",
    "parse",
    "prepare",
    "reasons",
    "romanise",
    "romanise_with_offsets",
    "score",
    "spelling",
    "tokens",
]
