"""The command `normalize`."""

from normalize.cli.run import main

__all__ = ["main"]
