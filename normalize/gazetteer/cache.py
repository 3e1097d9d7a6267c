"""Where compiled gazetteers are kept, and how one is opened: from there, or built first."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from normalize.folders import cache_folder, keep
from normalize.gazetteer import compiled, store
from normalize.gazetteer.compiled import Compiled
from normalize.gazetteer.record import Source
from normalize.model import GazetteerError

ATTEMPTS = 3  # two processes that mend one damaged copy can get in each other's way once
Say = Callable[[str], None]


def shipped_folder() -> Path:
    """Return the folder of the gazetteer that comes with this package."""
    try:
        return Path(str(resources.files("normalize.gazetteers")))
    except ModuleNotFoundError:  # run from a checkout, where the folder lies beside the package
        return Path(__file__).resolve().parents[2] / "gazetteers"


def opened(folder: Path, say: Say | None) -> Compiled:
    """Open the compiled form of a source folder, building it where it is missing or damaged."""
    if not folder.is_dir():
        raise GazetteerError("no such gazetteer folder", path=str(folder))
    target = cache_folder() / f"{_digest(folder)}-{compiled.FORMAT}"
    try:
        return Compiled(target)
    except (GazetteerError, OSError):
        if say:
            say(f"compiling the gazetteer {folder} (once)")
    with _uncollected():
        return _compile(folder, target)


def _digest(folder: Path) -> str:
    """Return the digest of the source files, remembered while they do not change: reading them takes longer."""
    seen = cache_folder() / "seen" / store.stat_hash(folder)
    try:
        known = seen.read_text(encoding="ascii")
        if len(known) == store.DIGEST:
            return known
    except (OSError, ValueError):
        pass
    digest = store.content_hash(folder)
    keep(seen, digest)
    return digest


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold the cycle collector: compiling makes millions of objects and no cycle; looking for one takes a quarter."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _compile(folder: Path, target: Path) -> Compiled:
    source = store.load(folder)
    try:
        return _built(source, target)
    except OSError:  # a cache that cannot be written: a copy for this process
        return temporary(source)


class _Temporary(Compiled):
    """A compiled gazetteer in a folder that goes with it; once pickled, with the process: others may have it open."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._removal = weakref.finalize(self, _remove, folder.parent, os.getpid())

    def __reduce__(self) -> tuple[type[Compiled], tuple[Path]]:
        if self._removal.detach():
            atexit.register(_remove, self.folder.parent, os.getpid())
        return Compiled, (self.folder,)


def _remove(folder: Path, owner: int) -> None:
    if os.getpid() == owner:  # a forked process has the object as well, and not the folder
        shutil.rmtree(folder, ignore_errors=True)


def temporary(source: Source) -> Compiled:
    """Compile for this process, and for those it hands the gazetteer to while it lives."""
    folder = Path(tempfile.mkdtemp(prefix="normalize-"))
    with _uncollected():
        compiled.build(source, folder / "compiled")
    return _Temporary(folder / "compiled")


def _built(source: Source, target: Path) -> Compiled:
    """Build and open; once more where another process put a damaged copy aside in between."""
    for _ in range(ATTEMPTS):
        compiled.build(source, target)
        try:
            return Compiled(target)
        except GazetteerError:
            continue
    compiled.build(source, target)
    return Compiled(target)
