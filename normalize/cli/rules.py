"""`normalize rules`: what is looked for, the examples that prove it, and what was measured of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from normalize.checks import Rule
from normalize.checks.rule import folded
from normalize.cleaner import nearest
from normalize.cli import build
from normalize.cli import options as o
from normalize.cli.catalogue import measured_lines, rule_row
from normalize.cli.codes import DONE
from normalize.cli.inout import write_stdout
from normalize.model import ConfigError
from normalize.report.json import dumped


class Format(StrEnum):
    """How rules are listed."""

    TEXT = "text"
    JSON = "json"


def rules(
    id: Annotated[str | None, typer.Argument(metavar="[ID]", help="Show this rule with its hits and misses.")] = None,
    measured: Annotated[
        bool, typer.Option("--measured", help="What was measured of each rule: rates, lift, precision.")
    ] = False,
    lang: Annotated[str | None, typer.Option(help="Only rules that hold for texts in this language.")] = None,
    source_lang: Annotated[str | None, typer.Option(help="Only rules for texts translated from this one.")] = None,
    format: Annotated[Format, typer.Option(help="A table, or JSON with all that is known of each rule.")] = Format.TEXT,
    rules_path: o.RulesPath = None,
    config: o.Config = None,
) -> int:
    """List the rules; with an id, show one with its hits and misses."""
    known = {rule.id: rule for rule in build.rules(o.gather(config, rules=rules_path))}
    if id is not None and id not in known:
        raise ConfigError(f"no rule {id!r}{nearest(id, known)}; `normalize rules` lists them")
    chosen = [rule for rule in known.values() if rule.id == id or (id is None and _asked(rule, lang, source_lang))]
    if format is Format.JSON:
        write_stdout(dumped([rule_row(rule) for rule in chosen], indent=2) + "\n")
    elif measured:
        write_stdout("".join(line + "\n" for line in measured_lines(chosen)))
    elif id is not None:
        write_stdout("\n".join(_shown(known[id])) + "\n")
    else:
        width = max(map(len, known))
        write_stdout("".join(f"{r.id:<{width}}  {r.severity:<8} {r.safety:<6} {r.reason}\n" for r in chosen))
    return DONE


def _asked(rule: Rule, lang: str | None, source_lang: str | None) -> bool:
    return rule.applies(lang, source_lang or "") if lang else not source_lang or source_lang in rule.sources


def _shown(rule: Rule) -> list[str]:
    lines = [
        f"{rule.id}: {rule.reason}",
        f"  category  {rule.category}",
        f"  severity  {rule.severity}; fix: {rule.safety}",
    ]
    facts = {
        "languages": ", ".join(rule.langs) or "all",
        "from": ", ".join(rule.sources) or "any",
        "origin": rule.origin,
        rule.label: rule.suggestion,
        "compared": {"same": "the source has it too", "other": "the source has it not", "any": "with a source"}.get(
            rule.compare, ""
        ),
        "beside": rule.beside.pattern if rule.beside else "",
        "phrases": " | ".join(phrase for phrase in rule.phrases if folded(phrase) not in rule.wordings),
        "pattern": rule.pattern.pattern if rule.pattern else "",
    }
    lines += [f"  {name:<9} {value}" for name, value in facts.items() if value]
    for wording in dict.fromkeys(rule.wordings.values()):
        phrases = (phrase for phrase, its in rule.wordings.items() if its == wording)
        lines.append(f"  {rule.label:<9} {wording}, for {' | '.join(phrases)}")
    if r := rule.rates:
        lines.append(
            f"  rates     {r.original:g} original, {r.human:g} human, {r.machine:g} machine, per million words"
        )
    if p := rule.precision:
        lines.append(f"  precision {p.right} of {p.found} touch a marked error, {p.over_chance:.1f} times chance")
    for hit in rule.hits:
        beside = f" for {hit.source!r}" if hit.source is not None else ""
        lines.append(f"  hit       {hit.text!r}{beside}" + (f" -> {hit.after!r}" if hit.after is not None else ""))
    return lines + [f"  miss      {miss.text!r}" for miss in rule.misses] + [f"  in        {rule.path}"]
