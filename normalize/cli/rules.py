"""`normalize rules`: what is looked for, and the examples that prove it."""

from __future__ import annotations

from typing import Annotated

import typer

from normalize.checks import Rule
from normalize.cleaner import nearest
from normalize.cli import build
from normalize.cli import options as o
from normalize.cli.codes import DONE
from normalize.cli.inout import write_stdout
from normalize.model import ConfigError


def rules(
    id: Annotated[str | None, typer.Argument(metavar="[ID]", help="Show this rule with its hits and misses.")] = None,
    rules_path: o.RulesPath = None,
    config: o.Config = None,
) -> int:
    """List the rules; with an id, show one with its hits and misses."""
    known = {rule.id: rule for rule in build.rules(o.gather(config, rules=rules_path))}
    if id is None:
        width = max(map(len, known))
        write_stdout("".join(f"{r.id:<{width}}  {r.severity:<8} {r.safety:<6} {r.reason}\n" for r in known.values()))
        return DONE
    if id not in known:
        raise ConfigError(f"no rule {id!r}{nearest(id, known)}; `normalize rules` lists them")
    write_stdout("\n".join(_shown(known[id])) + "\n")
    return DONE


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
        "natural": rule.suggestion,
        "phrases": " | ".join(rule.phrases),
        "pattern": rule.pattern.pattern if rule.pattern else "",
    }
    lines += [f"  {name:<9} {value}" for name, value in facts.items() if value]
    if rule.rates:
        r = rule.rates
        lines.append(
            f"  rates     {r.original:g} original, {r.human:g} human, {r.machine:g} machine, per million words"
        )
    for hit in rule.hits:
        lines.append(f"  hit       {hit.text!r}" + (f" -> {hit.after!r}" if hit.after is not None else ""))
    return lines + [f"  miss      {miss!r}" for miss in rule.misses] + [f"  in        {rule.path}"]
