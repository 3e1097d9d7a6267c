"""datatrove: a step that cleans documents and can keep what it took out."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from datatrove.data import Document, DocumentsPipeline
from datatrove.pipeline.base import PipelineStep

from normalize.cleaner import Cleaner
from normalize.model import Result


class NormalizeStep(PipelineStep):
    """Yields each document with its text cleaned and its metadata kept.

    Statistics count documents, those changed, edits, and findings by rule. Lines that are taken out (page furniture)
    go to `exclusion_writer` as documents of their own, with the rule and their place in the original.
    """

    name = "normalize"
    type = "✂️ - FORMAT"

    def __init__(self, cleaner: Cleaner | None = None, exclusion_writer: Any = None) -> None:
        super().__init__()
        self.cleaner = cleaner or Cleaner()
        self.exclusion_writer = exclusion_writer

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:  # noqa: ARG002
        """Yield the cleaned documents; those that came are not changed."""
        with self.exclusion_writer or contextlib.nullcontext() as writer:
            for document in data or ():
                with self.track_time():
                    result = self.cleaner.clean(document.text, document.id)
                self._count(result)
                if writer is not None:
                    for block in _removed(document, result):
                        self.stat_update("blocks removed")
                        writer.write(block, rank)
                cleaned = replace(document, text=result.text)
                self.update_doc_stats(cleaned)
                yield cleaned

    def _count(self, result: Result) -> None:
        self.stat_update("total", "forwarded")
        if result.edits:
            self.stat_update("changed")
            self.stat_update("edits", value=len(result.edits))
        for finding in result.findings:
            self.stat_update(f"finding {finding.rule}")


def _removed(document: Document, result: Result) -> Iterator[Document]:
    """Yield each whole line that an edit takes out."""
    for number, edit in enumerate(result.edits):
        if not edit.after and "\n" in edit.before and edit.before.strip():
            about = {"rule": edit.rule, "start": edit.span.start, "end": edit.span.end}
            metadata = {**document.metadata, "filter_reason": edit.rule, "removed": about}
            yield Document(text=edit.before.strip("\n"), id=f"{document.id}/{number}", metadata=metadata)
