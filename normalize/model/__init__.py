"""The words of the house: frozen types, no I/O, no regular expressions, no third party."""

from normalize.model.claims import Claims
from normalize.model.document import Document, Source
from normalize.model.edit import Edit, EditScript
from normalize.model.entity import NAME_KINDS, Alias, Entity
from normalize.model.errors import (
    ConfigError,
    ConfigFileError,
    EditConflict,
    GazetteerError,
    InputError,
    NormalizeError,
    ProfileError,
    RuleError,
    SourceError,
)
from normalize.model.finding import Finding, Safety, Severity
from normalize.model.mention import Candidate, Decision, Link, Mention
from normalize.model.result import Result
from normalize.model.span import Span

__all__ = [
    "NAME_KINDS",
    "Alias",
    "Candidate",
    "Claims",
    "ConfigError",
    "ConfigFileError",
    "Decision",
    "Document",
    "Edit",
    "EditConflict",
    "EditScript",
    "Entity",
    "Finding",
    "GazetteerError",
    "InputError",
    "Link",
    "Mention",
    "NormalizeError",
    "ProfileError",
    "Result",
    "RuleError",
    "Safety",
    "Severity",
    "Source",
    "SourceError",
    "Span",
]
