"""Every check that is code, by the name its rule gives it: an explicit list, nothing is found by looking around."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from normalize.checks import boilerplate, encoding, names, repetition, typography
from normalize.checks.rule import Rule
from normalize.model import Document, Finding, Link

Check = Callable[[Document, tuple[Link, ...], Rule], Iterable[Finding]]

CHECKS: Mapping[str, Check] = {
    "boilerplate": boilerplate.edges,
    "doubled-word": repetition.doubled_word,
    "inconsistent-name": names.inconsistent,
    "name-spelling": names.spelling,
    "invisible": encoding.invisible,
    "foreign-punctuation": typography.foreign_punctuation,
    "space-before-punctuation": typography.space_before_punctuation,
    "repeated-punctuation": typography.repeated_punctuation,
    "repeated-paragraph": repetition.repeated_paragraph,
}
