"""One rule: what it looks for, what it says, how sure it is, and the examples that prove it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from normalize.model import Edit, Finding, Safety, Severity, Span

KINDS = ("phrase", "pattern", "check")
COMPARISONS = ("any", "same", "other")


@dataclass(frozen=True, slots=True)
class Expression:
    """A regular expression that is compiled when it is first asked for: a text needs a few of the hundreds there are.

    >>> Expression("[Qq]an+i").compiled.findall("Qani, qanni")
    ['Qani', 'qanni']
    """

    pattern: str

    @property
    def compiled(self) -> re.Pattern[str]:
        """The expression as `re` compiles it."""
        return _compiled(self.pattern)


_compiled = lru_cache(maxsize=4096)(re.compile)


def folded(anchor: str) -> str:
    """Return an anchor as the folded text has it; the accents of Latin letters go, й stays.

    >>> folded("Türkiye’s"), folded("новый")
    ("turkiye's", 'новый')
    """
    lower = anchor.lower().replace("’", "'")
    if lower.isascii():
        return lower
    return "".join(base if (base := unicodedata.normalize("NFD", each)[0]).isascii() else each for each in lower)


@dataclass(frozen=True, slots=True)
class Example:
    """A text the rule must fire on, or not; `after`, when given, is what its fix must make of it."""

    text: str
    after: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Rates:
    """Occurrences per million words of original, human-translated and machine-translated text, as measured.

    `found` is how many occurrences in translations the rates stand on, 0 where that was not kept.
    """

    original: float
    human: float
    machine: float
    found: int = 0

    @property
    def lift(self) -> float:
        """Machine over original, one occurrence added to each so that nothing is divided by zero."""
        return (self.machine + 1) / (self.original + 1)


@dataclass(frozen=True, slots=True)
class Precision:
    """Of `found` findings in machine translations, `right` touch an error that people marked there.

    `chance` is how many of as many would have, had each been one character drawn from its text at random.

    >>> round(Precision(523, 471, 155.3).precision, 2), round(Precision(523, 471, 155.3).over_chance, 1)
    (0.9, 3.0)
    """

    found: int
    right: int
    chance: float

    @property
    def precision(self) -> float:
        """The share of findings that touch a marked error."""
        return self.right / max(1, self.found)

    @property
    def over_chance(self) -> float:
        """How many times more often than findings placed at random."""
        return self.right / self.chance if self.chance else 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its TOML table states it.

    kind "phrase": any of `phrases`, whole words, whatever the case and the quotation marks.
    kind "pattern": `pattern` (on folded text) wherever one of the literal `anchors` occurs; one with `compare` needs
    none. `better` are anchors of the same matches, found by `scripts/anchors.py` and looked for instead; each match
    begins with one if `begins`.
    kind "check": the function of this name in `checks.registry`, with `options`; if there are `anchors`, only for a
    text that (folded) has one of them, which spares most texts the call.
    `exact`: the pattern reads the text as it stands (capitals, accents, kinds of quotation marks and blanks).
    `compare`: the phrase or pattern is looked for only where the source is at hand; "same": and has the very words,
    "other": and has them not, "any": whatever it has. `once`: one finding a line, from the first match to the last.
    `wordings`: what is natural for a phrase (folded) that the `suggestion` does not fit; a file has it the other way
    round, each wording with the phrases it is for, which need not stand under `phrases` as well.
    `beside`: looked for only where the folded source, one segment, matches it ("eventuell" beside "eventually").
    `langs` are the languages of the text the rule holds for, `sources` those it was translated from; empty: all.
    """

    id: str
    kind: str
    category: str
    severity: Severity
    safety: Safety
    reason: str
    its: str = ""
    langs: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    better: tuple[str, ...] = ()
    begins: bool = False
    pattern: Expression | None = None
    exact: bool = False
    compare: str = ""
    beside: Expression | None = None
    once: bool = False
    replacement: str | None = None
    suggestion: str = ""
    wordings: Mapping[str, str] = field(default_factory=dict)
    origin: str = ""  # the phrase of the source language it comes from
    check: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    rates: Rates | None = None
    precision: Precision | None = None
    hits: tuple[Example, ...] = ()
    misses: tuple[Example, ...] = ()
    path: str = ""

    @property
    def mends(self) -> bool:
        """Whether a finding of the rule may come with edits."""
        return self.safety is not Safety.NONE and (self.kind == "check" or self.replacement is not None)

    @property
    def label(self) -> str:
        """What its wordings are called: those for words that take a side are "neutral", the others "natural"."""
        return "neutral" if "editorial" in self.category else "natural"

    def applies(self, lang: str, source_lang: str) -> bool:
        """Answer whether the rule holds for a text in `lang` translated from `source_lang` ("" unknown)."""
        return (not self.langs or lang in self.langs) and (
            not self.sources or not source_lang or source_lang in self.sources
        )

    @property
    def reviews(self) -> bool:
        """Answer whether the rule holds only for a text that came with its source."""
        return bool(self.compare or self.beside)

    def finding(self, span: Span, edits: tuple[Edit, ...] = (), message: str = "", found: str = "") -> Finding:
        """Make a finding of this rule; without edits nothing is proposed, whatever the rule's safety.

        The message, if there is no other, is the reason and what to write for the phrase `found` (folded).
        """
        wording = self.wordings.get(found, self.suggestion)
        text = message or (f"{self.reason}; {self.label}: {wording}" if wording else self.reason)
        safety = self.safety if edits else Safety.NONE
        return Finding(self.id, self.category, self.severity, safety, span, text, edits)

    def edit(self, span: Span, text: str, after: str) -> Edit:
        """Make an edit of this rule at `span` of `text`."""
        return Edit(span, span.of(text), after, self.id, self.safety)
