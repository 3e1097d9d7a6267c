"""Which folder a command works on, and which ids the gazetteers beside it have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from normalize.cli import options as o
from normalize.gazetteer.cache import shipped_folder
from normalize.model import ConfigError

Folder = Annotated[
    Path | None,
    typer.Argument(
        help="A folder of source files; without it the one the configuration names, or the shipped one.",
        show_default=False,
    ),
]
Own = Annotated[
    Path | None,
    typer.Option(
        "--folder",
        help="The folder of source files to change; without it the one the configuration names.",
        show_default=False,
    ),
]
Layers = Annotated[
    list[Path] | None,
    typer.Option("--with", help="A folder it is used with, besides the shipped one.", show_default=False),
]


def to_read(folder: Path | None) -> Path:
    """Return the folder given, or the first the configuration names, or the shipped one."""
    return folder or _configured() or shipped_folder()


def to_change(folder: Path | None) -> Path:
    """Return the folder given, or the first the configuration names; raise ConfigError when there is neither.

    Never the shipped one by itself: it belongs to the installed package, and the next version would undo the work.
    """
    found = folder or _configured()
    if found is None:
        raise ConfigError("no folder to change: name one with --folder, or as `gazetteer` in normalize.toml")
    return found


def _configured() -> Path | None:
    named: tuple[str, ...] = o.gather(None)["gazetteer"]
    return Path(named[0]) if named else None


def known_ids(folder: Path, others: list[Path] | None = None) -> frozenset[str]:
    """Return the ids of the shipped gazetteer and the `others`, those of `folder` itself left out."""
    from normalize.gazetteer.lint import ids_of
    from normalize.gazetteer.table import read_folder

    ids: frozenset[str] = frozenset()
    for other in [*(others or []), shipped_folder()]:
        if other.resolve() != folder.resolve():
            ids |= ids_of(read_folder(other)[0])
    return ids
