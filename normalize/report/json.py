"""The JSON form of a result, and the schema it keeps to."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from normalize.model import Result


def dumps(result: Result, indent: int | None = None) -> str:
    """Return the result as JSON; a lone surrogate is written as its escape, so that the output is valid UTF-8."""
    text = json.dumps(result.to_dict(), ensure_ascii=False, indent=indent)
    return text if _encodable(text) else json.dumps(result.to_dict(), indent=indent)


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the result."""
    file = resources.files("normalize.report") / "result.schema.json"
    data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return data
