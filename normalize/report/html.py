"""One self-contained page: the text with its changes marked, and tables of changes, names and findings.

Nothing is loaded and nothing runs: no script, no link, and a content policy that forbids both.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib import resources
from string import Template

from normalize.model import Claims, Decision, Edit, Finding, Link, Result, Span
from normalize.report.lines import name_table, visible


def to_html(result: Result, title: str = "text") -> str:
    """Return the report page for one result."""
    page = resources.files("normalize.report") / "page.html"
    links = [link for link in result.links if link.decision is not Decision.AMBIGUOUS or link.candidates]
    facts = (
        f"Language {result.document.lang}. {_count(len(result.edits), 'change')}, {_count(len(links), 'mention')}, "
        f"{_count(len(result.findings), 'finding')}. Offsets are code points of the original text."
    )
    return Template(page.read_text(encoding="utf-8")).substitute(
        title=escape(visible(title)),
        facts=escape(facts),
        lang=escape(result.document.lang),
        text=_marked(result),
        changes=_changes(result),
        names=_names(links),
        findings=_findings(result),
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _marked(result: Result) -> str:
    """Return the text with every edit, and every linked name and finding that no edit covers, marked."""
    text, reasons = result.original, _reasons(result)
    pieces: list[tuple[int, int, int, str]] = [
        (edit.span.start, edit.span.end, 0, _edit(edit, reasons.get(edit, edit.rule))) for edit in result.edits
    ]
    pieces += [(f.span.start, f.span.end, 1, _flag(text, f)) for f in result.findings if not f.edits]
    pieces += [(li.mention.span.start, li.mention.span.end, 2, _name(li)) for li in result.links]
    chosen: list[tuple[int, int, int, str]] = []  # disjoint; what comes first in the order wins a place
    claims = Claims(len(text))
    for piece in sorted(pieces, key=lambda piece: (piece[2], piece[0], -piece[1])):
        if claims.free(span := Span(piece[0], piece[1])):
            claims.take(span)
            chosen.append(piece)
    out, position = [], 0
    for start, end, _, html in sorted(chosen):
        out += [escape(text[position:start]), html]
        position = end
    return _safe("".join([*out, escape(text[position:])]))


def _safe(html: str) -> str:
    """Replace lone surrogates, which no encoding of a page can hold."""
    return html.encode("utf-8", "replace").decode("utf-8")


def _reasons(result: Result) -> dict[Edit, str]:
    return {edit: finding.message for finding in result.findings for edit in finding.edits}


def _edit(edit: Edit, reason: str) -> str:
    title = escape(f"{edit.rule}: {reason}")
    gone = f'<del title="{title}">{escape(edit.before)}</del>' if edit.before else ""
    come = f'<ins title="{title}">{escape(edit.after)}</ins>' if edit.after else ""
    return gone + come


def _flag(text: str, finding: Finding) -> str:
    title = escape(f"{finding.rule} ({finding.severity}): {finding.message}")
    return f'<mark title="{title}">{escape(finding.span.of(text))}</mark>'


def _name(link: Link) -> str:
    known = link.decision is Decision.LINKED
    title = f"{link.canonical}: {'; '.join(link.reasons)}" if known else f"{link.decision}: {'; '.join(link.reasons)}"
    style = "name" if known else "name nil"
    return f'<span class="{style}" title="{escape(title)}">{escape(link.mention.surface)}</span>'


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]], empty: str) -> str:
    """Return a table; cells are HTML already, those of a column headed "#" are numbers."""
    body = [
        "<tr>"
        + "".join(f'<td class="n">{c}</td>' if h == "#" else f"<td>{c}</td>" for h, c in zip(head, row, strict=True))
        + "</tr>"
        for row in rows
    ]
    if not body:
        return f'<p class="none">{escape(empty)}</p>'
    top = "".join(f"<th>{escape(name)}</th>" for name in head)
    return _safe(f"<table><thead><tr>{top}</tr></thead><tbody>{''.join(body)}</tbody></table>")


def _changes(result: Result) -> str:
    reasons = _reasons(result)
    rows = (
        (
            ":".join(map(str, result.document.position(edit.span.start))),
            f"<del>{_bdi(edit.before)}</del>" if edit.before else "",
            f"<ins>{_bdi(edit.after)}</ins>" if edit.after else "",
            escape(reasons.get(edit, "")) + f" <code>{escape(edit.rule)}</code>",
        )
        for edit in result.edits
    )
    return _table(("#", "Before", "After", "Why"), rows, "Nothing changes.")


def _names(links: list[Link]) -> str:
    rows = (
        (
            _bdi(row.canonical) if row.canonical else f"<em>{escape(row.decision)}</em>",
            escape(row.kind),
            ", ".join(f"{_bdi(form)} {number}x" for form, number in row.variants),
            str(row.count),
            f"<code>{escape(row.id)}</code>",
        )
        for row in name_table(links)
    )
    return _table(("Canonical", "Kind", "As written", "#", "Entity"), rows, "No names found.")


def _findings(result: Result) -> str:
    rows = (
        (
            ":".join(map(str, result.document.position(finding.span.start))),
            _bdi(finding.span.of(result.original)),
            escape(str(finding.severity)),
            escape(finding.message) + f" <code>{escape(finding.rule)}</code>",
        )
        for finding in result.findings
    )
    return _table(("#", "Words", "Severity", "Why"), rows, "No findings.")


def _bdi(text: str) -> str:
    return f"<bdi>{escape(visible(text))}</bdi>"
