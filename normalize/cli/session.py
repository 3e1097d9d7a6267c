"""One run over several inputs: each is read, each that cannot be is named, the others are done."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from normalize.cli.build import say
from normalize.cli.codes import DONE, UNREADABLE
from normalize.cli.inout import STDIN, Input, read_input
from normalize.model import InputError


def for_each(paths: Iterable[str] | None, encoding: str, work: Callable[[Input], int]) -> int:
    """Call `work` on each input in order; return the worst exit code, 3 when an input could not be used."""
    codes = [DONE]
    for name in list(paths or [STDIN]):
        try:
            codes.append(work(read_input(name, encoding)))
        except InputError as error:
            say(str(error))
            codes.append(UNREADABLE)
    return max(codes)
