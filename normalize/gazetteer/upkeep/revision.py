"""A version of a gazetteer: a folder, or what git keeps of one."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from normalize.model import InputError


@contextmanager
def version(name: str) -> Iterator[Path]:
    """Give the folder `name`; or one of git's trees (`v1.0:gazetteers`) unpacked for as long as it is looked at.

    `v1.0:.` is the folder one stands in. Raises InputError where it is neither.
    """
    if Path(name).is_dir():
        yield Path(name)
        return
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(_archive(name))) as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder)


def _archive(name: str) -> bytes:
    if name.startswith("-"):
        raise InputError(f"{name}: no folder and no tree of git")
    tree = f"{name}/" if name.endswith(":.") else name  # git takes "./" for the folder one stands in, and not "."
    try:
        # By its hash and from the top: git archives only what lies below the folder it is called in.
        hashed, top = _git("rev-parse", "--verify", tree), _git("rev-parse", "--show-toplevel")
        return _git("-C", top.decode().strip(), "archive", "--format=tar", hashed.decode().strip())
    except FileNotFoundError:
        raise InputError(f"{name}: no such folder, and git, which could know it, is not installed") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise InputError(
            f"{name}: no folder, and no tree of git ({said[-1] if said else 'git says nothing'})"
        ) from None


def _git(*words: str) -> bytes:
    return subprocess.run(["git", *words], capture_output=True, check=True).stdout
