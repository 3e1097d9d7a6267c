"""Where things are kept that were worked out once."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path

CACHE_VARIABLE = "NORMALIZE_CACHE"  # names another folder


def cache_folder() -> Path:
    """Return where compiled gazetteers and parsed rules are kept: $NORMALIZE_CACHE, or the user's cache folder."""
    return Path(os.environ.get(CACHE_VARIABLE) or user_cache_path("normalize-mt"))


def keep(path: Path, text: str) -> None:
    """Write a file of the cache so that a reader sees all of it or none; one that cannot be written is no matter."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch = path.with_name(f"{path.name}-{os.getpid()}")
        scratch.write_text(text, encoding="utf-8")
        scratch.replace(path)
    except OSError:
        pass
