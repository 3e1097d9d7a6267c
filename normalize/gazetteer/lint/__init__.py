"""What a gazetteer may not say: every check on source files, each with its place."""

from normalize.gazetteer.lint.lint import check, errors, ids_of, lint, refuse, refuse_strangers, require, sound_tables

__all__ = ["check", "errors", "ids_of", "lint", "refuse", "refuse_strangers", "require", "sound_tables"]
