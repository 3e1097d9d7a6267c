"""From a name to the entities it may name: candidates by keys, the best of them compared in full.

Nothing is scanned: a word of the query finds the words of the index that share a key, these the names they
stand in.
Names are ranked by the weight of the words found before the full comparison, which only the best of them get.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from heapq import nlargest
from itertools import pairwise
from typing import Protocol, TypeVar

from rapidfuzz.distance import Indel
from rapidfuzz.process import extract

from normalize.model import Decision
from normalize.names.alignment import compare_words
from normalize.names.compare import score
from normalize.names.keys import word_keys
from normalize.names.prepare import Prepared, prepare
from normalize.names.words import Word, word_of

Hit = tuple[str, str, float]
COMPARED = {"place": 64}
_COMPARED = 32  # names compared in full: more of them find nothing more (measured on 61,000 names)
UNSHARED = 0.2  # how much a word of the name that the query lacks counts against one that they share
BEHIND = 1.0  # names that share this much less than the best one are not compared
LONGEST_JOINED = 15  # letters: longer words are not written apart
# By kind: sounds two words must share before they are compared with learned costs (0 to 1), how many
# spellings of one word
# are looked at, and what the farthest of them still counts. A place is one word more often than not:
# nothing else helps.
_WIDTH = {"person": (0.6, 30, 0.0), "place": (0.4, 80, 0.1)}
REMEMBERED = 50_000  # words whose neighbours are kept
_LIKENESS = Indel.normalized_similarity
LIKELY = 0.5  # a candidate must be more likely than not
MARGIN = 0.15  # and this much more likely than the next entity


def _wanted(name: Prepared) -> set[tuple[Word, bool]]:
    """Return the words of a name (True) and its neighbours as one (False): Lin Na may be written Linna."""
    texts = [word.text for word in name.words]
    joined = {(word_of(x + y), False) for x, y in pairwise(texts) if 3 < len(x + y) < LONGEST_JOINED}
    return {(word, True) for word in name.words} | joined


def _keys(word: Word, whole: bool, kind: str) -> tuple[str, ...]:
    """Return the keys of a word; a joined one is found by its whole skeleton alone."""
    bones = word.bones or word.code
    return word_keys(bones, kind) if whole else (bones,)


T_co = TypeVar("T_co", covariant=True)


class Table(Protocol[T_co]):
    """Rows by their number."""

    def __getitem__(self, number: int, /) -> T_co: ...


class KeyTable(Protocol):
    """Words by their key."""

    def get(self, key: str, default: Sequence[int], /) -> Iterable[int]: ...


@dataclass(frozen=True, slots=True)
class Tables:
    """What an index consists of: lists and a dictionary in memory, or files (`keyed`)."""

    ids: Table[str]  # by name
    prepared: Table[Prepared]  # by name
    weights: Table[float]  # by name: how much it says (nats)
    words: Table[Word]  # by word
    codes: Table[str]  # by word
    names_of: Table[Iterable[int]]  # by word
    by_key: KeyTable


@dataclass(slots=True)
class Lists:
    """The tables of an index while it is built in memory."""

    ids: list[str] = field(default_factory=list)
    prepared: list[Prepared] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    names_of: list[array[int]] = field(default_factory=list)
    by_key: dict[str, array[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, names: Iterable[tuple[str, str]], kind: str) -> Lists:
        """Read (entity id, name) pairs."""
        lists = cls()
        numbers: dict[tuple[str, bool], int] = {}
        for number, (identifier, name) in enumerate(names):
            prepared = prepare.__wrapped__(name, kind)
            lists.ids.append(identifier)
            lists.prepared.append(prepared)
            lists.weights.append(prepared.weight)
            for word, whole in sorted(_wanted(prepared), key=lambda item: (item[0].text, item[1])):
                if (known := numbers.get((word.text, whole))) is None:
                    known = numbers[word.text, whole] = lists._add(word)
                    for key in _keys(word, whole, kind):
                        lists.by_key.setdefault(key, array("i")).append(known)
                lists.names_of[known].append(number)
        return lists

    def _add(self, word: Word) -> int:
        self.words.append(word)
        self.codes.append(word.code)
        self.names_of.append(array("i"))
        return len(self.words) - 1


class NameIndex:
    """Names of entities, found by any of their spellings."""

    def __init__(self, tables: Tables, kind: str = "person") -> None:
        self.kind = kind
        self._tables = tables
        self._close: dict[tuple[str, bool], list[tuple[int, float]]] = {}

    @classmethod
    def build(cls, names: Iterable[tuple[str, str]], kind: str = "person") -> NameIndex:
        """Return an index of (entity id, name) pairs.

        >>> index = NameIndex.build([("q1", "Esmail Qaani"), ("q2", "Ashraf Ghani")])
        >>> [(entity, name) for entity, name, _ in index.search("Ismail Ghaani", k=1)]
        [('q1', 'Esmail Qaani')]
        """
        lists = Lists.of(names, kind)
        columns = (getattr(lists, column.name) for column in fields(Lists))
        return cls(Tables(*columns), kind)

    def _near(self, word: Word, whole: bool) -> list[tuple[int, float]]:
        """Words of the index that may be spellings of `word`, and how much each says (nats)."""
        found = self._close.get((word.text, whole))
        if found is None:
            numbers: set[int] = set()
            for key in _keys(word, whole, self.kind):
                numbers.update(self._tables.by_key.get(key, ()))
            codes, words, found = self._tables.codes, self._tables.words, []
            alike, most, least = _WIDTH.get(self.kind, _WIDTH["person"])
            near = extract(word.code, {n: codes[n] for n in numbers}, scorer=_LIKENESS, score_cutoff=alike, limit=most)
            for _, _, number in near:
                other = words[number]
                tie = (
                    compare_words(word, other, "Latn")
                    if word.code <= other.code
                    else compare_words(other, word, "Latn")
                )
                if tie is not None:
                    close = 1.0 - 2.2 * tie[0] / (len(word.code) + len(other.code))
                    says = min(word.weight, other.weight) * (close if close > least else least)
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
                for name in self._tables.names_of[number]:
                    if says > best.get(name, 0.0):
                        best[name] = says
            for name, says in best.items():
                total[name] = total.get(name, 0.0) + says
        weights = self._tables.weights
        worth = [(shared - UNSHARED * weights[number], -number) for number, shared in total.items()]
        nearest = nlargest(COMPARED.get(self.kind, _COMPARED), worth)
        least = nearest[0][0] - BEHIND * abs(nearest[0][0]) if nearest else 0.0
        return [-number for shared, number in nearest if shared >= least]

    def search(self, name: str, k: int = 5) -> list[Hit]:
        """Return up to `k` (entity id, matched name, probability), best first, one row an entity.

        >>> NameIndex.build([("q1", "Esmail Qaani")]).search("")
        []
        """
        hits: dict[str, Hit] = {}
        for likely, number in self.ranked(name):
            if (id_ := self._tables.ids[number]) not in hits:
                hits[id_] = (id_, self._tables.prepared[number].name, likely)
                if len(hits) == k:
                    break
        return list(hits.values())

    def ranked(self, name: str) -> list[tuple[float, int]]:
        """Return (probability, number of the name) of the names compared in full, best first."""
        query = prepare(name, self.kind)
        scored = [(score(query, self._tables.prepared[number]), number) for number in self._ranked(query)]
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
