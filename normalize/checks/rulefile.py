"""TOML to rules; every fault is named with file, line and the line itself."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from normalize.checks.registry import AT_ANCHORS, CHECKS, EXPRESSIONS
from normalize.checks.rule import COMPARISONS, KINDS, Example, Expression, Precision, Rates, Rule, folded
from normalize.model import RuleError, Safety, Severity
from normalize.toml import TomlFile

# MQM core top-level dimensions (themqm.org, 2.0); the second half of a category is free.
DIMENSIONS = (
    "accuracy",
    "audience appropriateness",
    "design and markup",
    "linguistic conventions",
    "locale conventions",
    "style",
    "terminology",
)
_TEXT = ("id", "kind", "category", "severity", "safety", "reason", "its", "pattern", "replacement", "suggestion",
         "origin", "check", "compare", "beside")  # fmt: skip
_WORDS = ("langs", "sources", "phrases", "anchors")
_EXAMPLES = ("hits", "misses")
_FLAGS = ("exact", "once")
_REQUIRED = ("id", "kind", "category", "severity", "safety", "reason", "hits", "misses")
_TABLES = ("wordings", "options", "rates", "precision")
_KNOWN = {*_TEXT, *_WORDS, *_EXAMPLES, *_FLAGS, *_TABLES}
ANCHORS = "anchors.json"  # made by `scripts/anchors.py`: by id, a pattern and better anchors
_ID = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")


def load_rules(path: Path, proven: bool = False) -> tuple[Rule, ...]:
    """Read the rules of one TOML file, or of all in a folder; ids are unique over all of them.

    Expressions are compiled, so that a fault is told with its place, unless they are `proven` to be sound.
    """
    if not path.exists():
        raise RuleError("no such rule file or folder", path=str(path))
    rules: dict[str, Rule] = {}
    for file in sorted(path.rglob("*.toml")) if path.is_dir() else [path]:
        for rule in _file(file, proven):
            if rule.id in rules:
                raise TomlFile(file, RuleError).error(f"the id {rule.id!r} is taken, by {rules[rule.id].path}", rule.id)
            rules[rule.id] = rule
    return tuple(_sharpened(rules.values(), path / ANCHORS))


def _sharpened(rules: Iterable[Rule], path: Path) -> Iterator[Rule]:
    """Yield the rules, with better anchors those whose pattern is still the one they were found for."""
    found = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    for rule in rules:
        pattern, begins, better = found.get(rule.id, ("", False, []))
        same = rule.pattern is not None and rule.pattern.pattern == pattern
        yield replace(rule, better=tuple(better), begins=begins) if same else rule


def _file(path: Path, proven: bool) -> Iterator[Rule]:
    place = TomlFile(path, RuleError, lasts=proven)
    data = place.data
    if unknown := set(data) - {"rule"}:
        first = min(unknown)
        raise place.error(f"unknown table {first!r}; a rule file holds [[rule]] tables", key=first)
    tables = data.get("rule", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise place.error("rules are written [[rule]], with two brackets", key="rule")
    for table in tables:
        yield _rule(table, place, proven)


def _rule(table: dict[str, Any], place: TomlFile, proven: bool) -> Rule:
    id_ = table.get("id", "")
    if not isinstance(id_, str) or not _ID.fullmatch(id_):
        raise place.error(f"a rule needs an id of lower-case words joined by dots and hyphens, not {id_!r}")
    _shape(table, id_, place)
    values: dict[str, Any] = {key: table[key] for key in _TEXT if key in table}
    values |= {key: tuple(table[key]) for key in _WORDS if key in table}
    values["severity"] = _member(Severity, table, "severity", id_, place)
    values["safety"] = _member(Safety, table, "safety", id_, place)
    for key in _EXAMPLES:
        values[key] = tuple(_example(item, id_, key, place) for item in table[key])
    values |= {key: Expression(table[key]) for key in ("pattern", "beside") if key in table}
    for key, kind in (("rates", Rates), ("precision", Precision)):
        if key in table:
            values[key] = _figures(kind, table, key, id_, place)
    values |= {key: table[key] for key in (*_FLAGS, "options") if key in table}
    if worded := _worded(table, id_, place):
        values["phrases"] = (*values.get("phrases", ()), *worded)
        values["wordings"] = {folded(phrase): wording for phrase, wording in worded.items()}
    rule = Rule(**values, path=str(place.path))
    if not proven:
        _compile(rule, place)
    return rule


def optional_expressions(rule: Rule) -> Iterator[tuple[str, Expression]]:
    """Yield the regular expressions among the options of a rule, each with its key."""
    for key in EXPRESSIONS.get(rule.check, ()):
        option = rule.options.get(key, ())
        rows = option.values() if isinstance(option, dict) else option if isinstance(option, list | tuple) else [option]
        yield from ((key, Expression(each)) for each in rows)


def _compile(rule: Rule, place: TomlFile) -> None:
    """Compile what a rule has of expressions and what stands in their place, so that a fault is told with its line."""
    own = [(key, each) for key, each in (("pattern", rule.pattern), ("beside", rule.beside)) if each]
    for key, expression in (*own, *optional_expressions(rule)):
        try:
            compiled = expression.compiled
        except (re.error, OverflowError, RecursionError, TypeError) as error:
            raise place.error(f"{rule.id}: not a regular expression: {error}", rule.id, key) from None
        if key == "pattern" and rule.replacement:
            try:
                compiled.sub(rule.replacement, "")
            except (re.error, IndexError) as error:
                raise place.error(f"{rule.id}: no replacement: {error}", rule.id, "replacement") from None


def _is(kind: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, kind)


def _words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and word for word in value)


_SHAPES: tuple[tuple[tuple[str, ...], Callable[[object], bool], str], ...] = (
    (_TEXT, _is(str), "text"),
    (_WORDS, _words, "a list of texts"),
    (_EXAMPLES, _is(list), "a list"),
    (_FLAGS, _is(bool), "true or false"),
    (_TABLES, _is(dict), "a table"),
)


def _worded(table: dict[str, Any], id_: str, place: TomlFile) -> dict[str, str]:
    """Return the phrases that have a natural wording of their own, each with it; none may have two."""
    worded: dict[str, str] = {}
    for wording, phrases in table.get("wordings", {}).items():
        if not _words(phrases):
            raise place.error(f"{id_}: wordings are lists of phrases", id_, "wordings")
        for phrase in phrases:
            if phrase in worded or phrase in table.get("phrases", ()):
                raise place.error(f"{id_}: the phrase {phrase!r} has two wordings", id_, "wordings")
            worded[phrase] = wording
    return worded


def _shape(table: dict[str, Any], id_: str, place: TomlFile) -> None:
    """Raise unless keys, types and what the kind needs are right."""
    if unknown := [key for key in table if key not in _KNOWN]:
        raise place.error(f"{id_}: unknown key {unknown[0]!r}", id_, unknown[0])
    if missing := [key for key in _REQUIRED if key not in table]:
        raise place.error(f"{id_}: {missing[0]} is missing", id_)
    for keys, right, called in _SHAPES:
        if wrong := [key for key in keys if key in table and not right(table[key])]:
            raise place.error(f"{id_}: {wrong[0]} must be {called}", id_, wrong[0])
    if table.get("compare", "any") not in COMPARISONS:
        raise place.error(f"{id_}: compare is one of {', '.join(COMPARISONS)}", id_, "compare")
    if table["category"].partition("/")[0] not in DIMENSIONS:
        raise place.error(f"{id_}: no MQM dimension; known: {', '.join(DIMENSIONS)}", id_, "category")
    _kind(table, id_, place)


def _kind(table: dict[str, Any], id_: str, place: TomlFile) -> None:
    kind = table["kind"]
    if kind not in KINDS:
        raise place.error(f"{id_}: unknown kind {kind!r}; known: {', '.join(KINDS)}", id_, "kind")
    # A pattern that is held against a source reads the whole text; the others are looked for at their anchors.
    anchors = () if "compare" in table or "beside" in table else ("anchors",)
    phrases = () if table.get("wordings") else ("phrases",)
    told = ("anchors",) if table.get("check") in AT_ANCHORS else ()
    needed = {"phrase": phrases, "pattern": (*anchors, "pattern"), "check": ("check", *told)}[kind]
    for key in needed:
        if not table.get(key):
            raise place.error(f"{id_}: a rule of kind {kind} needs {key}", id_, "kind")
    if kind == "check" and table["check"] not in (known := {*CHECKS, *AT_ANCHORS}):
        raise place.error(f"{id_}: no such check; known: {', '.join(sorted(known))}", id_, "check")


def _member(kind: Any, table: dict[str, Any], key: str, id_: str, place: TomlFile) -> Any:
    try:
        return kind(table[key])
    except ValueError:
        raise place.error(f"{id_}: unknown {key} {table[key]!r}; known: {', '.join(kind)}", id_, key) from None


def _figures(kind: Any, table: dict[str, Any], key: str, id_: str, place: TomlFile) -> Any:
    try:
        found = kind(**table[key])
    except TypeError:
        found = None
    if found is None or not all(isinstance(figure, int | float) and figure >= 0 for figure in table[key].values()):
        wanted = ", ".join(field.name for field in fields(kind))
        raise place.error(f"{id_}: {key} is a table of figures: {wanted}", id_, key)
    return found


def _example(item: Any, id_: str, key: str, place: TomlFile) -> Example:
    """Read a hit or miss: a text, or a table with `text` and `after` (and `source` for checks that read one)."""
    if isinstance(item, str):
        return Example(item)
    known = {"text", "after", "source"} if key == "hits" else {"text", "source"}
    right = isinstance(item, dict) and "text" in item and not set(item) - known
    if not right or not all(isinstance(value, str) for value in item.values()):
        wanted = ", ".join(f"{name} = ..." for name in sorted(known, reverse=True))
        raise place.error(f"{id_}: one of {key} is a text or {{ {wanted} }}", id_, key)
    return Example(**item)
