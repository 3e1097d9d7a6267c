"""The few errors of the house. Dirty text is never one of them."""

from __future__ import annotations


class NormalizeError(Exception):
    """Any error this package raises on purpose: one line that says what, where and what to do."""


class InputError(NormalizeError):
    """An input that cannot be read: missing, a folder, not in the stated encoding."""


class ConfigError(NormalizeError):
    """A setting that does not exist or has a value of the wrong type."""


class EditConflict(NormalizeError):  # noqa: N818  (the design names it so)
    """Edits that overlap, or that do not match the text they are applied to."""


class SourceError(NormalizeError):
    """A fault in a source file, quoted: path, line, column and the line itself.

    >>> str(SourceError("unknown kind 'mian'", path="people.names.tsv", line=7, column=3, text="x\\ten\\tmian"))
    "people.names.tsv:7:3: unknown kind 'mian'\\n    x\\ten\\tmian"
    """

    def __init__(self, message: str, *, path: str, line: int = 0, column: int = 0, text: str = "") -> None:
        self.message, self.path, self.line, self.column, self.text = message, path, line, column, text
        where = ":".join([path, *(str(n) for n in (line, column) if n)])
        # A line may be megabytes long or hold control characters: quote its start, visibly.
        shown = "".join(c if c.isprintable() or c == "\t" else repr(c)[1:-1] for c in text[:160])
        super().__init__(f"{where}: {message}" + (f"\n    {shown}" if shown else ""))

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.path, self.line, self.column, self.text)


class RuleError(SourceError):
    """A rule file, or a rule in it, that cannot be used."""


class ProfileError(SourceError):
    """A profile, or a form in it, that cannot be used."""


class ConfigFileError(SourceError, ConfigError):
    """A setting of a configuration file that does not exist or has a value of the wrong type."""


class GazetteerError(SourceError):
    """A gazetteer source file, or the compiled form of one, that cannot be used."""


def _rebuild(kind: type[SourceError], message: str, path: str, line: int, column: int, text: str) -> SourceError:
    return kind(message, path=path, line=line, column=column, text=text)
