"""The JSON form of a result, and the schema it keeps to."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from normalize.model import Result


def dumps(result: Result, indent: int | None = None) -> str:
    """Return the result as JSON; a lone surrogate is written as its escape, so that the output is valid UTF-8."""
    return dumped(result.to_dict(), indent)


def dumped(data: object, indent: int | None = None) -> str:
    r"""Return any data as JSON that can be encoded; letters stand as they are unless a lone surrogate is among them.

    >>> print(dumped(["قاآنی"]), dumped(["\ud800"]))
    ["قاآنی"] ["\ud800"]
    """
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(data, indent=indent)
    return text


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the result."""
    file = resources.files("normalize.report") / "result.schema.json"
    data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return data
