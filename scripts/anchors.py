"""Find, for the rules with a pattern, rarer anchors than those written with them: what every match holds one of.

    python scripts/anchors.py

An expression is taken apart as `re` parses it. Of `(?:take|took) (?:up )?arms` it is known that each match is one of
four texts; of `in (?:19|20)\\d\\d year`, that each holds "in 19" or "in 20", and " year" besides. A word like "people"
stands in every other text, and each time the expression around it is tried; "the honourable people of" hardly ever.
The answers are written to `normalize/rules/anchors.json`; a rule whose pattern is not the one they were found for goes
by its own anchors, so a new rule is slower until this is run again, and never wrong.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from pathlib import Path
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from normalize.checks.rule import Rule
from normalize.checks.rulefile import ANCHORS
from normalize.cleaner import shipped_rules

MOST = 200  # literals for one expression; more cost as much as they spare
CHARACTERS = 12  # of a class, beyond which it tells nothing
_PARTS = re.compile(r"[^\W\d_]+|.", re.DOTALL)
WORD = 1e-5  # of a text's characters begin a word that may be in any text: one in twenty pages
FEWER = 0.1  # of the former rate, above which too little is gained
A_FEW = 20  # more anchors than a rule has are no price for trying at one place; many make the automaton large
ONE_PLACE = 0.1  # of the price of an anchor from which the match begins, against one that it may stand around
Literals = frozenset[str]
NOTHING: Literals = frozenset([""])


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a part: all it may match (`whole`) or how that begins and ends, and sets each match holds one of."""

    starts: Literals = NOTHING
    ends: Literals = NOTHING
    whole: bool = False
    held: tuple[Literals, ...] = ()

    @property
    def sets(self) -> tuple[Literals, ...]:
        """Everything of which a match holds one."""
        return tuple(each for each in (self.starts, self.ends, *self.held) if "" not in each)


UNKNOWN = Known()
EMPTY = Known(whole=True)


def literals(pattern: re.Pattern[str], anchors: Sequence[str]) -> tuple[bool, Literals]:
    """Return the rarest strings of which each match holds one, given that it holds one of the anchors.

    Before them stands whether a match begins with one: it is then tried at one place only. The anchors themselves are
    returned where it is not certain that each match holds one of them: they choose then among the matches.

    >>> sorted(literals(re.compile(r"(?<=the )rise (?:up )?in arms\\b"), ["arms"])[1])
    ['rise in arms', 'rise up in arms']
    >>> begins, strings = literals(re.compile(r"(?:in|since) (?:19|20)\\d\\d year"), ["year"])
    >>> begins, sorted(strings)
    (True, ['in 19', 'in 20', 'since 19', 'since 20'])
    """
    given = frozenset(anchor.lower().replace("’", "'") for anchor in anchors)
    items = parser.parse(pattern.pattern)
    if pattern.flags & re.IGNORECASE or not certain(given, items):
        return False, given
    known = Taken(_rate).sequence(items)
    found = [(held == known.starts, held) for held in known.sets if len(held) <= MOST]
    return min(((False, given), *found), key=lambda each: _rate(each[1]) * (ONE_PLACE if each[0] else 1))


def certain(given: Literals, items: Iterable[tuple[Any, Any]]) -> bool:
    """Answer whether each match holds one of the given strings, as far as can be told."""

    def strange(held: Iterable[str]) -> float:
        return sum(not any(anchor in each for anchor in given) for each in held)

    return any(strange(held) == 0 for held in Taken(strange).sequence(items).sets)


def _rate(held: Iterable[str]) -> float:
    """Return about how often per character a text has one of the strings: words are common, figures are rare."""
    return sum(prod(map(_rarity, _PARTS.findall(each))) for each in held)


def _rarity(part: str) -> float:
    return max(12.0 ** -len(part), WORD) if part.isalpha() else 1 / 6 if part == " " else 1 / 90


@dataclass(frozen=True, slots=True)
class Taken:
    """An expression taken apart; of the sets that an alternative holds one of, the one with the least `weight` is kept."""

    weight: Callable[[Iterable[str]], float]

    def sequence(self, items: Iterable[tuple[Any, Any]]) -> Known:
        """Return what is known of parts one behind the other."""
        known = EMPTY
        for operation, argument in items:
            known = _joined(known, self._part(operation, argument))
        return known

    def _part(self, operation: Any, argument: Any) -> Known:
        if operation is code.LITERAL:
            return _of(chr(argument))
        if operation is code.IN:
            return _class(argument)
        if operation in (code.AT, code.ASSERT, code.ASSERT_NOT):
            return EMPTY
        if operation is code.BRANCH:
            return self._either([self.sequence(branch) for branch in argument[1]])
        if operation is code.SUBPATTERN:
            return self.sequence(argument[3])
        if operation in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            return self._repeated(*argument)
        return UNKNOWN

    def _either(self, parts: Sequence[Known]) -> Known:
        """Return what is known where any one of the parts may stand."""
        starts = frozenset().union(*(part.starts for part in parts))
        ends = frozenset().union(*(part.ends for part in parts))
        held = frozenset().union(*(min(part.sets, key=self.weight, default=NOTHING) for part in parts))
        if max(len(starts), len(ends)) > MOST:
            return Known(held=(held,))
        return Known(starts, ends, all(part.whole for part in parts), (held,))

    def _repeated(self, least: int, most: int, items: Iterable[tuple[Any, Any]]) -> Known:
        part = self.sequence(items)
        if (least, most) == (0, 1):
            return self._either([part, EMPTY]) if part.whole else UNKNOWN
        return Known(part.starts, part.ends, held=part.held) if least else UNKNOWN


def _joined(first: Known, second: Known) -> Known:
    """Return what is known of two parts, the second directly behind the first."""
    seam = _product(first.ends, second.starts)
    if seam is None:  # too many to be told
        return Known(first.starts, second.ends, held=(*first.sets, *second.sets))
    if first.whole and second.whole:
        return Known(seam, seam, whole=True)
    starts = seam if first.whole else first.starts
    ends = seam if second.whole else second.ends
    return Known(starts, ends, held=(*first.held, seam, *second.held))


def _product(firsts: Literals, seconds: Literals) -> Literals | None:
    if len(firsts) * len(seconds) > MOST:
        return None
    return frozenset(first + second for first, second in product(firsts, seconds))


def _of(*strings: str) -> Known:
    return Known(frozenset(strings), frozenset(strings), whole=True)


def _class(members: Sequence[tuple[Any, Any]]) -> Known:
    """Return the characters of a class of few, each by itself or in a range."""
    found: list[str] = []
    for operation, argument in members:
        if operation is code.LITERAL:
            found.append(chr(argument))
        elif operation is code.RANGE and argument[1] - argument[0] < CHARACTERS:
            found += map(chr, range(argument[0], argument[1] + 1))
        else:
            return UNKNOWN
    return _of(*found) if len(found) <= CHARACTERS else UNKNOWN


def better(rule: Rule) -> tuple[str, bool, list[str]] | None:
    """Return the pattern of a rule and its better anchors, None where its own are as good.

    What an exact pattern holds is not what the folded text holds, in which anchors are looked for.
    """
    if rule.pattern is None or rule.exact:
        return None
    begins, found = literals(rule.pattern.compiled, rule.anchors)
    rarer = _rate(rule.anchors) >= WORD and _rate(found) < FEWER * _rate(rule.anchors)
    small = begins and len(found) <= len(rule.anchors) + A_FEW
    return (rule.pattern.pattern, begins, sorted(found)) if rarer or small else None


def main() -> None:
    """Write the file anew, one rule a line."""
    lines = [
        f"{json.dumps(rule.id)}: {json.dumps(found, ensure_ascii=False)}"
        for rule in sorted(shipped_rules(), key=lambda rule: rule.id)
        if (found := better(rule))
    ]
    (ROOT / "normalize" / "rules" / ANCHORS).write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{len(lines)} rules")


if __name__ == "__main__":
    main()
