"""The commands, one room each; the one that is asked for is opened alone, which spares a tenth of the start."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

import typer

COMMANDS = ("clean", "check", "names", "resolve", "explain", "rules", "batch", "doctor")
GROUPS = ("profile", "gazetteer")  # of commands


def app(words: Sequence[str]) -> typer.Typer:
    """Return the command line for these words: with the command they begin with, with all where that is none."""
    found = typer.Typer(
        name="normalize",
        help="Names, artefacts and reversible edits for machine-translated and scraped text.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    found.callback()(_top)
    for name in {*words[:1]}.intersection(COMMANDS + GROUPS) or COMMANDS + GROUPS:
        room = import_module(f"normalize.cli.{name}")
        if name in GROUPS:
            found.add_typer(room.app, name=name)
        else:
            found.command(name)(getattr(room, name))
    return found


def _top() -> None:
    """Names, artefacts and reversible edits for machine-translated and scraped text."""
