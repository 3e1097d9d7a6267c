"""Who is named in a document."""

from normalize.linking.linker import Linker
from normalize.linking.policy import DEFAULT, POLICIES

__all__ = ["DEFAULT", "POLICIES", "Linker"]
