"""A corpus as texts: plain files, JSON Lines with a "text" in each line, folders of both."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from normalize.cli.inout import read_input
from normalize.model import InputError

_LINES = (".jsonl", ".ndjson")
_PLAIN = (".txt", ".text", ".md")


def texts(paths: Iterable[str], encoding: str = "utf-8") -> Iterator[tuple[str, str]]:
    """Yield (id, text) of every text; raise InputError for what cannot be read.

    In JSON Lines the id is that of the line ("id"), or its place; a folder gives its .txt, .md and .jsonl files.
    """
    for name in paths:
        path = Path(name)
        inside = sorted(p for p in path.rglob("*") if p.suffix in (*_LINES, *_PLAIN)) if path.is_dir() else [path]
        for file in inside:
            source = read_input(str(file) if path.is_dir() else name, encoding)
            if file.suffix in _LINES:
                yield from _records(source.name, source.text)
            else:
                yield source.name, source.text


def _records(name: str, text: str) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            said = record["text"]
        except (ValueError, KeyError, TypeError):
            raise InputError(f'{name}:{number}: no JSON object with a "text"') from None
        if isinstance(said, str):
            yield str(record.get("id") or f"{name}:{number}"), said
