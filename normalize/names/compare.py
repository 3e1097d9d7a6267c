"""How likely two names are one name, and why."""

from __future__ import annotations

from dataclasses import dataclass

from normalize.names.alignment import Aligned, Pair, align_words
from normalize.names.features import figures_of
from normalize.names.model import probability
from normalize.names.organisations import acronym, by_words, likely
from normalize.names.prepare import Prepared, prepare
from normalize.names.styles import generations_differ, titled
from normalize.text.lexicon import words as english


@dataclass(frozen=True, slots=True)
class Comparison:
    """How likely two names are one (`score`, 0 to 1), and in plain words what speaks for and against."""

    score: float
    reasons: tuple[str, ...] = ()


OTHER_NAME = 0.9  # that another name of a place, or the words written together, are meant; set by hand
UNLIKELY = 0.1  # below, nothing takes more certainty away
SAME = 0.999  # equal letters: still only the same name, not surely the same person


def ordered(p: Prepared, q: Prepared) -> tuple[Prepared, Prepared]:
    """Put the romanised name second, and names of one script in a fixed order: so the score is symmetric."""
    if (p.script == "Latn") != (q.script == "Latn"):
        return (p, q) if p.script == "Latn" else (q, p)
    return (p, q) if (p.joined, p.name) <= (q.joined, q.name) else (q, p)


def _unexplained(a: Prepared, b: Prepared, aligned: Aligned) -> float:
    """Return what an alignment leaves unexplained, in nats."""
    pairs, free_a, free_b = aligned
    free = sum([a.words[k].weight for k in free_a]) + sum([b.words[k].weight for k in free_b])
    return sum([pair.cost for pair in pairs]) + free


def nearest(a: Prepared, b: Prepared) -> tuple[Prepared, Aligned]:
    """Return the reading of `b` that is nearest to `a`, and the alignment of the two."""
    best = b, align_words(a, b)
    if not b.forms or a.script == b.script or a.kind != "person":
        return best
    least = _unexplained(a, *best)
    for form in b.forms:
        aligned = align_words(a, form)
        if (rest := _unexplained(a, form, aligned)) < least:
            least, best = rest, (form, aligned)
    return best


def score(p: Prepared, q: Prepared) -> float:
    """Return the probability alone: the fast way for names prepared before.

    >>> qaani = prepare("Esmail Qaani")
    >>> score(qaani, prepare("Ismail Qani")) > 0.8 > score(qaani, prepare("Ashraf Ghani"))
    True
    """
    if not p.words or not q.words:
        return SAME if p.name == q.name and p.name else 0.0
    a, b = ordered(p, q)
    if a.joined == b.joined and [w.text for w in a.words] == [w.text for w in b.words] and not generations_differ(a, b):
        return SAME
    found = _likely_as_written(a, b)
    if a.kind == "place" and found > UNLIKELY and (own := _own_words(a, b)):
        found = min(found, _likely_as_written(*own))
    if a.kind != "person" and found < OTHER_NAME and (a.forms or b.forms):
        return max([found, *(OTHER_NAME * _by_another_name(x, y) for x, y in _by_other_names(a, b))])
    return found


def _own_words(a: Prepared, b: Prepared) -> tuple[Prepared, Prepared] | None:
    """Return two places without the English words that both have, if each has others: those say which airport it is."""
    ours, theirs = ([word.text for word in name.words] for name in (a, b))
    shared = english().intersection(ours, theirs)
    rest = [" ".join(word for word in words if word not in shared) for words in (ours, theirs)]
    if not shared or not all(rest):
        return None
    return ordered(prepare(rest[0], "place"), prepare(rest[1], "place"))


def spelling(a: str, b: str, kind: str = "person") -> float:
    """Return how likely two names are spellings of one by their letters, whatever else the place is called.

    >>> spelling("Bombay", "Mumbai", "place") < 0.5 < compare("Bombay", "Mumbai", "place").score
    True
    """
    p, q = prepare(a, kind), prepare(b, kind)
    return score(p, q) if kind == "person" else score(p._replace(forms=()), q._replace(forms=()))


def _likely_as_written(a: Prepared, b: Prepared) -> float:
    if a.kind == "organisation" and a.script == b.script:
        return likely(a, b, align_words(a, b)[0])
    model = b.script if b.script != a.script else a.kind
    form, aligned = nearest(a, b)
    return probability(figures_of(a, form, *aligned), model)


def _by_another_name(p: Prepared, q: Prepared) -> float:
    """Return the probability for another name of one of the two: no initials are guessed for it."""
    if [word.text for word in p.words] == [word.text for word in q.words]:
        return SAME
    a, b = ordered(p, q)
    if a.kind == "organisation" and a.script == b.script:
        return by_words(a, b, align_words(a, b)[0])
    return _likely_as_written(a, b)


def _by_other_names(a: Prepared, b: Prepared) -> list[tuple[Prepared, Prepared]]:
    """Return the pairs to compare instead of two places or bodies, with another name of one of them.

    An acronym is no word in lower case.
    """
    pairs = [(form, b) for form in a.forms if not (form.name.isupper() and b.name.islower())]
    return pairs + [(a, form) for form in b.forms if not (form.name.isupper() and a.name.islower())]


def _reason(pair: Pair, a: Prepared, b: Prepared) -> str:
    left = " ".join(a.words[k].text for k in range(*pair.left))
    right = " ".join(b.words[k].text for k in range(*pair.right))
    close = 2 * pair.cost / pair.length
    if pair.how in ("same", "spelling", "reading"):
        if left == right:
            return f"{left} is in both"
        degree = "sounds like" if close < 0.1 else "is a likely spelling of" if close < 0.6 else "is far from"
        return f"{left} {degree} {right}"
    said = {
        "initial": "may stand for",
        "pet": "is a form of",
        "joined": "is written apart or together with",
        "contrast": "is another name than",
    }
    return f"{left} {said[pair.how]} {right}"


def _same_form(place: Prepared, other: Prepared) -> str:
    """Return the name of `other` if it is another name of `place`, "" if it is none."""
    if [word.text for word in place.words] == [word.text for word in other.words]:
        return ""
    same = (form for form in place.forms if [w.text for w in form.words] == [w.text for w in other.words])
    return other.name[:60] if next(same, None) else ""


def reasons(name: str, other: str, kind: str = "person") -> tuple[str, ...]:
    """Say in plain words what speaks for two names being one and against: what `compare` says beside its score.

    >>> reasons("Qassem Suleimani", "Qasem Soleimani")
    ('qassem sounds like qasem', 'suleimani is a likely spelling of soleimani')
    """
    return _reasons(prepare(name, kind), prepare(other, kind))


def _reasons(p: Prepared, q: Prepared) -> tuple[str, ...]:
    a, b = ordered(p, q)
    if b is p and a.script == b.script:
        a, b = p, q
    for short, full in ((a, b), (b, a)):
        if a.kind == "organisation" and acronym(short, full):
            return (f"{short.name} are the initials of {full.name[:60]!r}, perhaps in another language",)
    for place, other in ((a, b), (b, a)):
        if a.kind != "person" and (known := _same_form(place, other)):
            return (f"{place.name[:60]} is also called {known}",)
    b, (pairs, free_a, free_b) = nearest(a, b)
    said = [_reason(pair, a, b) for pair in sorted(pairs, key=lambda pair: pair.left)]
    if generations_differ(a, b):
        said.append("they are of two generations")
    for side, free, other, others in ((a, free_a, b, free_b), (b, free_b, a, free_a)):
        title = titled(free, side, other, others)
        said += [f"{side.words[k].text} may be a title" for k in sorted(title)]
        said += [f"{side.words[k].text} is only in {side.name[:60]!r}" for k in sorted(free - title)]
    return tuple(said)


def compare(a: str, b: str, kind: str = "person") -> Comparison:
    """Compare two names, in any scripts; `kind` is "person", "place" or "organisation".

    >>> compare("Qassem Suleimani", "Qasem Soleimani").score > 0.8
    True
    >>> compare("Hannibal Muammar Gaddafi", "Muammar Gaddafi").reasons
    ('muammar is in both', 'gaddafi is in both', "hannibal is only in 'Hannibal Muammar Gaddafi'")
    """
    p, q = prepare(a, kind), prepare(b, kind)
    return Comparison(score(p, q), _reasons(p, q))
