"""House styles for names: what one says, how it is read, checked against a gazetteer, and drafted from an archive."""

from normalize.linking.profile.file import load_profile
from normalize.linking.profile.style import BASE, Form, Profile

__all__ = ["BASE", "Form", "Profile", "load_profile"]
