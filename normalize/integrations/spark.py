"""PySpark: a frame to the same frame with one column of texts cleaned, through `mapInPandas`.

The compiled gazetteer goes to each executor as files, once (`SparkContext.addFile`), and is mapped into memory by all
its Python workers; a task carries only the rules and the options. The package must be installed on the executors.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pandas as pd
from pyspark import SparkFiles
from pyspark.sql import DataFrame

from normalize.cleaner import Cleaner
from normalize.gazetteer import Gazetteer
from normalize.gazetteer.compiled import Compiled
from normalize.integrations.pandas import clean

Frames = Iterator[pd.DataFrame]


def clean_frame(frame: DataFrame, cleaner: Cleaner | None = None, column: str = "text") -> DataFrame:
    """Return the frame with `column` cleaned; nothing is computed until it is asked for."""
    cleaner = cleaner or Cleaner()
    context = frame.sparkSession.sparkContext
    folders = [layer.folder for layer in cleaner.gazetteer.layers]
    for folder in folders:
        context.addFile(str(folder), recursive=True)
    recipe = pickle.dumps((cleaner.rulebook.rules, cleaner.options))
    return frame.mapInPandas(_work(tuple(folder.name for folder in folders), recipe, column), frame.schema)


def _work(folders: tuple[str, ...], recipe: bytes, column: str) -> Callable[[Frames], Frames]:
    def work(frames: Frames) -> Frames:
        cleaner = _cleaner(folders, recipe)
        for frame in frames:
            yield frame.assign(**{column: clean(frame[column], cleaner)})

    return work


@cache
def _cleaner(folders: tuple[str, ...], recipe: bytes) -> Cleaner:
    """Build the cleaner of a Python worker: once, since Spark uses its workers again."""
    rules, options = pickle.loads(recipe)
    gazetteer = Gazetteer(Compiled(Path(SparkFiles.get(folder))) for folder in folders)
    return Cleaner(gazetteer, rules, options)
