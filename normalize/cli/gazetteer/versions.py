"""`normalize gazetteer diff` and `export`: what changed, and the whole for other programs."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from normalize.cli import options as o
from normalize.cli.codes import DONE, FOUND
from normalize.cli.corpus import texts
from normalize.cli.gazetteer.folders import Folder, to_read
from normalize.cli.inout import write_stdout


class Form(StrEnum):
    """What other programs read."""

    CSV = "csv"
    JSONL = "jsonl"
    FTM = "ftm"
    QUICKSTATEMENTS = "quickstatements"


def diff(
    old: Annotated[str, typer.Argument(help="A folder of source files, or a tree of git: v1.0:gazetteers.")],
    new: Annotated[str, typer.Argument(help="A later version of it.")],
    corpus: Annotated[
        list[str] | None, typer.Option(help="Texts to link with both: what is answered otherwise.")
    ] = None,
    lang: o.Lang = None,
) -> int:
    """Show what was added, removed and changed between two versions. Ends with 1 when something was."""
    from normalize.gazetteer import store
    from normalize.gazetteer.upkeep.diff import diff as differences
    from normalize.gazetteer.upkeep.revision import version

    with version(old) as before, version(new) as after:
        lines = [str(difference) for difference in differences(store.load(before), store.load(after))]
        if corpus:
            lines += _links(before, after, corpus, lang or "")
    write_stdout("".join(f"{line}\n" for line in lines))
    return FOUND if lines else DONE


def _links(old: Path, new: Path, corpus: Iterable[str], lang: str) -> Iterable[str]:
    from normalize.cli.build import say
    from normalize.gazetteer import Gazetteer
    from normalize.gazetteer.upkeep.diff import link_differences
    from normalize.linking import Linker
    from normalize.text.reader import read

    before, after = (Linker(Gazetteer.load(folder, shipped=False, say=say)) for folder in (old, new))
    changed = link_differences(
        texts(corpus), lambda text: before.link(read(text, lang)), lambda text: after.link(read(text, lang))
    )
    for id_, surface, was, is_ in changed:
        yield f"@ {id_}\t{surface}\t{was} -> {is_}"


def export(
    folder: Folder = None,
    form: Annotated[
        Form, typer.Option("--as", help="csv, jsonl, ftm (FollowTheMoney) or quickstatements (Wikidata).")
    ] = Form.JSONL,
    output: Annotated[Path | None, typer.Option(help="A file instead of standard output.")] = None,
) -> int:
    """Write a gazetteer in a form other programs read. No cell of the CSV runs as a formula."""
    from normalize.cli.build import say
    from normalize.gazetteer import store
    from normalize.gazetteer.upkeep.export import FORMATS
    from normalize.gazetteer.upkeep.files import write_all

    text = "".join(FORMATS[form](store.load(to_read(folder)).entities))
    if form is Form.QUICKSTATEMENTS and not text:
        say("nothing to write: no entity has a Wikidata identifier (wikidata=Q... in the column ids)")
    if output is None:
        write_stdout(text)
    else:
        write_all({output: text.encode()})
    return DONE
