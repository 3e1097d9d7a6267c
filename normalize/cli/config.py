"""Settings: the command line before `normalize.toml` or `[tool.normalize]`, before the defaults; each with its origin."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from normalize.cleaner import nearest
from normalize.linking import DEFAULT, POLICIES
from normalize.model import ConfigError, ConfigFileError, Severity, SourceError
from normalize.text.language import code
from normalize.toml import TomlFile

DEFAULTS: Mapping[str, Any] = {
    "lang": "",
    "source-lang": "",
    "names": DEFAULT,
    "profile": "base",
    "date": "",
    "gazetteer": (),
    "shipped-gazetteer": True,
    "rules": (),
    "only": (),
    "skip": (),
    "unify-unknown": False,
    "unsafe-fixes": False,
    "fail-on": "minor",
    "encoding": "utf-8",
}
CHOICES = {"names": POLICIES, "fail-on": (*Severity, "never")}
_PATHS = ("gazetteer", "rules")  # relative to the file that names them


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its value and where that comes from."""

    values: Mapping[str, Any]
    origins: Mapping[str, str]

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def lines(self) -> list[str]:
        """Return one line a setting: name, value and origin."""
        return [f"{name} = {_shown(self.values[name])}  ({self.origins[name]})" for name in DEFAULTS]


def settings(given: Mapping[str, Any], config: Path | None, start: Path) -> Settings:
    """Join what the command line gives (None: nothing) with the nearest configuration file above `start`."""
    values, origins = dict(DEFAULTS), dict.fromkeys(DEFAULTS, "default")
    file = TomlFile(config, ConfigFileError) if config else _nearest_file(start)
    if file is not None:
        for name, value in _table(file).items():
            values[name] = _located(name, _checked(name, value, partial(file.error, key=name)), file.path.parent)
            origins[name] = str(file.path)
    for name, value in given.items():
        if value is not None and value != ():
            values[name] = _checked(name, value, ConfigError)
            origins[name] = "command line"
    return Settings(values, origins)


def _nearest_file(start: Path) -> TomlFile | None:
    for folder in (start, *start.parents):
        if (own := folder / "normalize.toml").is_file():
            return TomlFile(own, ConfigFileError)
        project = folder / "pyproject.toml"
        if project.is_file() and "normalize" in _tools(file := TomlFile(project, ConfigFileError)):
            return file
    return None


def _tools(file: TomlFile) -> dict[str, Any]:
    """Return what a pyproject.toml says to tools: nothing where `tool` is no table, which is for others to tell."""
    tools = file.data.get("tool")
    return tools if isinstance(tools, dict) else {}


def _table(file: TomlFile) -> dict[str, Any]:
    table = _tools(file).get("normalize", {}) if file.path.name == "pyproject.toml" else file.data
    if not isinstance(table, dict):
        raise file.error("[tool.normalize] must be a table", key="normalize")
    return table


def _located(name: str, value: Any, folder: Path) -> Any:
    """Return the value with paths relative to the folder of the file that names them."""
    if name in _PATHS:
        return tuple(str(folder / item) for item in value)
    return str(folder / value) if name == "profile" and value.endswith(".toml") else value


def _checked(name: str, value: Any, error: Callable[[str], ConfigError | SourceError]) -> Any:
    """Return the value in the type its default has; raise `error` with the nearest valid name."""
    if name not in DEFAULTS:
        raise error(f"no setting {name!r}{nearest(name, DEFAULTS)}")
    wanted = type(DEFAULTS[name])
    if wanted is tuple:
        items = (value,) if isinstance(value, str) else value
        if not isinstance(items, list | tuple) or not all(isinstance(item, str) for item in items):
            raise error(f"{name} must be a list of texts, not {value!r}")
        return tuple(items)
    if not isinstance(value, wanted):
        raise error(f"{name} must be {'true or false' if wanted is bool else 'text'}, not {value!r}")
    if value and wanted is str and (fault := _FAULTS.get(name, _none)(value)):
        raise error(f"{name} must be {fault}, not {value!r}")
    if name in CHOICES and value not in CHOICES[name]:
        raise error(f"{name} must be one of {', '.join(CHOICES[name])}, not {value!r}{nearest(value, CHOICES[name])}")
    return value


def _no_language(value: str) -> str:
    from normalize.gazetteer.lint.tags import LANGUAGES  # nobody who names no language pays for it

    known = code(value) in LANGUAGES
    return "" if known else "the two letters of a language (en, fa), or the three of one that has no two (ckb)"


def _no_encoding(value: str) -> str:
    try:
        codecs.lookup(value)
    except (LookupError, ValueError):
        return "an encoding that Python knows (utf-8, cp1256)"
    return ""


def _none(_: str) -> str:
    return ""


# What a text has to be instead, "" when it is that.
_FAULTS: Mapping[str, Callable[[str], str]] = {
    "lang": _no_language,
    "source-lang": _no_language,
    "encoding": _no_encoding,
}


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "[" + ", ".join(f'"{item}"' for item in value) + "]" if isinstance(value, tuple) else f'"{value}"'
