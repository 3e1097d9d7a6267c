"""`normalize gazetteer mine` and `review`: spellings a corpus has and the gazetteer has not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from normalize.cli import options as o
from normalize.cli.build import cleaner, say
from normalize.cli.codes import DONE
from normalize.cli.corpus import texts
from normalize.cli.gazetteer.edits import kind_elsewhere
from normalize.cli.gazetteer.folders import Own, known_ids, to_change
from normalize.cli.inout import write_stdout
from normalize.model import Alias

if TYPE_CHECKING:
    from normalize.cleaner import Cleaner
    from normalize.gazetteer.upkeep.mine import Seen
    from normalize.gazetteer.upkeep.queue import Find

MINED = "mined"  # the source of a name that came out of a corpus and was accepted by hand


def mine(
    corpus: Annotated[list[str], typer.Argument(help='Text files, JSON Lines with a "text", or folders of them.')],
    folder: Own = None,
    least: Annotated[int, typer.Option(help="Only spellings seen this often.", min=1)] = 1,
    queue: Annotated[
        bool, typer.Option("--queue/--no-queue", help="Put what is found into the review queue of the folder.")
    ] = True,
    lang: o.Lang = None,
    gazetteer: o.GazetteerPath = None,
    shipped_gazetteer: o.Shipped = None,
    encoding: o.Encoding = None,
    config: o.Config = None,
) -> int:
    """Find near-miss spellings next to known names, with counts and places; decided ones are not shown again."""
    from normalize.gazetteer.upkeep.mine import Miner
    from normalize.gazetteer.upkeep.queue import joined, read_queue, write_queue

    place = to_change(folder) if queue else None
    given = [*(gazetteer or []), *([str(place)] if place and not gazetteer else [])]
    settings = o.gather(
        config, lang=lang or "en", gazetteer=given, shipped_gazetteer=shipped_gazetteer, encoding=encoding
    )
    engine = cleaner(settings)
    miner = Miner(engine.gazetteer.search)
    for id_, text in texts(corpus, settings["encoding"]):
        miner.show(_seen(engine, text, id_))
    found = miner.finds(least)
    if place is not None:
        whole = joined(read_queue(place), found)
        write_queue(place, whole)
        pending = {find.key for find in whole if not find.decision}
        found = [find for find in found if find.key in pending]
        say(f"{len(pending)} to review: normalize gazetteer review --folder {place}")
    write_stdout(
        "".join(f"{find.count:>5}  {find.score:.2f}  {find.form}  ->  {find.near} ({find.id})\n" for find in found)
    )
    return DONE


def _seen(engine: Cleaner, text: str, id_: str) -> Seen:
    """Read one text: the runs of capitals that are no known name, and who is named in it."""
    from normalize.gazetteer.upkeep.mine import Seen
    from normalize.linking.cues import cues
    from normalize.linking.recognise import recognise
    from normalize.text.reader import read

    document = read(text, engine.options.lang, engine.options.source_lang, id_)
    _, unknown = recognise(document, engine.gazetteer, cues(document.lang))
    links = engine.linker.link(document)
    named = {link.entity.id: link.entity for link in links if link.entity}
    loose = [found.span for found in unknown]
    # The linker leaves titles and common words out of a run: its span is the better one where it has one.
    linked = [link.mention.span for link in links if any(link.mention.span.overlaps(span) for span in loose)]
    runs = {*linked, *(span for span in loose if not any(span.overlaps(other) for other in linked))}
    free = tuple(span for span in sorted(runs) if not document.protects(span))
    return Seen(text, free, tuple(named.values()))


def review(folder: Own = None) -> int:
    """Decide on what was mined: accept, reject, skip, or exclude one spelling. Nothing decided is asked again."""
    from normalize.gazetteer.upkeep.change import apply
    from normalize.gazetteer.upkeep.edit import Folder, add_name
    from normalize.gazetteer.upkeep.queue import read_queue, write_queue
    from normalize.gazetteer.upkeep.review import review as decide

    place = to_change(folder)
    known = known_ids(place)

    def accept(find: Find) -> None:
        alias = Alias(find.form, find.lang, "spelling", MINED)
        apply(place, add_name(Folder(place), find.id, alias, kind_elsewhere(place, find.id)), known)

    def keep(queue: Iterable[Find]) -> None:
        write_queue(place, queue)

    queue = decide(read_queue(place), input, print, accept, keep)
    left = sum(not find.decision for find in queue)
    say(f"{left} left to review")
    return DONE
