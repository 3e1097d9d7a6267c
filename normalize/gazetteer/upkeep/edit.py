"""The operations on entities: add, merge, split, judge, undo. Each is a Change; an id is never used twice."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from normalize.gazetteer.lint import refuse, require
from normalize.gazetteer.lint.decisions import resolve
from normalize.gazetteer.record import FILES, Row
from normalize.gazetteer.table import Table, read_folder
from normalize.gazetteer.upkeep.change import Change, Place, history, last
from normalize.model import Alias, Entity, GazetteerError

_STEMS = {kind: stem for stem, kind in FILES.items()}


class Folder:
    """The rows of a gazetteer folder, by what they are about. Read-only; every operation returns a Change."""

    def __init__(self, folder: Path) -> None:
        require(folder)
        self.folder = folder
        tables, problems = read_folder(folder)
        refuse(problems)
        self.tables: list[Table] = tables
        self.kinds: dict[str, str] = {}
        self.entities: dict[str, Row] = {}
        for table in self._of("entities"):
            for row in table.rows:
                self.entities[row.fields[0]] = row
                self.kinds[row.fields[0]] = table.kind
        self.onward = {row.fields[0]: row.fields[1] for table in self._of("redirects") for row in table.rows}

    def _of(self, role: str) -> list[Table]:
        return [table for table in self.tables if table.role == role]

    def names(self, id_: str) -> list[Row]:
        """Return the name rows of an entity."""
        return [row for table in self._of("names") for row in table.rows if row.fields[0] == id_]

    def judged(self, a: str, b: str) -> Row | None:
        """Return the judgement on two entities, merged ones taken for what they were merged into."""
        pair = {resolve(a, self.onward), resolve(b, self.onward)}
        for table in self._of("judgements"):
            for row in table.rows:
                if {resolve(id_, self.onward) for id_ in row.fields[:2]} == pair:
                    return row
        return None

    def place(self, row: Row) -> Place:
        """Return where a row stands, as a Change says it."""
        return Path(row.path).relative_to(self.folder).as_posix(), row.text

    def alive(self, id_: str) -> str:
        """Return the id an id leads to; raise GazetteerError when that is no entity here."""
        found = resolve(id_, self.onward)
        if found not in self.entities:
            raise GazetteerError(f"there is no entity {id_!r}", path=str(self.folder))
        return found

    def unused(self, id_: str) -> str:
        """Return `id_` if nothing was ever called that; raise GazetteerError otherwise."""
        made = {change.made for change in history(self.folder)}
        if id_ in self.entities or id_ in self.onward or id_ in made or self.names(id_):
            raise GazetteerError(f"the id {id_!r} is or was in use; ids are never used twice", path=str(self.folder))
        return id_

    def names_file(self, id_: str) -> str:
        """Return the file the names of an entity stand in: beside its own row."""
        name = self.place(self.entities[id_])[0]
        return name.removesuffix(".entities.tsv") + ".names.tsv"


def add_entity(rows: Folder, entity: Entity, source: str) -> Change:
    """Bring a new entity with its names into being.

    Raises GazetteerError for an id that is or was in use, and for an entity without a name.
    """
    if not entity.names:
        raise GazetteerError(f"the entity {entity.id!r} needs a name", path=str(rows.folder))
    if entity.kind not in _STEMS:
        raise GazetteerError(f"unknown kind {entity.kind!r}; known: {', '.join(_STEMS)}", path=str(rows.folder))
    rows.unused(entity.id)
    ids = ";".join(f"{key}={value}" for key, value in entity.ids)
    countries = ",".join(entity.countries)
    line = _line((entity.id, entity.type, countries, entity.gender, ids, entity.about, source))
    stem = _STEMS[entity.kind]
    names = [(f"{stem}.names.tsv", name_line(entity.id, alias)) for alias in entity.names]
    return Change(f"add {entity.id}", added=((f"{stem}.entities.tsv", line), *names), made=entity.id)


def add_name(rows: Folder, id_: str, alias: Alias, kind: str = "") -> Change:
    """Give an entity one more name. `kind` of the entity is needed where another gazetteer holds it.

    Raises GazetteerError when it has this name in this language already.
    """
    found = resolve(id_, rows.onward)
    if found in rows.entities:
        file = rows.names_file(found)
    elif kind in _STEMS:
        file = f"{_STEMS[kind]}.names.tsv"
    else:
        raise GazetteerError(f"there is no entity {id_!r}", path=str(rows.folder))
    for row in rows.names(found):
        if (row.fields[1], row.fields[3]) == (alias.lang, alias.form):
            said = f"{alias.form!r} is a name of {found!r} already"
            raise GazetteerError(said, path=row.path, line=row.line, column=1, text=row.text)
    return Change(f"add {alias.form} to {found}", added=((file, name_line(found, alias)),))


def name_line(id_: str, alias: Alias) -> str:
    """Return the row of a name."""
    return _line((id_, alias.lang, alias.kind, alias.form, alias.since, alias.until, alias.source))


def merge(rows: Folder, old: str, new: str, reason: str, source: str = "curated") -> Change:
    """Make `old` a part of `new`: its names move, its id leads on, what led to it leads to `new`.

    A main name of `old` in a language in which `new` has one becomes an alternative. Raises GazetteerError where the
    two are one already, are of different kinds, or were judged different.
    """
    gone, stays = rows.alive(old), rows.alive(new)
    if gone == stays:
        raise GazetteerError(f"{old!r} and {new!r} are one already", path=str(rows.folder))
    if rows.kinds[gone] != rows.kinds[stays]:
        said = f"{gone!r} is a {rows.kinds[gone]}, {stays!r} a {rows.kinds[stays]}"
        raise GazetteerError(said, path=str(rows.folder))
    judgement = rows.judged(gone, stays)
    if judgement and judgement.fields[2] == "different":
        said = f"{gone!r} and {stays!r} were judged different: {judgement.fields[3]}"
        raise GazetteerError(said, path=judgement.path, line=judgement.line, column=1, text=judgement.text)
    moved = rows.names(gone)
    removed = [rows.place(rows.entities[gone]), *(rows.place(row) for row in moved)]
    added = [(rows.names_file(stays), line) for line in _taken_over(moved, rows.names(stays), stays)]
    added.append(("redirects.tsv", _line((gone, stays, reason, source))))
    for table in rows._of("redirects"):
        for row in table.rows:
            if row.fields[1] == gone:
                file, line = rows.place(row)
                removed.append((file, line))
                added.append((file, _line((row.fields[0], stays, *row.fields[2:]))))
    return Change(f"merge {gone} {stays}", tuple(removed), tuple(added))


def _taken_over(moved: Iterable[Row], own: Collection[Row], id_: str) -> Iterable[str]:
    """Yield the rows of one entity as rows of another that has names already; equal names stay as they are there."""
    mains = {row.fields[1] for row in own if row.fields[2] == "main"}
    there = {(row.fields[1], row.fields[3]) for row in own}
    for row in moved:
        _, lang, kind, form, *rest = row.fields
        if (lang, form) not in there:
            kind = "alternative" if kind == "main" and lang in mains else kind
            yield _line((id_, lang, kind, form, *rest))


def split(rows: Folder, id_: str, new: str, forms: Collection[str], about: str = "", source: str = "curated") -> Change:
    """Take the names in `forms` away from an entity and give them to a new one of the same kind, type and country.

    The first of them in each language becomes the main name there, and the two are judged different. Raises
    GazetteerError for a form the entity does not have, and when nothing would be left to it.
    """
    whole = rows.alive(id_)
    rows.unused(new)
    own = rows.names(whole)
    going = [row for row in own if row.fields[3] in forms]
    if missing := set(forms) - {row.fields[3] for row in going}:
        raise GazetteerError(f"{whole!r} has no name {min(missing)!r}", path=str(rows.folder))
    if not going or len(going) == len(own):
        raise GazetteerError(f"a split leaves each side a name; {whole!r} has {len(own)}", path=str(rows.folder))
    file = rows.place(rows.entities[whole])[0]
    _, type_, countries, gender, *_ = rows.entities[whole].fields
    added = [(file, _line((new, type_, countries, gender, "", about, source)))]
    languages: set[str] = set()
    mains = {row.fields[1] for row in going if row.fields[2] == "main"}
    for row in sorted(going, key=lambda row: (row.fields[1], list(forms).index(row.fields[3]))):
        _, lang, kind, *rest = row.fields
        kind = "main" if lang not in mains | languages else kind
        languages.add(lang)
        added.append((rows.place(row)[0], _line((new, lang, kind, *rest))))
    first, second = sorted((whole, new))
    added.append(("judgements.tsv", _line((first, second, "different", "split", source))))
    return Change(f"split {whole} {new}", tuple(rows.place(row) for row in going), tuple(added), made=new)


def judge(rows: Folder, a: str, b: str, verdict: str, reason: str, source: str = "curated") -> Change:
    """Keep what somebody decided on two entities; an earlier judgement on them gives way."""
    earlier = rows.judged(a, b)
    removed = (rows.place(earlier),) if earlier else ()
    first, second = sorted((a, b))
    line = _line((first, second, verdict, reason, source))
    return Change(f"judge {a} {b}", removed, (("judgements.tsv", line),))


def undo(rows: Folder) -> Change:
    """Take the last change back that was not taken back yet.

    An id that a split brought into being leads back to where it came from; after a merge the old id lives again.
    """
    change = last(rows.folder)
    if change is None:
        raise GazetteerError("nothing to undo", path=str(rows.folder))
    back = change.inverse()
    if change.operation.startswith("split "):
        whole = change.operation.split(" ")[1]
        redirect = ("redirects.tsv", _line((change.made, whole, "split undone", "curated")))
        return Change(back.operation, back.removed, (*back.added, redirect))
    return back


def _line(fields: Iterable[str]) -> str:
    values = tuple(fields)
    for value in values:
        if "\t" in value or "\n" in value:
            raise GazetteerError(f"{value!r} holds a tab or a line end: a row has no place for it", path="")
    return "\t".join(values)
