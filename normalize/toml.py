"""TOML files whose faults can be quoted: tomllib keeps no line once it has parsed."""

from __future__ import annotations

import json
import re
import tomllib
from hashlib import sha256
from pathlib import Path
from typing import Any

from normalize.folders import cache_folder, keep
from normalize.model import SourceError

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class TomlFile:
    """The tables of a file (`data`), and errors that name the line a table or a key of it stands on.

    `kind` is the error raised: for a file that cannot be read, is not UTF-8 or not TOML, and by `error`. `key` is the
    key that tells the tables of the file apart ("id" of a rule, "entity" of a form). What a file that `lasts` says is
    parsed once and kept: it comes with the package, and every start reads it.
    """

    def __init__(self, path: Path, kind: type[SourceError], key: str = "id", lasts: bool = False) -> None:
        self.path, self._kind, self._key = path, kind, key
        try:
            text = (read := path.read_bytes()).decode("utf-8")
        except UnicodeDecodeError as error:
            self._lines = read.decode("utf-8", "backslashreplace").split("\n")
            line, column = read.count(b"\n", 0, error.start), error.start - read.rfind(b"\n", 0, error.start) - 1
            raise self._at(f"not UTF-8 at byte {error.start}", line, column) from None
        except OSError as error:
            raise kind(error.strerror or str(error), path=str(path)) from None
        self._lines = text.split("\n")
        try:
            self.data: dict[str, Any] = _kept(text) if lasts else tomllib.loads(text)
        except (ValueError, RecursionError) as error:  # a number of more digits than Python reads is a ValueError
            raise self._broken(str(error)) from None

    def _broken(self, said: str) -> SourceError:
        place = _PLACE.search(said)
        line, column = (int(place[1]), int(place[2])) if place and place[1] else (len(self._lines), 1)
        return self._at(f"not TOML: {_PLACE.sub('', said)}", line - 1, column - 1)

    def error(self, message: str, name: str = "", key: str = "") -> SourceError:
        """Return the error at `key` of the table called `name`; without a key at the table, without both at the top."""
        line, column = 0, 0
        if name:
            line, column = self._find(rf"\s*{re.escape(self._key)}\s*=\s*[\"']{re.escape(name)}[\"']", 0) or (0, 0)
        if key:
            pattern = rf"\s*(?:options\.)?{re.escape(key)}\s*=|\[\[?(?:\w+\.)?{re.escape(key)}\]"
            line, column = self._find(pattern, line) or (line, 0)
        return self._at(message, line, column)

    def _find(self, pattern: str, start: int) -> tuple[int, int] | None:
        for number in range(start, len(self._lines)):
            if found := re.match(pattern, self._lines[number]):
                return number, len(found[0]) - len(found[0].lstrip())
        return None

    def _at(self, message: str, line: int, column: int) -> SourceError:
        quoted = self._lines[line]
        return self._kind(message, path=str(self.path), line=line + 1, column=column + 1, text=quoted)


def _kept(text: str) -> dict[str, Any]:
    """Return what `text` says, from the cache or parsed and put there: JSON is read in a tenth of the time."""
    place = cache_folder() / "toml" / f"{sha256(text.encode()).hexdigest()}.json"
    try:
        known: dict[str, Any] = json.loads(place.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        known = tomllib.loads(text)
        keep(place, json.dumps(known, ensure_ascii=False))
    return known
