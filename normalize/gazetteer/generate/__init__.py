"""Parts of the shipped gazetteer that are drawn from other packages, by script, the same to the byte each time."""

from normalize.gazetteer.generate.packages import PINNED
from normalize.gazetteer.generate.run import generate

__all__ = ["PINNED", "generate"]
