"""Start and errors: the one place where an exception becomes a line on stderr and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

from normalize.cli.codes import DONE, INTERRUPTED, UNREADABLE, USAGE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words in (["--version"], ["-V"]):  # no need to load the command for that
        from normalize.version import __version__

        print(f"normalize {__version__}")
        return DONE
    from normalize.model import NormalizeError

    try:
        return _command(words)
    except NormalizeError as error:
        print(f"normalize: {error}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader went away, as `head` does. Python flushes stdout at exit and would complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:  # standard output on a full disk
        print(f"normalize: {error.strerror or error}", file=sys.stderr)
        return UNREADABLE


def _command(words: list[str]) -> int:
    import typer

    from normalize.cli.app import app

    # What typer raises for a wrong word: from click, or from the copy of click that newer releases carry.
    UsageError: Any = typer.BadParameter.__base__  # noqa: N806
    # `--in-place` and `--in-place=SUFFIX` are both wanted; the option parser knows only options with a value.
    words = ["--in-place=" if word == "--in-place" else word for word in words]
    try:
        code = app(words)(words, prog_name="normalize", standalone_mode=False)
    except typer.Abort:
        return INTERRUPTED
    except UsageError as error:
        said = error.format_message().replace("Value error, ", "").rstrip(".")
        if said.startswith("Usage: "):  # a command without a word: typer tells its help as a fault
            print(said)
            return USAGE
        print(f"normalize: {said}; see normalize --help", file=sys.stderr)
        return USAGE
    return code if isinstance(code, int) else DONE
