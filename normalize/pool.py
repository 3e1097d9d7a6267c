"""Texts through one function in several processes, in the order they came."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection
from typing import Any, TypeVar

from normalize.model import NormalizeError

CHUNK = 64  # texts sent at once: one at a time is slower than a plain loop
HEAVY = 1_000_000  # characters after which a chunk is full: a few long texts must not fill the memory
COLLECTED = (20_000, 20, 20)  # objects made in a process of the pool until the collector looks for cycles
AHEAD = 2  # chunks for each process that are under way or wait to be taken

Kept = TypeVar("Kept")
State = TypeVar("State")
Answer = TypeVar("Answer")
Text = tuple[str, str]  # a text and its id
Work = Callable[[State, Text], Answer]
Pair = tuple[Kept, Text]

_installed: Any = None  # what a process of the pool works with: sent to it once, not with each chunk


def in_order(
    work: Work[State, Answer], state: State, pairs: Iterable[Pair[Kept]], jobs: int = 1
) -> Iterator[tuple[Kept, Answer]]:
    """Yield (kept, work(state, text)) for each (kept, text), in order, whatever the number of processes.

    `pairs` may be endless: only a few chunks are taken ahead. What is kept stays in this process. Raises
    NormalizeError when a process is killed, by the system for lack of memory for example.

    >>> list(in_order(lambda suffix, text: text[0] + suffix, "!", [(1, ("a", "")), (2, ("b", ""))]))
    [(1, 'a!'), (2, 'b!')]
    """
    if jobs <= 1:
        yield from ((kept, work(state, text)) for kept, text in pairs)
        return
    chunks = _chunks(pairs)
    waiting: deque[tuple[list[Kept], Future[list[bytes]]]] = deque()
    with ProcessPoolExecutor(jobs, _context(), _install, (work, state)) as pool:
        try:
            for kept, texts in chunks:
                waiting.append((kept, pool.submit(_work, texts)))
                if len(waiting) > AHEAD * jobs:
                    yield from _taken(waiting)
            while waiting:
                yield from _taken(waiting)
        except BrokenProcessPool:
            raise NormalizeError("a process was killed, for lack of memory perhaps; try fewer jobs") from None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _taken(waiting: deque[tuple[list[Kept], Future[list[bytes]]]]) -> Iterator[tuple[Kept, Answer]]:
    kept, future = waiting.popleft()
    return zip(kept, map(pickle.loads, future.result()), strict=True)


def _chunks(pairs: Iterable[Pair[Kept]]) -> Iterator[tuple[list[Kept], list[Text]]]:
    kept: list[Kept] = []
    texts: list[Text] = []
    weight = 0
    for one, text in pairs:
        kept.append(one)
        texts.append(text)
        weight += len(text[0])
        if len(texts) >= CHUNK or weight >= HEAVY:
            yield kept, texts
            kept, texts, weight = [], [], 0
    if texts:
        yield kept, texts


def _context() -> Any:
    """Return a way to start processes that is sound where threads already run, as under Ray or a notebook."""
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")


def _install(work: Any, state: Any) -> None:
    global _installed  # noqa: PLW0603  # the one way an executor has to give its processes something once
    _installed = (work, state)
    # What such a process remembers it keeps: walked over as often as Python does it, that takes an eighth of its time.
    gc.freeze()
    gc.set_threshold(*COLLECTED)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl-C reaches all; the parent alone answers it
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, killed for example: nobody else would end it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(texts: list[Text]) -> list[bytes]:
    """Return the answers, each as it is sent: a chunk of them alive at once has Python's collector walk over all there is."""
    work, state = _installed
    return [pickle.dumps(work(state, text), pickle.HIGHEST_PROTOCOL) for text in texts]
