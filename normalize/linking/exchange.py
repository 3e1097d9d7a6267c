"""The parts of a name exchanged for those of another spelling, each for its own."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from normalize.names import Token, align, tokens

# Least probability that two parts spell one name, for a form the gazetteer knows: Kharkov and Kharkiv have 0.48.
ALIKE = 0.45
SURE = 0.9  # the same, for a part that vouches for the others
MORE = 3  # letters that one word written apart may have more
ARTICLES = frozenset(["al", "el", "as", "ash", "ar", "ad", "an", "at", "az", "ez", "es", "ed", "ul"])


@dataclass(frozen=True, slots=True)
class _Unit:
    """Tokens `first` to `last` of the mention that spell tokens `low` to `high` of the canonical name."""

    first: int
    last: int
    low: int
    high: int


def exchanged(surface: str, canonical: str, kind: str, *, counted: bool = False) -> str | None:
    """Return `surface` with the parts of `canonical`, None when a part has no partner.

    `counted` stands behind "a": there a whole name gets no article in front.

    >>> exchanged("Ismail Qani", "Esmail Qaani", "person"), exchanged("Deir Ezzur", "Deir ez-Zor", "place")
    ('Esmail Qaani', 'Deir ez-Zor')
    >>> exchanged("Jean-Yes Le Drian", "Jean-Yves Le Drian", "person")
    'Jean-Yves Le Drian'
    >>> exchanged("Stefan Demistura", "Staffan de Mistura", "person")
    'Staffan de Mistura'
    >>> exchanged("Wahhab", "Muhammad ibn Abd al-Wahhab", "person") is None
    True
    """
    mine, theirs = tokens(surface), tokens(canonical)
    units = _units(mine, theirs, _partners(surface, canonical, kind))
    if units:
        new = _composed(surface, canonical, mine, theirs, units)
        whole = len(units) > 1 and not counted
        return _with_article(new, canonical, theirs[: units[0].low]) if whole else new
    return canonical if kind == "place" and _as_one(mine, theirs) >= ALIKE else None


def _partners(surface: str, canonical: str, kind: str) -> dict[int, list[int]]:
    """Return for each token of the mention the tokens of the canonical name that it spells."""
    partners: dict[int, list[int]] = {}
    pairs = [(i, j, likely) for i, j, likely in align(surface, canonical, kind) if i is not None and j is not None]
    rest = sum(likely >= SURE for _, _, likely in pairs)
    for i, j, likely in pairs:
        # one letter in a name whose other parts are the same (at least two) needs no likelihood
        if likely >= ALIKE or (1 < rest == len(pairs) - 1 and _one_letter(surface, canonical, i, j)):
            partners.setdefault(i, []).append(j)
    return partners


def _one_letter(surface: str, canonical: str, mine: int, theirs: int) -> bool:
    one, other = tokens(surface)[mine].text, tokens(canonical)[theirs].text
    return min(len(one), len(other)) > 2 and DamerauLevenshtein.distance(one, other) == 1


def _with_article(new: str, canonical: str, before: tuple[Token, ...]) -> str:
    """Return a whole name with the article that begins it; a short form does without."""
    if len(before) != 1 or before[0].text not in ARTICLES:
        return new
    article = canonical[before[0].start :].partition(new)[0]
    return article + new if canonical.endswith(article + new) else new


def _as_one(mine: tuple[Token, ...], theirs: tuple[Token, ...]) -> float:
    """Return how likely two names are one when each is read as one word: Deir Ezzur, Deir ez-Zor.

    An article may be written onto its word; a word more (Washington, DC) is another form.
    """
    if len({sum(token.text not in ARTICLES for token in side) for side in (mine, theirs)}) > 1:
        return 0.0
    one, other = ("".join(token.text for token in side) for side in (mine, theirs))
    return align(one, other, "place")[0][2]


def _units(mine: tuple[Token, ...], theirs: tuple[Token, ...], partners: dict[int, list[int]]) -> list[_Unit]:
    """Pair the parts of the two names, in order; [] when a part of the mention has no partner."""
    units: list[_Unit] = []
    for number, token in enumerate(mine):
        if number not in partners:
            if token.text in ARTICLES:
                continue
            return []
        low, high = min(partners[number]), max(partners[number])
        if low and (not units or units[-1].high < low - 1) and _written_onto(theirs[low - 1], token):
            low -= 1
        if _letters(theirs[low : high + 1]) > len(token.text) + MORE:  # Wahhab is not all of Abd al-Wahhab
            return []
        if units and units[-1].high == low == high and units[-1].last == number - 1:  # two tokens spell one
            units[-1] = _Unit(units[-1].first, number, units[-1].low, high)
        elif units and low <= units[-1].high:
            return []  # another order is another convention, not another spelling
        else:
            units.append(_Unit(number, number, low, high))
    return units


def _written_onto(particle: Token, word: Token) -> bool:
    """Answer whether a word of the mention begins with a particle that stands apart in the canonical name: Demistura."""
    return len(particle.text) < len(word.text) and len(particle.text) <= MORE and word.text.startswith(particle.text)


def _letters(words: tuple[Token, ...]) -> int:
    return sum(len(word.text) for word in words)


def _composed(
    surface: str, canonical: str, mine: tuple[Token, ...], theirs: tuple[Token, ...], units: list[_Unit]
) -> str:
    """Put the canonical parts in; parts that stand side by side in both bring their canonical joint along."""
    out = [surface[: mine[units[0].first].start]]
    for number, unit in enumerate(units):
        out.append(canonical[theirs[unit.low].start : theirs[unit.high].end])
        if number + 1 == len(units):
            out.append(surface[mine[unit.last].end :])
            break
        follows = units[number + 1]
        between = theirs[unit.high + 1 : follows.low]
        if all(token.text in ARTICLES for token in between):
            out.append(canonical[theirs[unit.high].end : theirs[follows.low].start])
        else:
            out.append(surface[mine[unit.last].end : mine[follows.first].start])
    return "".join(out)
