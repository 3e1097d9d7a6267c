"""The commands of `normalize gazetteer`, one room each."""

from __future__ import annotations

import typer

from normalize.cli.gazetteer import bringing, edits, look, mining, source, versions

app = typer.Typer(
    name="gazetteer",
    help="Keep a gazetteer: check it, change it, find what is missing in it.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("lint")(source.lint)
app.command("fmt")(source.fmt)
app.command("build")(source.build)
app.command("stats")(source.stats)
app.command("search")(look.search)
app.command("explain")(look.explain)
app.command("add")(edits.add)
app.command("merge")(edits.merge)
app.command("split")(edits.split)
app.command("judge")(edits.judge)
app.command("undo")(edits.undo)
app.command("import")(bringing.import_gazetteer)
app.command("mine")(mining.mine)
app.command("review")(mining.review)
app.command("diff")(versions.diff)
app.command("export")(versions.export)


@app.callback()
def _top() -> None:
    """Keep a gazetteer: check it, change it, find what is missing in it."""
