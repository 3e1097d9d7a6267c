"""A profile against a gazetteer: forms of nobody, forms that say nothing new, forms that nobody has seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from normalize.gazetteer import Gazetteer
from normalize.linking.profile.style import Form, Profile
from normalize.model import Entity
from normalize.names import compare
from normalize.text import fold

ALIKE = 0.5  # below this a form is hardly a spelling of any of the entity's names


def lint_profile(profile: Profile, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield what a keeper of the profile should look at, one line a form.

    >>> house = Profile("house", forms=(Form("qani", "Esmail Qani"), Form("qaani", "Esmail Qaani")))
    >>> for said in lint_profile(house, Gazetteer.from_names([("qaani", "Esmail Qaani")])): print(said)
    qani: no such entity in the gazetteer
    qaani: 'Esmail Qaani' is the gazetteer's own form
    """
    for form in profile.forms:
        if (entity := gazetteer.entity(form.entity)) is None:
            yield f"{form.entity}: no such entity in the gazetteer"
            continue
        if not form.since and not form.until and not form.exceptions and form.name == _without(profile, entity):
            yield f"{form.entity}: {form.name!r} is the gazetteer's own form"
        yield from _unheard(form, entity, gazetteer)


def _without(profile: Profile, entity: Entity) -> str:
    """Return what the profile would write if it did not name the entity."""
    return replace(profile, forms=()).canonical(entity, profile.lang)


def _unheard(form: Form, entity: Entity, gazetteer: Gazetteer) -> Iterator[str]:
    owners = gazetteer.named(fold(form.name))
    if others := sorted({other.id for other, _ in owners} - {entity.id}):
        yield f"{entity.id}: {form.name!r} is also a name of {', '.join(others[:3])}"
    elif not owners and max((compare(form.name, alias.form).score for alias in entity.names), default=0.0) < ALIKE:
        yield f"{entity.id}: {form.name!r} is like none of its names"
    for phrase in form.exceptions:
        if not any(fold(alias.form) in fold(phrase) for alias in entity.names):
            yield f"{entity.id}: the exception {phrase!r} holds none of its names"
