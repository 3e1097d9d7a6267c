"""`normalize profile`: house styles, shown, checked against the gazetteer, and drafted from an archive."""

from __future__ import annotations

from typing import Annotated

import typer

from normalize.cli import options as o
from normalize.cli.build import cleaner, gazetteer, say
from normalize.cli.codes import DONE, FOUND
from normalize.cli.inout import write_stdout
from normalize.cli.session import for_each_text
from normalize.linking import load_profile
from normalize.linking.profile.learn import LEAST

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
Name = Annotated[str, typer.Argument(metavar="NAME|FILE.toml", help="A shipped profile, or a file of your own.")]


@app.callback()
def _top() -> None:
    """Keep house styles for names: show, lint, learn."""


@app.command()
def show(name: Name = "base", date: o.Date = None, config: o.Config = None) -> int:
    """Show what a profile says, beside what the gazetteer has."""
    from normalize.report.lines import visible

    known = gazetteer(o.gather(config))
    profile = load_profile(name, date or "")
    write_stdout(f"{profile.name}  {visible(profile.about)}\n")
    for key in ("lang", "article", "ayn", "quotes"):
        write_stdout(f"  {key:<9} {getattr(profile, key)}\n")
    for form in profile.forms:
        entity = known.entity(form.entity)
        gazetteers = entity.canonical(profile.lang) if entity else "(no such entity)"
        days = f"  from {form.since}" * bool(form.since) + f"  until {form.until}" * bool(form.until)
        but = f"  not in: {', '.join(form.exceptions)}" if form.exceptions else ""
        write_stdout(visible(f"  {form.entity:<24} {form.name}  (gazetteer: {gazetteers}){days}{but}") + "\n")
    return DONE


@app.command()
def lint(
    names: Annotated[list[str], typer.Argument(metavar="NAME|FILE.toml...", help="Profiles.")], config: o.Config = None
) -> int:
    """Check profiles; exit 1 when one of them names what the gazetteer does not know or says nothing new."""
    from normalize.linking.profile.lint import lint_profile

    known, code = gazetteer(o.gather(config)), DONE
    for name in names:
        for message in lint_profile(load_profile(name), known):
            say(f"{name}: {message}")
            code = FOUND
    return code


@app.command()
def learn(
    paths: o.Corpus = None,
    least: Annotated[int, typer.Option(min=1, help="Times a form must stand in the archive.")] = LEAST,
    name: Annotated[str, typer.Option(help="What the profile is called.")] = "desk",
    lang: o.Lang = None,
    gazetteers: o.GazetteerPath = None,
    encoding: o.Encoding = None,
    config: o.Config = None,
) -> int:
    """Draft a profile from texts a desk has published, each choice with its counts."""
    from normalize.linking.profile.learn import Archive

    settings = o.gather(config, lang=lang, gazetteer=gazetteers, encoding=encoding, names="keep")
    engine, archive = cleaner(settings), Archive()
    code = for_each_text(paths, settings["encoding"], lambda text: archive.see(engine.names(text)))
    write_stdout("".join(line + "\n" for line in archive.draft(name, least)))
    return code
