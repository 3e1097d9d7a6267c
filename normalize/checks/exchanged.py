"""Names a translation has in place of others of its source, whoever they are.

A name of the text with no counterpart in the source, where a name of the source, at about the same place, has none in
the text. Either alone is no fault: a translator says who "he" is, or leaves a name out.
"""

from __future__ import annotations

from collections.abc import Iterator

from normalize.checks.onesided import (
    ACRONYM,
    BORNE,
    CAPITAL,
    CASED,
    FOREIGN,
    HEARD,
    KNOWN,
    UNKNOWN,
    UNSPELT,
    Name,
    lost,
    strangers,
)
from normalize.checks.rule import Rule
from normalize.model import Document, Finding, Link, Span
from normalize.names.compare import score
from normalize.names.prepare import prepare
from normalize.text.scripts import main_script

# Characters: each word is held against all of the other side, and a longer one has any sound somewhere.
LONGEST = 10_000
_SPELT = 0.2  # likelihood from which on one may be a spelling of the other
# What of the source a name of the text may stand for.
_TELLING = {
    UNKNOWN: frozenset((KNOWN, BORNE, CAPITAL, ACRONYM)),
    KNOWN: frozenset((KNOWN, BORNE, CAPITAL)),
    FOREIGN: frozenset((KNOWN, BORNE)),
}


def exchanged_names(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find names the source does not have in any form, at about the place of one of it that the text does not have."""
    source = document.source
    if source is None or source.document.lang == document.lang:
        return
    if max(len(document.text), len(source.document.text)) > LONGEST:
        return
    if not (found := strangers(document, links, rule)):
        return
    missing, script = [*lost(document, rule)], main_script(source.document.text)
    here, there = len(document.text), len(source.document.text)

    def near(one: Name, other: Name) -> bool:
        # Languages without capitals have the verb last, or first: there only known names are told, wherever.
        apart = abs(one.span.start / here - other.span.start / there)
        return one.person == other.person if script in UNSPELT else script not in CASED or apart <= rule.options["far"]

    for run in _runs(document.text, found):
        if _alone(run, script):
            yield rule.finding(_whole(run))
        elif others := [name for name in missing if any(_instead(one, name) for one in run) and near(run[0], name)]:
            names = ", ".join(dict.fromkeys(name.text for name in others[:3]))
            yield rule.finding(_whole(run), message=f"{rule.reason}; it has {names}")


def _alone(run: list[Name], script: str) -> bool:
    """Answer whether names say enough without one of the source that is lost."""
    unknown = sum(name.says == UNKNOWN for name in run)
    return unknown > 1 or (script in HEARD and (unknown > 0 or (run[0].says == KNOWN and not run[0].text.isupper())))


def _runs(text: str, names: list[Name]) -> list[list[Name]]:
    """Return the names with those that stand directly behind them."""
    runs: list[list[Name]] = []
    for name in names:
        if runs and text[runs[-1][-1].span.end : name.span.start] in (" ", "-"):
            runs[-1].append(name)
        else:
            runs.append([name])
    return runs


def _whole(run: list[Name]) -> Span:
    return Span(run[0].span.start, run[-1].span.end)


def _instead(one: Name, other: Name) -> bool:
    """Answer whether a name of the text may stand for another of the source, and is no spelling of it."""
    return other.says in _TELLING[one.says] and score(prepare(one.text), prepare(other.text)) < _SPELT
