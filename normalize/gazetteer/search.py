"""From a name to the entities it may name: candidates by keys, the best of them compared in full.

Nothing is scanned: a word of the query finds the words of the index that share a key, these the names they
stand in.
Names are ranked by the weight of the words found before the full comparison, which only the best of them get.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio, token_sort_ratio
from rapidfuzz.process import extract, extract_iter

from normalize.gazetteer.indexed import COARSE, FINE, Lists, Tables, as_heard, first_look, keys_of, read_as, wanted
from normalize.model import Decision
from normalize.names.compare import OTHER_NAME, score
from normalize.names.prepare import Prepared, prepare
from normalize.names.words import Word, word_of

Hit = tuple[str, str, float]


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a search looks for one kind of entity."""

    alike: float = 0.65  # sounds two words must share to be looked at (0 to 1)
    spellings: int = 30  # of one word that are
    sorted: int = 64  # names whose sounds are compared as a whole
    behind: float = 1.0  # names that share so much less than the best one, of what it shares, are not
    compared: int = 8  # names compared in full: more of them find nothing more (measured on 61,000 names)
    farther: float = 15.0  # nats: names that share so much less, and sound so much less alike, are not compared
    whole: float = 0.15  # nats for each hundredth that the whole names sound alike
    unshared: float = 0.15  # how much a word of the name that the query lacks counts against one that they share


# A place is one word more often than not: nothing else helps to find it. Measured on 33,000 places.
REACH = {
    "place": Reach(
        alike=0.55, spellings=100, sorted=300, behind=99.0, compared=100, farther=14.0, whole=0.1, unshared=0.1
    )
}
_REACH = Reach()
STEEP = 2.2  # how fast a word says less the less alike it is
FREQUENT = 1000  # names: a word that so many have says nothing alone
LEAST = 0.3  # of what the best name shares, before what it lacks is counted
# Where one name is as likely as this, those so many nats behind it are not compared: of a thousand decisions one changes.
SURE, BEHIND_SURE = 0.95, 6.0
AGAIN = 12  # names compared that another name of the query finds
REMEMBERED = 4096  # words whose neighbours are kept: a frequent one has thousands
_LIKENESS = Indel.normalized_similarity
LIKELY = 0.5  # a candidate must be more likely than not
MARGIN = 0.15  # and this much more likely than the next entity


class NameIndex:
    """Names of entities, found by any of their spellings."""

    def __init__(self, tables: Tables, kind: str = "person") -> None:
        self.kind = kind
        self._tables, self._reach = tables, REACH.get(kind, _REACH)
        self._said: dict[tuple[str, bool], dict[int, float]] = {}

    @property
    def _codes(self) -> Sequence[str]:
        return self._tables.codes

    @classmethod
    def build(cls, names: Iterable[tuple[str, str]], kind: str = "person") -> NameIndex:
        """Return an index of (entity id, name) pairs.

        >>> index = NameIndex.build([("q1", "Esmail Qaani"), ("q2", "Ashraf Ghani")])
        >>> [(entity, name) for entity, name, _ in index.search("Ismail Ghaani", k=1)]
        [('q1', 'Esmail Qaani')]
        """
        lists, ids, prepared = Lists(kind), [], []
        for identifier, name in names:
            ids.append(identifier)
            prepared.append(prepare.__wrapped__(name, kind))
            lists.add(prepared[-1])
        word_of.cache_clear()  # half of these words are pairs written together, and seldom asked for again
        return cls(lists.tables(ids, prepared), kind)

    def _near(self, word: Word, whole: bool) -> list[tuple[float, int]]:
        """Return (likeness, number) of the words of the index that may be spellings of `word`, the most alike first."""
        near: list[tuple[float, int]] = []
        for code in read_as(word, self.kind):
            near += self._sounding_like(code, keys_of(code, word, whole, self.kind))
        return sorted(near, reverse=True) if self.kind == "place" else near

    def _sounding_like(self, code: str, keys: Iterable[str]) -> list[tuple[float, int]]:
        """Return (likeness, number) of the words of the index that have one of the keys and sound like `code`."""
        rows = self._tables.by_key
        numbers = [*set().union(*[rows.get(key, ()) for key in keys])]
        if not numbers:
            return []
        listed = itemgetter(*numbers, numbers[0])(self._codes)[:-1]  # of one number it would give no tuple
        said, reach = first_look(code, self.kind), self._reach
        near = extract(said, listed, scorer=_LIKENESS, score_cutoff=reach.alike, limit=reach.spellings)
        return [(likeness, numbers[place]) for _, likeness, place in near]

    def _says(self, word: Word, whole: bool) -> dict[int, float]:
        """Names with a word like this one, and how much the likeness says (nats)."""
        found = self._said.get((word.text, whole))
        if found is None:
            found, hefts, weight = {}, self._tables.hefts, word.weight * COARSE
            for likeness, number in reversed(self._near(word, whole)):  # the most alike last: it stays
                says = min(weight, hefts[number]) * (1.0 - STEEP * (1.0 - likeness)) / COARSE
                if says > 0:
                    found.update(dict.fromkeys(self._tables.names_of[number], says))
            if len(self._said) > REMEMBERED:
                self._said.clear()
            self._said[word.text, whole] = found
        return found

    def _total(self, query: Prepared) -> dict[int, float]:
        """Names that share words with the query, and how much these say together."""
        said = sorted([self._says(word, whole) for word, whole in wanted(query)], key=len)
        total: dict[int, float] = {}
        for found in said:
            if total and len(found) > FREQUENT:  # of names with a word as frequent, only those that share more
                for name in total.keys() & found.keys():
                    total[name] += found[name]
                continue
            both = [(name, total[name] + found[name]) for name in total.keys() & found.keys()]
            total = {**found, **total}
            total.update(both)
        return total

    def _alike_as_wholes(self, query: Prepared, numbers: Iterable[int]) -> list[float]:
        """Return how alike the query and each name sound (0 to 100): words in any order; places in any orthography."""
        names = [self._tables.heard[number] for number in numbers]
        said = as_heard(query)
        ways = [extract_iter(said, names, scorer=ratio), extract_iter(said, names, scorer=token_sort_ratio)]
        if self.kind == "place" and len(query.words) == 1:
            readings = read_as(query.words[0], self.kind)[1:]
            ways += [extract_iter(first_look(reading, self.kind), names, scorer=ratio) for reading in readings]
        return [max([alike for _, alike, _ in each]) for each in zip(*ways, strict=True)]

    def _ranked(self, query: Prepared) -> list[tuple[float, int]]:
        """Return the names that share most with the query: how many nats behind the first, and number."""
        total = self._total(query)
        if not total:
            return []
        weights, reach, unshared = self._tables.weights, self._reach, self._reach.unshared / FINE
        least = max(total.values()) * LEAST
        worth = [(shared - unshared * weights[number], -number) for number, shared in total.items() if shared >= least]
        nearest = nlargest(reach.sorted, worth)
        least = nearest[0][0] - reach.behind * abs(nearest[0][0])
        nearest = [found for found in nearest if found[0] >= least]
        alike = self._alike_as_wholes(query, [-number for _, number in nearest])
        whole = [(shared + reach.whole * like, number) for (shared, number), like in zip(nearest, alike, strict=True)]
        whole = nlargest(reach.compared, whole)
        first = whole[0][0]
        return [(first - value, -number) for value, number in whole if first - value <= reach.farther]

    def candidates(self, name: str) -> list[tuple[str, str]]:
        """Return (entity id, matched name) of the names that would be compared in full."""
        tables = self._tables
        numbers = dict.fromkeys(number for _, found in self._found(prepare(name, self.kind)) for _, number in found)
        return [(tables.ids[number], tables.prepared[number].name) for number in numbers]

    def _found(self, query: Prepared) -> list[tuple[Prepared, list[tuple[float, int]]]]:
        """Return the names to compare with the query, and with each form it has: another name of a place or body."""
        if self.kind == "person" or not query.forms:
            return [(query, self._ranked(query))]
        return [
            (query._replace(forms=()), self._ranked(query)),
            *((form, self._ranked(form)[:AGAIN]) for form in query.forms),
        ]

    def _compared(self, form: Prepared, found: Iterable[tuple[float, int]]) -> Iterator[tuple[float, int]]:
        """Yield (probability, number) of the names found for a form, until one is sure and the rest are far behind."""
        best = 0.0
        for behind, number in found:
            if best > SURE and behind > BEHIND_SURE:
                return
            likely = score(form, self._tables.prepared[number])
            best = max(best, likely)
            yield likely, number

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
        likely: dict[int, float] = {}
        for form, found in self._found(query):
            given = 1.0 if form.name == query.name else OTHER_NAME
            for value, number in self._compared(form, found):
                likely[number] = max(likely.get(number, 0.0), given * value)
        scored = [(value, number) for number, value in likely.items()]
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
