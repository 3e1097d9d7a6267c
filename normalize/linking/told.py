"""What the words beside a name say it is: "the town of Amal" is no party, "told Al Mayadeen" no town, "the ship Minsk" neither."""

from __future__ import annotations

from collections.abc import Iterable

from normalize.linking.context import names_outlet, names_place, names_vessel
from normalize.linking.cues import Cues
from normalize.linking.owners import Owners
from normalize.linking.recognise import Known
from normalize.model import Document


def told(document: Document, known: Iterable[Known], words: Cues) -> tuple[list[Known], frozenset[str]]:
    """Return the known forms without the owners that the text rules out, and the ids of those it points at.

    What a form is in one place, it is wherever nothing else is said.
    """
    known = [form for form in known if not _afloat(document, form, words)]
    found = [_narrowed(document, form, words) for form in known]
    # A country's weak form is a part of it (England), however much it is a place.
    ids = frozenset(
        form.owners[0][0].id for form, said in found if said and form.owners.one and form.owners[0][0].type != "country"
    )
    return [form if said or form.owners.one else _only(form, ids) for form, said in found], ids


def _afloat(document: Document, form: Known, words: Cues) -> bool:
    """Answer whether a form is the name of a ship: it names no town there. "The tanker Iran seized" is of Iran."""
    towns = all(entity.kind == "place" and entity.type != "country" for entity, _ in form.owners)
    return towns and names_vessel(document, form.span, words)


def _narrowed(document: Document, form: Known, words: Cues) -> tuple[Known, bool]:
    """Return the form with the owners that its neighbours speak of, and whether they speak."""
    for reading, says in (("place", names_place), ("outlet", names_outlet)):
        if reading in form.owners.readings and says(document, form.span, words):
            return Known(form.span, form.owners.of(reading)), True
    return form, False


def _only(form: Known, ids: frozenset[str]) -> Known:
    owners = Owners(pair for pair in form.owners if pair[0].id in ids)
    return Known(form.span, owners) if owners else form
