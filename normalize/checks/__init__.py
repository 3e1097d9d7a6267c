"""What is wrong in a document, by rules that are data."""

from normalize.checks.arbiter import arbitrate
from normalize.checks.ignore import unignored
from normalize.checks.proof import prove
from normalize.checks.rule import Rule
from normalize.checks.rulebook import Rulebook
from normalize.checks.rulefile import load_rules

__all__ = ["Rule", "Rulebook", "arbitrate", "load_rules", "prove", "unignored"]
