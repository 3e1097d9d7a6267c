"""The commands, one room each."""

from __future__ import annotations

import typer

from normalize.cli import batch, check, clean, doctor, explain, gazetteer, names, profile, resolve, rules

app = typer.Typer(
    name="normalize",
    help="Names, artefacts and reversible edits for machine-translated and scraped text.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("clean")(clean.clean)
app.command("check")(check.check)
app.command("names")(names.names)
app.command("resolve")(resolve.resolve)
app.command("explain")(explain.explain)
app.command("rules")(rules.rules)
app.command("batch")(batch.batch)
app.command("doctor")(doctor.doctor)
app.add_typer(profile.app, name="profile")
app.add_typer(gazetteer.app, name="gazetteer")


@app.callback()
def _top() -> None:
    """Names, artefacts and reversible edits for machine-translated and scraped text."""
