"""Corpora: many documents from files of one shape to files of the same shape, resumable, in several processes."""

from normalize.batch.record import Columns
from normalize.batch.results import RESULTS
from normalize.batch.run import Batch
from normalize.batch.sources import sources
from normalize.batch.tally import Tally

__all__ = ["RESULTS", "Batch", "Columns", "Tally", "sources"]
