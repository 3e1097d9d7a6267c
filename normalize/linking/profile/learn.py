"""A profile drafted from what a desk has published: its usual form of each entity, its articles, its ayn."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from normalize.linking.profile.style import ARABIC_LETTERS, ARTICLE, AYN, Form, Profile
from normalize.linking.respell import OTHER_WORDS
from normalize.model import Entity, Link

LEAST = 3  # times a form must stand in the archive
MAJORITY = 0.8  # of the mentions of that kind must be written so
_WRITTEN = re.compile(r"(?<![\w'’-])[Aa]l[ -](?=[A-Z])")
PARTS = frozenset(["short", "weak"])  # kinds of names that are no whole name


@dataclass
class Archive:
    """Counts over the links of many texts: whole names by entity, articles, names with and without their ayn."""

    entities: dict[str, Entity] = field(default_factory=dict)
    forms: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    articles: Counter[str] = field(default_factory=Counter)
    ayns: Counter[str] = field(default_factory=Counter)

    def see(self, links: Iterable[Link]) -> None:
        """Count the names of one text, linked with names="keep"."""
        for link in links:
            entity, surface = link.entity, " ".join(link.mention.surface.split())
            if entity is None or surface.isupper() or link.candidates[0].alias.kind in OTHER_WORDS | PARTS:
                continue
            self.entities[entity.id] = entity
            self.forms[entity.id][surface] += 1
            self._see_style(entity, surface)

    def _see_style(self, entity: Entity, surface: str) -> None:
        if entity.kind in ("person", "place"):
            if ARTICLE.search(entity.canonical()):
                # An article in front of the name may have its capital from the sentence.
                self.articles.update(found[0] for found in _WRITTEN.finditer(surface, 1))
            if ARABIC_LETTERS.intersection(entity.countries) and AYN.search(entity.canonical()):
                self.ayns["keep" if AYN.search(surface) else "drop"] += 1

    def profile(self, name: str, least: int = LEAST) -> Profile:
        """Draft the profile: what the desk writes otherwise than the gazetteer, where it is of one mind.

        >>> from normalize.model import Alias, Candidate, Decision, Mention, Span
        >>> alias = Alias("Muammar Gaddafi", "en-Latn", "main", "curated")
        >>> gaddafi = Entity("gaddafi", "person", (alias,))
        >>> mention = Mention(Span(0, 15), "Moammar Gadhafi")
        >>> archive = Archive()
        >>> archive.see([Link(mention, Decision.LINKED, (Candidate(gaddafi, alias, 0.98),))] * 3)
        >>> archive.profile("desk").forms
        (Form(entity='gaddafi', name='Moammar Gadhafi', since='', until='', exceptions=()),)
        """
        article, ayn = (_usual(counts, least) or "keep" for counts in (self.articles, self.ayns))
        profile = Profile(name, article=article, ayn=ayn)
        forms = (
            Form(id_, usual)
            for id_, counts in sorted(self.forms.items())
            if _respelt(usual := _usual(counts, least), profile.canonical(self.entities[id_], profile.lang))
        )
        return replace(profile, forms=tuple(forms))

    def draft(self, name: str, least: int = LEAST) -> Iterator[str]:
        """Yield the lines of the profile as a file, each choice with the counts it stands on."""
        profile = self.profile(name, least)
        yield f"# Drafted from an archive: forms written at least {least} times and in {MAJORITY:.0%} of mentions."
        yield "# Read each before you use it: an archive may be of one mind and wrong."
        yield 'extends = "base"'
        for key, counts in (("article", self.articles), ("ayn", self.ayns)):
            value = getattr(profile, key)
            yield f"{key} = {_quoted(value)}" + (f"  # {_counted(counts)}" if counts else "")
        for form in profile.forms:
            gazetteer = self.entities[form.entity].canonical(profile.lang)
            yield from ("", f"# {_counted(self.forms[form.entity])}; in the gazetteer {_inline(gazetteer)}")
            yield from ("[[form]]", f"entity = {_quoted(form.entity)}", f"name = {_quoted(form.name)}")


def _respelt(form: str, canonical: str) -> bool:
    """Answer whether a form is another spelling of the canonical one; with more or fewer words it is another name."""
    words, own = (ARTICLE.sub("", name).split() for name in (form, canonical))
    return form != canonical and len(words) == len(own)


def _usual(counts: Counter[str], least: int) -> str:
    """Return what was written nearly always, "" where nothing was."""
    if not counts:
        return ""
    best, times = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return best if times >= least and times >= MAJORITY * counts.total() else ""


def _counted(counts: Counter[str]) -> str:
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{_inline(form)} {times}x" for form, times in most[:6])


def _inline(text: str) -> str:
    return "".join(character if character.isprintable() else "?" for character in text)


def _quoted(text: str) -> str:
    """Return a TOML string: JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
