"""Settings to a Cleaner."""

from __future__ import annotations

import sys
from pathlib import Path

from normalize.checks import Rule
from normalize.cleaner import Cleaner, Options, load_user_rules, shipped_rules
from normalize.cli.config import Settings
from normalize.gazetteer import Gazetteer
from normalize.linking import load_profile
from normalize.report.lines import visible


def say(message: str) -> None:
    """Say something to the person, never to the data: standard error."""
    print(f"normalize: {visible(message)}", file=sys.stderr)


def gazetteer(settings: Settings) -> Gazetteer:
    """Open the gazetteers the settings name, the user's before the shipped one."""
    return Gazetteer.load(*settings["gazetteer"], shipped=settings["shipped-gazetteer"], say=say)


def rules(settings: Settings) -> tuple[Rule, ...]:
    """Return the shipped rules and the user's; a user's rule takes the place of a shipped one of the same id."""
    by_id = {rule.id: rule for rule in shipped_rules()}
    for path in settings["rules"]:
        by_id |= {rule.id: rule for rule in load_user_rules(Path(path))}
    return tuple(by_id.values())


def cleaner(settings: Settings) -> Cleaner:
    """Build the Cleaner the settings describe."""
    options = Options(
        lang=settings["lang"],
        source_lang=settings["source-lang"],
        names=settings["names"],
        profile=load_profile(settings["profile"], settings["date"]),
        unify_unknown=settings["unify-unknown"],
        unsafe_fixes=settings["unsafe-fixes"],
        only=settings["only"],
        skip=settings["skip"],
    )
    return Cleaner(gazetteer(settings), rules(settings), options)
