"""Words that are a name or a word wherever they stand: of two such words neither is a misspelling of the other."""

from __future__ import annotations

from normalize.gazetteer import Gazetteer
from normalize.names.words import word_of
from normalize.text import fold, lexicon

BORNE = 7.0  # nats: what a word says that some eight of 400,000 people bear


def established(word: str, gazetteer: Gazetteer) -> bool:
    """Answer whether a word is in a dictionary, in the gazetteer or its background, or borne by people.

    >>> gazetteer = Gazetteer.from_names([("ayodhya", "Ayodhya")], kind="place")
    >>> [established(word, gazetteer) for word in ("Ayodhya", "Ayodya", "Blake", "Scotland")]
    [True, False, True, True]
    """
    folded = fold(word)
    return (
        folded in lexicon.capitalised()
        or lexicon.formed(folded)
        or gazetteer.borne(folded)
        or bool(gazetteer.named(folded))
        or word_of(folded).weight < BORNE
    )
