"""Settings: the command line before `normalize.toml` or `[tool.normalize]`, before the defaults; each with its origin."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from normalize.cleaner import nearest
from normalize.linking import DEFAULT, POLICIES
from normalize.model import ConfigError, Severity

DEFAULTS: Mapping[str, Any] = {
    "lang": "",
    "source-lang": "",
    "names": DEFAULT,
    "gazetteer": (),
    "shipped-gazetteer": True,
    "rules": (),
    "only": (),
    "skip": (),
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
    path = config or _nearest_file(start)
    if path is not None:
        for name, value in _read(path).items():
            values[name] = _checked(name, value, path)
            origins[name] = str(path)
    for name, value in given.items():
        if value is not None and value != ():
            values[name] = _checked(name, value, None)
            origins[name] = "command line"
    return Settings(values, origins)


def _nearest_file(start: Path) -> Path | None:
    for folder in (start, *start.parents):
        if (own := folder / "normalize.toml").is_file():
            return own
        project = folder / "pyproject.toml"
        if project.is_file() and "normalize" in _toml(project).get("tool", {}):
            return project
    return None


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror or error}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not TOML: {error}") from None


def _read(path: Path) -> dict[str, Any]:
    data = _toml(path)
    table = data.get("tool", {}).get("normalize", {}) if path.name == "pyproject.toml" else data
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: [tool.normalize] must be a table")
    return table


def _checked(name: str, value: Any, path: Path | None) -> Any:
    """Return the value in the type its default has; raise ConfigError with the place and the nearest valid name."""
    where = f"{path}: " if path else ""
    if name not in DEFAULTS:
        raise ConfigError(f"{where}no setting {name!r}{nearest(name, DEFAULTS)}")
    wanted = type(DEFAULTS[name])
    if wanted is tuple:
        items = (value,) if isinstance(value, str) else value
        if not isinstance(items, list | tuple) or not all(isinstance(item, str) for item in items):
            raise ConfigError(f"{where}{name} must be a list of texts, not {value!r}")
        base = path.parent if path and name in _PATHS else None
        return tuple(str(base / item) if base else item for item in items)
    if not isinstance(value, wanted):
        raise ConfigError(f"{where}{name} must be {'true or false' if wanted is bool else 'text'}, not {value!r}")
    if name in CHOICES and value not in CHOICES[name]:
        raise ConfigError(f"{where}{name} must be one of {', '.join(CHOICES[name])}, not {value!r}{nearest(value, CHOICES[name])}")
    return value


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "[" + ", ".join(f'"{item}"' for item in value) + "]" if isinstance(value, tuple) else f'"{value}"'
