"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from normalize.cli.config import Settings, settings

Paths = Annotated[
    list[str] | None, typer.Argument(help="Files to read; - or none: standard input.", show_default=False)
]
Corpus = Annotated[
    list[str] | None,
    typer.Argument(help="Texts, .jsonl files, folders of both; - or none: standard input.", show_default=False),
]
Lang = Annotated[str | None, typer.Option(help="Language of the text (ISO 639); found when not given.")]
SourceLang = Annotated[str | None, typer.Option(help="Language the text was translated from.")]
Names = Annotated[
    str | None,
    typer.Option(
        help="keep, unify (the text's majority), mend (only what is inconsistent or unheard of), canonical (all)."
    ),
]
Profile = Annotated[
    str | None, typer.Option(help="House style for names: the name of a shipped one, or a .toml file of your own.")
]
Date = Annotated[str | None, typer.Option(help="The day whose forms of the profile hold: 2019-08-14.")]
GazetteerPath = Annotated[
    list[str] | None, typer.Option("--gazetteer", help="A folder of source files, before the shipped one.")
]
Shipped = Annotated[
    bool | None, typer.Option("--shipped-gazetteer/--no-shipped-gazetteer", help="Use the shipped gazetteer.")
]
RulesPath = Annotated[list[str] | None, typer.Option("--rules", help="A rule file or folder of your own.")]
Only = Annotated[list[str] | None, typer.Option(help="Only this rule or family of rules.")]
Skip = Annotated[list[str] | None, typer.Option(help="Not this rule or family of rules.")]
UnifyUnknown = Annotated[
    bool | None,
    typer.Option("--unify-unknown", help="Also names the gazetteer does not have: to the text's usual spelling."),
]
Unsafe = Annotated[bool | None, typer.Option("--unsafe-fixes", help="Apply fixes that may change the meaning.")]
Encoding = Annotated[str | None, typer.Option(help="Encoding of the inputs.")]
Config = Annotated[Path | None, typer.Option(help="Configuration file instead of the nearest one.")]
ShowConfig = Annotated[bool, typer.Option("--show-config", help="Show every setting with its origin.")]


def gather(config: Path | None, **given: object) -> Settings:
    """Join the options given on the command line with the configuration file."""
    named = {name.replace("_", "-"): tuple(v) if isinstance(v, list) else v for name, v in given.items()}
    return settings(named, config, Path.cwd())
