"""`normalize gazetteer`: keeping a gazetteer."""

from normalize.cli.gazetteer.app import app

__all__ = ["app"]
