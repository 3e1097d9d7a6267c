"""`normalize clean`: the cleaned text, or its diff, data or report."""

from __future__ import annotations

import os
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from normalize.cli import options as o
from normalize.cli.build import cleaner, say
from normalize.cli.codes import DONE, FOUND
from normalize.cli.inout import STDIN, Input, write_stdout
from normalize.cli.replace import replace_file
from normalize.cli.session import for_each
from normalize.model import ConfigError, InputError, Result
from normalize.report.json import dumped
from normalize.report.lines import visible


class Format(StrEnum):
    """What is written for each input."""

    TEXT = "text"
    DIFF = "diff"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


AS_READ = (Format.TEXT, Format.DIFF)  # written in the encoding of the input; all else in UTF-8


def clean(
    paths: o.Paths = None,
    diff: Annotated[bool, typer.Option("--diff", help="Show a unified diff (as --format diff).")] = False,
    in_place: Annotated[
        str | None,
        typer.Option(
            "--in-place", metavar="[=SUFFIX]", help="Write back to the files; with =SUFFIX keep the old ones."
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option(help="Write to this file; for several inputs, into this folder.")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if something would change.")] = False,
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.TEXT,
    lang: o.Lang = None,
    source_lang: o.SourceLang = None,
    names: o.Names = None,
    profile: o.Profile = None,
    date: o.Date = None,
    gazetteer: o.GazetteerPath = None,
    shipped_gazetteer: o.Shipped = None,
    rules: o.RulesPath = None,
    only: o.Only = None,
    skip: o.Skip = None,
    unify_unknown: o.UnifyUnknown = None,
    unsafe_fixes: o.Unsafe = None,
    encoding: o.Encoding = None,
    config: o.Config = None,
    show_config: o.ShowConfig = False,
) -> int:
    """Clean texts: names to one spelling, page furniture and broken characters out, everything else left alone."""
    settings = o.gather(
        config,
        lang=lang,
        source_lang=source_lang,
        names=names,
        profile=profile,
        date=date,
        gazetteer=gazetteer,
        shipped_gazetteer=shipped_gazetteer,
        rules=rules,
        only=only,
        skip=skip,
        unify_unknown=unify_unknown,
        unsafe_fixes=unsafe_fixes,
        encoding=encoding,
    )
    if show_config:
        write_stdout("\n".join(settings.lines()) + "\n")
        return DONE
    format = Format.DIFF if diff else format
    _sensible(paths, in_place, output, format)
    engine = cleaner(settings)
    sink = _Sink(output, format, paths or ())

    def work(source: Input) -> int:
        result = engine.clean(source.text, id="" if source.name == STDIN else source.name)
        if check:
            return _would_change(result, source.name)
        if in_place is None:
            sink.put(result, source)
        elif result.edits:
            replace_file(source, result.text, in_place)
        return DONE

    code = for_each(paths, settings["encoding"], work)
    sink.close()
    return code


def _would_change(result: Result, name: str) -> int:
    if not result.edits:
        return DONE
    say(f"would change {name} ({len(result.edits)} edits)")
    return FOUND


def rendered(result: Result, name: str, format: Format) -> str:
    """Return what is written for one result."""
    if format is Format.TEXT:
        return result.text
    if format is Format.DIFF:
        return result.diff(visible(name.lstrip("/")) if name != STDIN else "text")
    from normalize.report import dumps, to_html

    if format is Format.HTML:
        return to_html(result, name if name != STDIN else "text")
    return dumps(result, indent=2 if format is Format.JSON else None) + "\n"


def _sensible(paths: list[str] | None, in_place: str | None, output: Path | None, format: Format) -> None:
    several = len(paths or ()) > 1
    if in_place is not None and (output or format is not Format.TEXT):
        raise ConfigError("--in-place writes the text back; leave --output, --diff and --format out")
    if in_place and os.sep in in_place:
        raise ConfigError("--in-place=SUFFIX is an ending of the file's own name, not a folder")
    if in_place is not None and (not paths or STDIN in paths):
        raise ConfigError("--in-place needs files; standard input has no place to write to")
    if format is Format.HTML and several and not (output and output.is_dir()):
        raise ConfigError("an HTML report holds one text; name an existing folder with --output for several")


class _Sink:
    """Where results go: standard output, one file (one after the other), or a file each in a folder.

    As JSON several inputs are one list, written at the end.
    """

    def __init__(self, output: Path | None, format: Format, inputs: Sequence[str]) -> None:
        self.output, self.format, self.inputs = output, format, inputs
        self.written: set[Path] = set()
        self.listed: list[Result] | None = [] if len(inputs) > 1 and format is Format.JSON else None

    def put(self, result: Result, source: Input) -> None:
        """Write one result; raise InputError where that is not possible, or would cost an input or another one."""
        if self.listed is not None:
            self.listed.append(result)
            return
        text = rendered(result, source.name, self.format)
        self._write(source.encoded(text) if self.format in AS_READ else text.encode(), source.name)

    def close(self) -> None:
        """Write what was kept for the end."""
        if self.listed:
            self._write(dumped([result.to_dict() for result in self.listed], indent=2).encode() + b"\n", "all")

    def _write(self, data: bytes, name: str) -> None:
        if self.output is None:
            write_stdout(data)
            return
        target = self.output
        if target.is_dir():
            ending = "" if self.format is Format.TEXT else f".{self.format}"
            target = target / ((Path(name).name if name != STDIN else "text") + ending)
            if target in self.written:
                raise InputError(f"{name}: {target} holds another input of that name; give them two folders")
        try:
            if target.exists() and any(os.path.samefile(target, path) for path in self.inputs if os.path.exists(path)):
                raise InputError(f"{target}: is an input; write it with --in-place")
            with target.open("ab" if target in self.written else "wb") as file:
                file.write(data)
        except OSError as error:
            raise InputError(f"{target}: {error.strerror or error}") from None
        self.written.add(target)
