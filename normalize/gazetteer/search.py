"""From a name to the entities it may name: candidates by keys, the best of them compared in full.

Nothing is scanned: a word of the query finds the words of the index that share a key, these the names they stand in.
Names are ranked by the weight of the words found before the full comparison, which only the best of them get.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nlargest
from itertools import pairwise

from rapidfuzz.distance import Indel
from rapidfuzz.process import extract

from normalize.model import Decision
from normalize.names.alignment import compare_words
from normalize.names.compare import score
from normalize.names.keys import word_keys
from normalize.names.prepare import Prepared, prepare
from normalize.names.words import Word, word_of

Hit = tuple[str, str, float]
COMPARED = 32  # names compared in full: more of them find nothing more (measured on 61,000 names)
UNSHARED = 0.2  # how much a word of the name that the query lacks counts against one that they share
LONGEST_JOINED = 15  # letters: longer words are not written apart
ALIKE = 0.6  # sounds two words must share before they are compared with learned costs
MOST_WORDS = 30  # spellings of one word looked at
REMEMBERED = 50_000  # words whose neighbours are kept
_LIKENESS = Indel.normalized_similarity
LIKELY = 0.5  # a candidate must be more likely than not
MARGIN = 0.15  # and this much more likely than the next entity


def _wanted(name: Prepared) -> set[tuple[Word, bool]]:
    """The words of a name (True), and neighbours as one word, for they may be written so (False): Lin Na, Linna."""
    texts = [word.text for word in name.words]
    joined = {(word_of(x + y), False) for x, y in pairwise(texts) if 3 < len(x + y) < LONGEST_JOINED}
    return {(word, True) for word in name.words} | joined


def _keys(word: Word, whole: bool) -> tuple[str, ...]:
    """A joined word is found by its whole skeleton alone."""
    bones = word.bones or word.code
    return word_keys(bones) if whole else (bones,)


class NameIndex:
    """Names of entities, found by any of their spellings."""

    def __init__(self, kind: str = "person") -> None:
        self.kind = kind
        self._ids: list[str] = []
        # Tables: lists and dictionaries here, files in `keyed.KeyedIndex`.
        self._prepared: list[Prepared] = []
        self._weights: list[float] = []  # by name
        self._words: list[Word] = []
        self._codes: list[str] = []
        self._names_of: list[array[int]] = []  # by word
        self._by_key: dict[str, array[int]] = {}
        self._close: dict[tuple[str, bool], list[tuple[int, float]]] = {}

    @classmethod
    def build(cls, names: Iterable[tuple[str, str]], kind: str = "person") -> NameIndex:
        """Return an index of (entity id, name) pairs.

        >>> index = NameIndex.build([("q1", "Esmail Qaani"), ("q2", "Ashraf Ghani")])
        >>> [(entity, name) for entity, name, _ in index.search("Ismail Ghaani", k=1)]
        [('q1', 'Esmail Qaani')]
        """
        index = cls(kind)
        numbers: dict[tuple[str, bool], int] = {}
        by_key: dict[str, array[int]] = defaultdict(lambda: array("i"))
        for number, (identifier, name) in enumerate(names):
            prepared = prepare.__wrapped__(name, kind)
            index._ids.append(identifier)
            index._prepared.append(prepared)
            index._weights.append(prepared.weight)
            for word, whole in _wanted(prepared):
                if (known := numbers.get((word.text, whole))) is None:
                    known = numbers[word.text, whole] = index._add(word)
                    for key in _keys(word, whole):
                        by_key[key].append(known)
                index._names_of[known].append(number)
        index._by_key = dict(by_key)
        return index

    def _add(self, word: Word) -> int:
        self._words.append(word)
        self._codes.append(word.code)
        self._names_of.append(array("i"))
        return len(self._words) - 1

    def _near(self, word: Word, whole: bool) -> list[tuple[int, float]]:
        """Words of the index that may be spellings of `word`, and how much each says (nats)."""
        found = self._close.get((word.text, whole))
        if found is None:
            numbers: set[int] = set()
            for key in _keys(word, whole):
                numbers.update(self._by_key.get(key, ()))
            codes, words, found = self._codes, self._words, []
            near = extract(word.code, {n: codes[n] for n in numbers}, scorer=_LIKENESS, score_cutoff=ALIKE, limit=MOST_WORDS)
            for _, _, number in near:
                other = words[number]
                tie = compare_words(word, other, "Latn") if word.code <= other.code else compare_words(other, word, "Latn")
                if tie is not None:
                    says = min(word.weight, other.weight) * (1.0 - 2.2 * tie[0] / (len(word.code) + len(other.code)))
                    if says > 0:
                        found.append((number, says))
            if len(self._close) > REMEMBERED:
                self._close.clear()
            self._close[word.text, whole] = found
        return found

    def _ranked(self, query: Prepared) -> list[int]:
        """Numbers of the names that share most with the query."""
        total: dict[int, float] = {}
        for word, whole in _wanted(query):
            best: dict[int, float] = {}
            for number, says in self._near(word, whole):
                for name in self._names_of[number]:
                    if says > best.get(name, 0.0):
                        best[name] = says
            for name, says in best.items():
                total[name] = total.get(name, 0.0) + says
        weights = self._weights
        return nlargest(COMPARED, total, key=lambda name: total[name] - UNSHARED * weights[name])

    def search(self, name: str, k: int = 5) -> list[Hit]:
        """Return up to `k` (entity id, matched name, probability), best first, one row an entity.

        >>> NameIndex.build([("q1", "Esmail Qaani")]).search("")
        []
        """
        hits: dict[str, Hit] = {}
        for likely, number in self.ranked(name):
            if (id_ := self._ids[number]) not in hits:
                hits[id_] = (id_, self._prepared[number].name, likely)
                if len(hits) == k:
                    break
        return list(hits.values())

    def ranked(self, name: str) -> list[tuple[float, int]]:
        """Return (probability, number of the name) of the names compared in full, best first."""
        query = prepare(name, self.kind)
        scored = [(score(query, self._prepared[number]), number) for number in self._ranked(query)]
        return sorted(scored, key=lambda pair: (-pair[0], pair[1]))


def decide(candidates: Sequence[Hit], likely: float = LIKELY, margin: float = MARGIN) -> Decision:
    """Answer linked, nil, or ambiguous: the best must be likely, and clearly likelier than the next entity.

    >>> decide([("q1", "Esmail Qaani", 0.93), ("q2", "Ashraf Ghani", 0.02)])
    <Decision.LINKED: 'linked'>
    >>> decide([("a", "Ali Hassan", 0.9), ("b", "Ali Hasan", 0.88)]), decide([])
    (<Decision.AMBIGUOUS: 'ambiguous'>, <Decision.NIL: 'nil'>)
    """
    if not candidates or candidates[0][2] < likely:
        return Decision.NIL
    if len(candidates) > 1 and candidates[0][2] - candidates[1][2] < margin:
        return Decision.AMBIGUOUS
    return Decision.LINKED
