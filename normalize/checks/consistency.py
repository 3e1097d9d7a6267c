"""One name written in two ways in one text: the links say which mentions are of one entity.

Of the spellings that are in use the most frequent stays, of equally frequent ones that most like the canonical one; the
others are reported, each with the canonical form. A part left out of a name ("Rouhani") is no other spelling, nor is
the article in front of it; an acronym is compared with others ("US", "U.S."; "ISIS", "ISIL").
That a text says both "the United States" and "U.S." is a rule of its own: reviewers of translations mark it, writers of
English may not mind.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from rapidfuzz import fuzz

from normalize.checks.rule import Rule
from normalize.model import Alias, Document, Finding, Link
from normalize.names.attested import attested, in_use
from normalize.names.letters import plain
from normalize.text import fold
from normalize.text.lexicon import capitalised
from normalize.text.lexicon import words as english

CLOSE = 70  # of 100: names of different numbers of words that are one
ALIKE = 84  # of 100: forms in other scripts that are spellings of one name
GLOSS = 40  # characters from a bracket to a name in it
RIVALS = 8  # other spellings that a message names
# Kinds of names that are spellings of the canonical one: where a link proposes no respelling, the name itself stands.
_SPELLINGS = frozenset(["transliteration", "spelling", "orthographic"])
ACRONYM = 3  # letters of acronyms that may be two of one name; UK and GB are other names
SEVERAL = 3  # spellings in Latin letters that the gazetteer has, before another is one that nobody uses
_INITIAL = re.compile(r"\b\w\.")
_ACRONYMS = frozenset(["acronym", "code"])
_KINDS = frozenset(["person", "place"])  # an organisation's name is made of words, and has many forms
_OFFICE = "office"  # whose capitals depend on where it stands: Prime Minister before a name, else prime minister
_WORD = re.compile(r"[^\s-]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(r"^(?:[Aa]l|[Ee]l|[Tt]he)[ -]")  # of a whole name, which may be left out
_FURTHER = re.compile(
    r"['’]s\b|[^\S\n]?(?:[,.;:!?)\n]|$)|\s(?:and|or|has|had|have|is|was|will|would|to|in|on|for|with|said|also|may|can|by|from|at|as|that|which|who|over|of|but|against)\b"
)


def inconsistent(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find mentions spelt unlike other mentions of the same entity in the same text."""
    groups: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.entity is not None:
            groups[link.entity.id].append(link)
        elif _spelt_unlike(document, link):  # unknown, and mostly spelt in another way
            message = f"{rule.reason}: {link.mention.surface!r} here, mostly {link.canonical!r}; not in the gazetteer"
            yield rule.finding(link.mention.span, (), message)
    for group in groups.values():
        if len({_cased(link) for link in group}) > 1:
            yield from _spelt_apart(document, group, rule)
            yield from _acronyms_apart(document, group, rule)


def unattested(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find people and places known by other spellings than this one, which is not in use; once a mention."""
    odd = [link for link in links if link.kind in _KINDS and link.entity is not None and _unattested(link)]
    told = {finding.span for finding in inconsistent(document, links, rule)} if odd else frozenset()
    for link in odd:
        if link.mention.span not in told:
            yield rule.finding(link.mention.span, (), f"{rule.reason}: {link.canonical}; {'; '.join(link.reasons)}")


def _unattested(link: Link) -> bool:
    """Answer whether nobody writes the name so, though the gazetteer knows several ways; initials may be added."""
    best = link.candidates[0]
    return (
        not attested(link.mention.surface, best.alias, best.entity.names)
        and sum(name.lang.endswith("Latn") for name in best.entity.names) >= SEVERAL
        and not _INITIAL.search(link.mention.surface)
    )


def _spelt_unlike(document: Document, link: Link) -> bool:
    """Answer whether an unknown name is spelt unlike elsewhere: not in brackets, nor by or instead of an English word.

    Of a name with other words that are English ("the Yungang Garment Factory") the whole must stand elsewhere: a part
    of it may be the name of something else.
    """
    if link.canonical is None or link.canonical.endswith(" ".join(link.mention.surface.split())):
        return False
    if document.text.endswith("(", 0, link.mention.span.start):
        return False
    mine, theirs = set(_LETTERS.findall(link.mention.surface)), set(_LETTERS.findall(link.canonical or ""))
    odd, usual = mine - theirs, {word.lower() for word in theirs - mine}
    if (odd and all(map(_english, odd))) or (usual and usual <= english()):
        return False
    return link.canonical in document.text or not any(map(_english, mine & theirs))


def _english(word: str) -> bool:
    return word.lower() in english() or word.lower() in capitalised()


def _spelt_apart(document: Document, group: list[Link], rule: Rule) -> Iterator[Finding]:
    """Report the mentions with a part that other mentions spell in the way that stays."""
    spelt = [(link, wanted) for link in group if (wanted := _wanted(document, link))]
    parts: defaultdict[str, Counter[str]] = defaultdict(Counter)  # of the canonical name, how they are spelt here
    first: dict[tuple[str, str], str] = {}  # and in which mention first
    for link, wanted in spelt:
        for part, here in _parts(_written(link), wanted):
            parts[part][here] += 1
            first.setdefault((part, here), link.mention.surface)
    names = group[0].candidates[0].entity.names
    kept = {part: _stays(forms, part, names) for part, forms in parts.items() if len(forms) > 1}
    for link, wanted in spelt:
        odd = [(part, here) for part, here in _parts(_written(link), wanted) if here != kept.get(part, here)]
        if odd and wanted != link.mention.surface:  # the whole name says more than its parts
            said = [pair for pair in odd if pair[0] == wanted] or odd
            rivals = [first[part, form] for part, here in said for form in sorted(parts[part]) if form != here]
            yield _finding(link, rivals, wanted, rule)


def _cased(link: Link) -> str:
    """Return the mention, of an office without its capitals."""
    office = link.entity is not None and link.entity.type == _OFFICE
    return link.mention.surface.lower() if office else link.mention.surface


def _written(link: Link) -> str:
    """Return how a name is spelt: in other scripts by the form it is a case of (Лаврова), or that a prefix is written to."""
    alias = link.candidates[0].alias
    return link.mention.surface if alias.lang.endswith("Latn") else alias.form


def _wanted(document: Document, link: Link) -> str | None:
    """Return what the mention would be in the canonical spelling; None where it is no spelling of it, or is a gloss."""
    if link.respelling is not None:
        return link.respelling
    before = document.text[max(0, link.mention.span.start - 2) : link.mention.span.start].strip()
    alias = link.candidates[0].alias
    if before.endswith(("(", "/", "[")) or link.canonical is None:
        return None
    if alias.lang.endswith("Latn"):
        return link.canonical if alias.kind in _SPELLINGS else None
    # Names in other scripts are never respelt, and the gazetteer does not say which are spellings of which.
    wanted = " ".join(link.canonical.split()[-len(alias.form.split()) :])
    return wanted if fuzz.ratio(fold(alias.form), fold(wanted)) >= ALIKE and alias.kind not in _ACRONYMS else None


def _parts(surface: str, wanted: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of the canonical spelling with those of the surface, and the wholes where they are alike."""
    ours, theirs = _WORD.findall(surface), _WORD.findall(wanted)
    if len(ours) == len(theirs):
        yield from zip(theirs, ours, strict=True)
    if len(theirs) > 1 and fuzz.ratio(plain(surface), plain(wanted)) >= CLOSE:  # Abdulrahman and Abd al-Rahman
        yield _ARTICLE.sub("", wanted), _ARTICLE.sub("", surface)


def _stays(forms: Counter[str], canonical: str, names: tuple[Alias, ...]) -> str:
    """Return the most frequent form that is in use; of several, the one most like the canonical form, or the first."""
    used = [form for form in forms if in_use(form, names)] or [*forms]
    most = max(forms[form] for form in used)
    return max((form for form in used if forms[form] == most), key=lambda form: fuzz.ratio(form, canonical))


def _acronym(link: Link) -> bool:
    return link.candidates[0].alias.kind in _ACRONYMS


def _acronyms_apart(document: Document, group: list[Link], rule: Rule) -> Iterator[Finding]:
    """Report the rarer of two acronyms of the same letters (US, U.S.), and where another first stands (ISIS, ISIL)."""
    alike: defaultdict[str, list[Link]] = defaultdict(list)
    for link in group:
        if _acronym(link) and not _bracketed(document.text, link.mention.span.start):
            alike[link.mention.surface.replace(".", "")].append(link)
    for short in alike.values():
        stays = Counter(link.mention.surface for link in short).most_common(1)[0][0]
        for link in short:
            if link.mention.surface != stays:
                yield _finding(link, [stays], stays, rule)
    usual, *others = alike or ("",)
    for other in others:  # USA is no other acronym than US
        if min(len(usual), len(other)) >= ACRONYM and not (usual.startswith(other) or other.startswith(usual)):
            yield _finding(alike[other][0], [usual], alike[other][0].canonical or usual, rule)


def _bracketed(text: str, place: int) -> bool:
    """Answer whether a place is inside brackets, where other names of what was named are given: (also called ISIS or ISIL)."""
    near = max(0, place - GLOSS)
    return text.rfind("(", near, place) > text.rfind(")", near, place)


def two_forms(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find places named in full, as a noun, and by an acronym: the rarer of the two, with the other."""
    groups: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.entity is not None and link.kind == "place":
            groups[link.entity.id].append(link)
    for group in groups.values():
        short = [link for link in group if _acronym(link)]
        full = [link for link in group if not _acronym(link) and _noun(document, link)] if short else []
        if not full:
            continue
        few, many = (short, full) if len(short) <= len(full) else (full, short)
        for link in few:
            yield _finding(link, [many[0].mention.surface], many[0].mention.surface, rule)


def _noun(document: Document, link: Link) -> bool:
    """Answer whether "the" stands before the name and no noun behind it."""
    span = link.mention.span
    return document.folded.endswith("the ", 0, span.start) and bool(_FURTHER.match(document.text, span.end))


def _finding(link: Link, rivals: list[str], canonical: str, rule: Rule) -> Finding:
    others = ", ".join(map(repr, dict.fromkeys(rivals[: RIVALS + 1])))
    return rule.finding(
        link.mention.span,
        (),
        f"{rule.reason}: {link.mention.surface!r} here, {others} elsewhere; canonical: {canonical}",
    )
