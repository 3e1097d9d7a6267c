"""The proof of a rule: it fires on its hits, mends them as it says, and leaves its misses alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from normalize.checks.rule import Example, Rule
from normalize.checks.rulebook import Rulebook
from normalize.model import Document, EditScript, Finding, RuleError, Source, SourceError
from normalize.toml import TomlFile

Read = Callable[[str, str], Document]  # text and language to a document


def prove(rules: Iterable[Rule], read: Read) -> None:
    """Raise RuleError for the first rule that fails one of its own examples."""
    for rule in rules:
        if not rule.hits:
            raise _failed(rule, "a rule without a hit proves nothing")
        _hits(rule, read)
        _misses(rule, read)


def _hits(rule: Rule, read: Read) -> None:
    for hit in rule.hits:
        findings = _check(rule, hit, read)
        if not findings:
            raise _failed(rule, f"does not fire on its own hit {hit.text!r}")
        if hit.after is not None:
            after = EditScript(edit for finding in findings for edit in finding.edits).apply(hit.text)
            if after != hit.after:
                raise _failed(rule, f"makes {after!r} of {hit.text!r}, not {hit.after!r}")


def _misses(rule: Rule, read: Read) -> None:
    for miss in rule.misses:
        if findings := _check(rule, miss, read):
            raise _failed(rule, f"fires on its own miss {miss.text!r}, at {findings[0].span.of(miss.text)!r}", "misses")


def _check(rule: Rule, example: Example, read: Read) -> tuple[Finding, ...]:
    document = _document(read, example.text, example.source, rule)
    try:
        return Rulebook([rule]).check(document)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        said = f"{type(error).__name__}: {error}"
        raise _failed(rule, f"has options its check cannot read ({said})", "options") from error


def _document(read: Read, text: str, source: str | None, rule: Rule) -> Document:
    document = read(text, rule.langs[0] if rule.langs else "en")
    if source is None:
        return document
    source_lang = rule.sources[0] if rule.sources else ""
    return replace(document, source=Source(read(source, source_lang)), source_lang=source_lang)


def _failed(rule: Rule, message: str, key: str = "hits") -> SourceError:
    return TomlFile(Path(rule.path), RuleError).error(f"{rule.id} {message}", rule.id, key)
