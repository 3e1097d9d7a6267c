"""Who or what a name names, and every way it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from normalize.model.fields import by_fields

# What a name is to its entity (the order is the order of rows in a source file).
NAME_KINDS = (
    "main",  # the canonical form in its language
    "orthographic",  # other letters of the same script for the same word (hamza, yeh, diacritics)
    "transliteration",  # another romanisation of the same name
    "spelling",  # another spelling of the same name
    "alternative",  # other words for the same entity
    "former",  # a name it had
    "acronym",
    "short",  # a part of the name that is enough in the news
    "nickname",
    "weak",  # shared with others: never enough on its own
    "code",
    "exonym",  # the name another language gave it
    "demonym",  # its people or its adjective
    "mistranslation",  # what a machine makes of it: only with context
)


class Alias(NamedTuple):
    """One written form of a name: `lang` is BCP 47 language-script ("fa-Arab"), `kind` one of NAME_KINDS.

    A tuple, because millions of them are read: a frozen dataclass takes four times as long to make.
    """

    form: str
    lang: str
    kind: str
    source: str
    since: str = ""
    until: str = ""

    @property
    def language(self) -> str:
        """The language without the script: "fa" of "fa-Arab"."""
        return self.lang.partition("-")[0]


@by_fields
@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or term with all its names."""

    id: str
    kind: str
    names: tuple[Alias, ...] = ()
    ids: tuple[tuple[str, str], ...] = ()
    type: str = ""
    countries: tuple[str, ...] = ()
    gender: str = ""
    about: str = ""

    def canonical(self, lang: str = "en") -> str:
        """Return the main form in `lang`, or in English, or the first there is.

        >>> names = (Alias("Kyiv", "en-Latn", "main", "curated"), Alias("Київ", "uk-Cyrl", "main", "curated"))
        >>> Entity("kyiv", "place", names).canonical("uk"), Entity("kyiv", "place", names).canonical("de")
        ('Київ', 'Kyiv')
        """
        english = ""
        for form, tag, kind, *_ in self.names:
            if kind == "main":
                language = tag.partition("-")[0]
                if language == lang:
                    return form
                if language == "en" and not english:
                    english = form
        return english or (self.names[0].form if self.names else self.id)
