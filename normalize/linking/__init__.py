"""Who is named in a document."""

from normalize.linking.linker import Linker

__all__ = ["Linker"]
