"""What was measured of each rule, as a table or as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from normalize.checks import Rule
from normalize.checks.rule import Rates

NOT_MEASURED = "not measurable here"  # nothing of its kind stood in the samples


def rule_row(rule: Rule) -> dict[str, object]:
    """Return what is known of a rule as JSON-ready data; null where nothing was measured."""
    rates, precision = rule.rates, rule.precision
    return {
        "id": rule.id,
        "category": rule.category,
        "severity": str(rule.severity),
        "safety": str(rule.safety),
        "langs": list(rule.langs),
        "sources": list(rule.sources),
        "origin": rule.origin or None,
        "reason": rule.reason,
        "suggestion": rule.suggestion or None,
        "wordings": dict(rule.wordings),
        "rates": None
        if rates is None
        else {
            "original": rates.original,
            "human": rates.human,
            "machine": rates.machine,
            "found": rates.found,
            "lift": round(_lift(rates), 2),
        },
        "precision": None
        if precision is None
        else {
            "found": precision.found,
            "right": precision.right,
            "precision": round(precision.precision, 3),
            "over_chance": round(precision.over_chance, 2),
        },
    }


def measured_lines(rules: Iterable[Rule]) -> Iterator[str]:
    """Yield a table: precision on marked translations, rates per million words, lift, and the rule.

    `x chance` is how many times more often its findings touch an error than findings placed at random; `lift` is its
    rate in translations (the higher of human and machine) over that in original text, one added to each.
    """
    names = ("found", 6), ("right", 7), ("x chance", 9), ("original", 9), ("human", 8), ("machine", 8), ("lift", 7)
    yield "".join(f"{name:>{width}}" for name, width in names) + "  severity  rule"
    for rule in rules:
        yield f"{_precision(rule)}{_rates(rule)}  {rule.severity:<8}  {rule.id}"


def _precision(rule: Rule) -> str:
    if p := rule.precision:
        return f"{p.found:>6}{p.precision:>7.2f}{p.over_chance:>9.1f}"
    return f"{NOT_MEASURED:>22}" if not (rule.rates and (rule.rates.found or rule.rates.original)) else " " * 22


def _rates(rule: Rule) -> str:
    r = rule.rates
    if r is None or not (r.found or r.original):
        return " " * 32
    return f"{r.original:>9g}{r.human:>8g}{r.machine:>8g}{_lift(r):>7.1f}"


def _lift(rates: Rates) -> float:
    """Return the rate in translations over that in original text; no machine sample exists for some languages."""
    return max(rates.lift, (rates.human + 1) / (rates.original + 1))
