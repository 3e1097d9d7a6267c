"""`normalize batch`: a corpus, cleaned into a folder."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from normalize.cleaner import Cleaner
from normalize.cli import options as o
from normalize.cli.build import cleaner, say
from normalize.cli.codes import DONE, UNREADABLE
from normalize.model import ConfigError, InputError

if TYPE_CHECKING:
    from normalize.batch import Batch, Tally
    from normalize.batch.run import Tell

SHOWN = 10  # rules in the summary on the terminal; summary.json has all


class Results(StrEnum):
    """How results are written."""

    JSONL = "jsonl"
    PARQUET = "parquet"
    NONE = "none"


def batch(
    inputs: Annotated[
        list[Path], typer.Argument(metavar="INPUT...", help="JSONL, CSV, TSV or Parquet files, or folders.")
    ],
    output: Annotated[Path, typer.Option(help="A new folder, or that of a run to go on with.")],
    text_column: Annotated[str, typer.Option(help="The column that holds the text.")] = "text",
    id_column: Annotated[str, typer.Option(help="The column that holds the id, where there is one.")] = "id",
    results: Annotated[Results, typer.Option(help="How to write edits, names and findings.")] = Results.JSONL,
    jobs: Annotated[int, typer.Option(min=0, help="Processes; 0: one for each core.")] = 0,
    lang: o.Lang = None,
    source_lang: o.SourceLang = None,
    names: o.Names = None,
    profile: o.Profile = None,
    date: o.Date = None,
    gazetteer: o.GazetteerPath = None,
    shipped_gazetteer: o.Shipped = None,
    rules: o.RulesPath = None,
    only: o.Only = None,
    skip: o.Skip = None,
    unify_unknown: o.UnifyUnknown = None,
    unsafe_fixes: o.Unsafe = None,
    config: o.Config = None,
) -> int:
    """Clean a corpus into a folder; the same command again goes on where it was interrupted. UTF-8 only."""
    settings = o.gather(
        config,
        lang=lang,
        source_lang=source_lang,
        names=names,
        profile=profile,
        date=date,
        gazetteer=gazetteer,
        shipped_gazetteer=shipped_gazetteer,
        rules=rules,
        only=only,
        skip=skip,
        unify_unknown=unify_unknown,
        unsafe_fixes=unsafe_fixes,
    )
    if settings["encoding"].lower() not in ("utf-8", "utf8"):
        raise ConfigError("batch reads UTF-8 only; convert the files first, with iconv for example")
    if any(output.resolve().is_relative_to(path.resolve()) for path in inputs):
        raise ConfigError(f"{output} is in a folder that is read; name one outside")
    from normalize.batch import Batch, Columns, sources

    found = sources(inputs, Columns(text_column, id_column))
    engine = cleaner(settings)
    meant = (*_meant(engine, settings["rules"]), ("text-column", text_column), ("id-column", id_column))
    work = Batch(found, engine, output, results.value, meant)
    try:
        with _progress(work) as tell:
            total = work.run(jobs or _cores(), tell)
    except OSError as error:
        raise InputError(f"{error.filename or output}: {error.strerror}; the same command again goes on") from None
    for line in _summary(total, output):
        say(line)
    return UNREADABLE if total.dead else DONE


def _meant(engine: Cleaner, rules: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield what changes the output, with its name; a run is resumed only with the same."""
    yield from ((name.replace("_", "-"), str(value)) for name, value in asdict(engine.options).items())
    # The folder of a compiled gazetteer is called by a digest of what it was made from.
    yield "gazetteer", " ".join(layer.folder.name for layer in engine.gazetteer.layers)
    digest = hashlib.sha256()
    for path in map(Path, rules):
        for file in sorted(path.rglob("*.toml")) if path.is_dir() else [path]:
            digest.update(file.read_bytes())
    yield "rules", digest.hexdigest()


@contextmanager
def _progress(work: Batch) -> Iterator[Tell]:
    """Show bytes, documents, rate and remaining time, on a terminal only."""
    from tqdm import tqdm

    size = sum(source.size for source in work.sources)
    with tqdm(total=size, unit="B", unit_scale=True, disable=None, smoothing=0.1, leave=False) as bar:
        documents = 0

        def tell(read: float, more: int) -> None:
            nonlocal documents
            documents += more
            bar.update(read)
            bar.set_postfix_str(f"{documents:,} documents", refresh=False)

        yield tell


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _summary(total: Tally, output: Path) -> Iterator[str]:
    yield f"{total.documents:,} documents, {total.changed:,} changed by {total.edits:,} edits"
    for rule, number in total.findings.most_common(SHOWN):
        yield f"  {number:>9,} {rule}"
    mentions = sum(total.entities.values())
    yield f"{mentions:,} mentions of {len(total.entities):,} entities; all counts in {output / 'summary.json'}"
    if total.dead:
        yield f"{total.dead:,} could not be used; see {output / 'dead-letters.jsonl'}"
