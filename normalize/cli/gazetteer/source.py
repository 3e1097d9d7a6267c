"""`normalize gazetteer lint`, `fmt`, `build`, `stats`: the source files as a whole."""

from __future__ import annotations

import json
import time
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from normalize.cli.build import say
from normalize.cli.codes import DONE, FOUND, USAGE
from normalize.cli.gazetteer.folders import Folder, Layers, known_ids, to_read
from normalize.cli.inout import write_stdout
from normalize.gazetteer.cache import shipped_folder

if TYPE_CHECKING:
    from normalize.gazetteer.problem import Problem


class Format(StrEnum):
    """How findings and numbers are written."""

    TEXT = "text"
    JSON = "json"


As = Annotated[Format, typer.Option("--format", help="How to write it.")]


def lint(
    folder: Folder = None,
    layers: Layers = None,
    format: As = Format.TEXT,
    errors: Annotated[bool, typer.Option("--errors", help="Leave the warnings out.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="End with 1 when there are warnings.")] = False,
) -> int:
    """Check the source files: every fault with file, line, column and the line. Ends with 2 when one is an error."""
    from normalize.gazetteer import lint as rooms

    place = to_read(folder)
    rooms.require(place)
    found = rooms.lint(place, known_ids(place, layers))
    wrong = rooms.errors(found)
    shown = wrong if errors else found
    write_stdout(_as_json(shown) if format is Format.JSON else "".join(f"{_said(problem)}\n" for problem in shown))
    say(f"{place}: {len(wrong)} errors, {len(found) - len(wrong)} warnings")
    if wrong:
        return USAGE
    return FOUND if strict and found else DONE


def _said(problem: Problem) -> str:
    said = str(problem.error())
    return said if problem.severity == "error" else f"{said.replace(': ', ': warning: ', 1)}"


def _as_json(problems: list[Problem]) -> str:
    fields = ("severity", "check", "message", "path", "line", "column", "text")
    rows = [{name: getattr(problem, name) for name in fields} for problem in problems]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def fmt(
    folder: Folder = None,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; end with 1 when something would change.")
    ] = False,
) -> int:
    """Sort the source files, drop rows that stand twice: what a union merge needs after it."""
    from normalize.gazetteer.upkeep.files import fmt as bring_in_order

    changed = bring_in_order(to_read(folder), write=not check)
    write_stdout("".join(f"{path}\n" for path in changed))
    return FOUND if check and changed else DONE


def build(folder: Folder = None, layers: Layers = None) -> int:
    """Compile a gazetteer now instead of at its first use."""
    from normalize.gazetteer import Gazetteer
    from normalize.gazetteer.lint import refuse_strangers, require

    place = to_read(folder)
    require(place)
    began = time.perf_counter()
    if place.resolve() != shipped_folder().resolve():
        refuse_strangers(place, known_ids(place, layers))
    gazetteer = Gazetteer.load(place, shipped=False, say=say)
    took = time.perf_counter() - began
    write_stdout(f"{place}: {len(gazetteer)} entities, ready in {took:.1f} s, in {gazetteer.layers[0].folder}\n")
    return DONE


def stats(folder: Folder = None, format: As = Format.TEXT) -> int:
    """Count entities and names by kind, language, script and source."""
    from normalize.gazetteer import store
    from normalize.gazetteer.upkeep.stats import stats as count

    counted = count(store.load(to_read(folder)).entities)
    if format is Format.JSON:
        write_stdout(json.dumps(counted.to_dict(), ensure_ascii=False, indent=2) + "\n")
        return DONE
    lines: list[str] = []
    for title, counter in counted.sections():
        lines.append(f"{title}: {counter.total()}")
        lines += [f"  {number:>8}  {name or '(of another gazetteer)'}" for name, number in counter.most_common()]
    lines.append(f"distinct forms: {counted.forms}, of several entities: {counted.shared}")
    lines.append(f"entities with one name only: {counted.bare}")
    write_stdout("\n".join(lines) + "\n")
    return DONE
