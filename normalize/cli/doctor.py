"""`normalize doctor`: whether this installation is whole."""

from __future__ import annotations

import platform
from importlib import metadata

from normalize.checks import prove
from normalize.checks.registry import OF_LINKS
from normalize.cleaner import shipped_rules
from normalize.cli import options as o
from normalize.cli.build import gazetteer, say
from normalize.cli.codes import DONE, FOUND
from normalize.cli.inout import write_stdout
from normalize.folders import cache_folder
from normalize.gazetteer.cache import shipped_folder
from normalize.model import NormalizeError
from normalize.text import read
from normalize.version import __version__

DISTRIBUTION = "normalize-mt"
_NEEDS = (
    "daachorse",
    "ftfy",
    "langdetect",
    "marisa-trie",
    "platformdirs",
    "rapidfuzz",
    "sacremoses",
    "tqdm",
    "typer",
    "unidecode",
)


def doctor(config: o.Config = None) -> int:
    """Check the installation, the gazetteer and the rules; exit 1 when something is wrong."""
    settings = o.gather(config)
    write_stdout(f"normalize {__version__}, Python {platform.python_version()}\n")
    wrong = [*_mixed(), *_missing()]
    write_stdout(f"gazetteer {shipped_folder()}\ncompiled in {cache_folder()}\n")
    try:
        write_stdout(f"{len(gazetteer(settings))} entities\n")
        shipped = shipped_rules()
        prove((rule for rule in shipped if rule.check not in OF_LINKS), read)  # theirs would need a gazetteer
        write_stdout(f"{len(shipped)} rules, their examples hold\n")
    except NormalizeError as error:
        wrong.append(str(error))
    for message in wrong:
        say(message)
    write_stdout("all well\n" if not wrong else "")
    return FOUND if wrong else DONE


def _mixed() -> list[str]:
    """Another distribution (PyPI has one called `normalize`) may have put its files into the same folder."""
    owners = set(metadata.packages_distributions().get("normalize", ())) - {DISTRIBUTION}
    return [
        f"the package folder is shared with the distribution {owner!r}; `pip uninstall {owner}`, then install {DISTRIBUTION} again"
        for owner in sorted(owners)
    ]


def _missing() -> list[str]:
    missing = []
    for name in _NEEDS:
        try:
            write_stdout(f"  {name} {metadata.version(name)}\n")
        except metadata.PackageNotFoundError:
            missing.append(f"{name} is not installed; `pip install {name}`")
    return missing
