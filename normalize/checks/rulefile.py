"""TOML to rules; every fault is named with file, line and the line itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from normalize.checks.registry import CHECKS
from normalize.checks.rule import COMPARISONS, KINDS, Expression, Hit, Precision, Rates, Rule, folded
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
_LISTS = ("langs", "sources", "phrases", "anchors", "hits", "misses")
_FLAGS = ("exact", "once")
_REQUIRED = ("id", "kind", "category", "severity", "safety", "reason", "hits", "misses")
_KNOWN = {*_TEXT, *_LISTS, *_FLAGS, "wordings", "options", "rates", "precision"}
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
    if not isinstance(tables, list):
        raise place.error("rules are written [[rule]], with two brackets", key="rule")
    for table in tables:
        yield _rule(table, place, proven)


def _rule(table: dict[str, Any], place: TomlFile, proven: bool) -> Rule:
    id_ = table.get("id", "")
    if not isinstance(id_, str) or not _ID.fullmatch(id_):
        raise place.error(f"a rule needs an id of lower-case words joined by dots and hyphens, not {id_!r}")
    _shape(table, id_, place)
    values: dict[str, Any] = {key: table[key] for key in _TEXT if key in table}
    values |= {key: tuple(table[key]) for key in _LISTS if key in table}
    values["severity"] = _member(Severity, table, "severity", id_, place)
    values["safety"] = _member(Safety, table, "safety", id_, place)
    values["hits"] = tuple(_hit(item, id_, place) for item in table["hits"])
    for key in ("pattern", "beside"):
        if key in table:
            values[key] = Expression(table[key])
            try:
                proven or values[key].compiled
            except re.error as error:
                raise place.error(f"{id_}: not a regular expression: {error}", id_, key) from None
    for key, kind in (("rates", Rates), ("precision", Precision)):
        if key in table:
            values[key] = _figures(kind, table, key, id_, place)
    values |= {key: table[key] for key in (*_FLAGS, "options") if key in table}
    if worded := _worded(table, id_, place):
        values["phrases"] = (*values.get("phrases", ()), *worded)
        values["wordings"] = {folded(phrase): wording for phrase, wording in worded.items()}
    return Rule(**values, path=str(place.path))


def _worded(table: dict[str, Any], id_: str, place: TomlFile) -> dict[str, str]:
    """Return the phrases that have a natural wording of their own, each with it; none may have two."""
    worded: dict[str, str] = {}
    for wording, phrases in table.get("wordings", {}).items():
        if not isinstance(phrases, list):
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
    kinds = ((_TEXT, str, "text"), (_LISTS, list, "a list"), (_FLAGS, bool, "true or false"))
    for keys, kind, called in (*kinds, (("wordings",), dict, "a table")):
        if wrong := [key for key in keys if key in table and not isinstance(table[key], kind)]:
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
    needed = {"phrase": phrases, "pattern": (*anchors, "pattern"), "check": ("check",)}[kind]
    for key in needed:
        if not table.get(key):
            raise place.error(f"{id_}: a rule of kind {kind} needs {key}", id_, "kind")
    if kind == "check" and table["check"] not in CHECKS:
        raise place.error(f"{id_}: no such check; known: {', '.join(sorted(CHECKS))}", id_, "check")


def _member(kind: Any, table: dict[str, Any], key: str, id_: str, place: TomlFile) -> Any:
    try:
        return kind(table[key])
    except ValueError:
        raise place.error(f"{id_}: unknown {key} {table[key]!r}; known: {', '.join(kind)}", id_, key) from None


def _figures(kind: Any, table: dict[str, Any], key: str, id_: str, place: TomlFile) -> Any:
    try:
        return kind(**table[key])
    except TypeError:
        wanted = ", ".join(field.name for field in fields(kind))
        raise place.error(f"{id_}: {key} is a table of figures: {wanted}", id_, key) from None


def _hit(item: Any, id_: str, place: TomlFile) -> Hit:
    """Read a hit: a text, or a table with `text` and `after` (and `source` for checks that read one)."""
    if isinstance(item, str):
        return Hit(item)
    if not isinstance(item, dict) or "text" not in item or set(item) - {"text", "after", "source"}:
        raise place.error(f"{id_}: a hit is a text or {{ text = ..., after = ... }}", id_, "hits")
    return Hit(**item)
