"""The measurements that take minutes and other packages, asked for with `--all`. Each returns ratios; none prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bench_gazetteer import made as people
from measure import FINDALL, over, seconds
from sample import SIZE, made

from normalize import Cleaner, Gazetteer

LONG = 5_000_000  # characters of one document
NAMES = 1_000_000
FRAME = 8_000_000  # characters of all texts of a frame
_TICK = os.sysconf("SC_CLK_TCK")


def all_of(documents: Sequence[str]) -> dict[str, float]:
    """Return all of them."""
    return {**long_document(), **many_names(documents), **spark()}


def long_document() -> dict[str, float]:
    """Return what a character costs in one document of five million, over one in documents of 5,000."""
    documents, cleaner = made(LONG // SIZE), Cleaner()
    seconds(cleaner.clean, documents)  # caches are warm
    whole = seconds(cleaner.clean, ["\n\n".join(documents)])
    return {f"a character in {LONG:,}": whole / seconds(cleaner.clean, documents)}


def many_names(documents: Sequence[str]) -> dict[str, float]:
    """Return passes, warm, with as many made names before the gazetteer that is shipped; to compile them takes a minute."""
    pairs = [(person.id, alias.form) for person in people(NAMES) for alias in person.names]
    cleaner = Cleaner(Gazetteer.from_names(pairs).before(Gazetteer.load()))
    return over(FINDALL, {f"warm, with {NAMES:,} names more": cleaner.clean}, documents)


def spark() -> dict[str, float]:
    """Return the processor time of a frame cleaned by Spark, all its processes together, over that of a plain loop.

    Start-up apart: before, each has cleaned some other texts.
    """
    try:
        from pyspark.sql import SparkSession

        from normalize.integrations.spark import clean_frame
    except ImportError:
        return {}
    documents = made(FRAME // SIZE + 200)
    first, texts = documents[:200], documents[200:]
    cleaner = Cleaner()
    seconds(cleaner.clean, first)
    loop = seconds(cleaner.clean, texts)
    os.environ["PYSPARK_PYTHON"] = sys.executable
    with SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate() as session:

        def cleaned(some: Sequence[str]) -> float:
            frame = session.createDataFrame([(text,) for text in some], ["text"]).repartition(8)
            before = _processor()
            clean_frame(frame, cleaner).write.format("noop").mode("overwrite").save()
            return _processor() - before

        cleaned(first)
        return {"Spark over a plain loop": cleaned(texts) / loop}


def _processor() -> float:
    """Return the processor time, in seconds, of this process and all that come from it, those that ended included."""
    parents: dict[int, int] = {}
    used: dict[int, float] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        number = int(path.parent.name)
        parents[number], used[number] = int(fields[1]), sum(map(int, fields[11:15])) / _TICK
    ours = {os.getpid()}
    while more := {number for number, parent in parents.items() if parent in ours} - ours:
        ours |= more
    return sum(used[number] for number in ours)
