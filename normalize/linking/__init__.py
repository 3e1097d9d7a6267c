"""Who is named in a document."""

from normalize.linking.linker import Linker
from normalize.linking.policy import DEFAULT, POLICIES
from normalize.linking.profile import BASE, Form, Profile, load_profile

__all__ = ["BASE", "DEFAULT", "POLICIES", "Form", "Linker", "Profile", "load_profile"]
