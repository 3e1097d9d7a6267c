"""One run over several inputs: each is read, each that cannot be is named, the others are done."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from normalize.cli.build import say
from normalize.cli.codes import DONE, UNREADABLE
from normalize.cli.corpus import texts
from normalize.cli.inout import STDIN, Input, read_input
from normalize.model import InputError


def for_each(paths: Iterable[str] | None, encoding: str, work: Callable[[Input], int]) -> int:
    """Call `work` on each input in order; return the worst exit code, 3 when an input could not be used."""
    return _worst(paths, lambda name: work(read_input(name, encoding)))


def for_each_text(paths: Iterable[str] | None, encoding: str, work: Callable[[str], object]) -> int:
    """Call `work` on each text of the inputs: files, the lines of JSON Lines, folders of both; return as `for_each`."""

    def all_in(name: str) -> int:
        for _, text in texts([name], encoding):
            work(text)
        return DONE

    return _worst(paths, all_in)


def _worst(paths: Iterable[str] | None, work: Callable[[str], int]) -> int:
    codes = [DONE]
    for name in list(paths or [STDIN]):
        try:
            codes.append(work(name))
        except InputError as error:
            say(str(error))
            codes.append(UNREADABLE)
    return max(codes)
