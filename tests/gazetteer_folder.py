"""A small sound gazetteer in a folder, to be spoilt or worked on."""

from pathlib import Path

from normalize.gazetteer.table import COLUMNS

PEOPLE = """esmail-qaani	person	IR	m	wikidata=Q5398131	commander of the Quds Force	curated
masoud-pezeshkian	person	IR	m		president of Iran	curated
naim-qassem	person	LB	m		secretary general of Hezbollah	curated"""
NAMES = """esmail-qaani	en-Latn	main	Esmail Qaani			curated
esmail-qaani	en-Latn	short	Qaani			curated
esmail-qaani	en-Latn	transliteration	Ismail Ghaani			curated
esmail-qaani	fa-Arab	main	اسماعیل قاآنی			curated
masoud-pezeshkian	en-Latn	main	Masoud Pezeshkian			curated
masoud-pezeshkian	fa-Arab	main	مسعود پزشکیان			curated
naim-qassem	ar-Arab	main	نعيم قاسم			curated
naim-qassem	en-Latn	main	Naim Qassem			curated"""
PLACES = "kyiv	city	UA			capital of Ukraine	curated"
PLACE_NAMES = """kyiv	en-Latn	former	Kiev			curated
kyiv	en-Latn	main	Kyiv			curated
kyiv	uk-Cyrl	main	Київ			curated"""


def file_of(role, rows):
    """The bytes of a source file with these rows."""
    return ("\t".join(COLUMNS[role]) + "\n" + "".join(f"{row}\n" for row in rows)).encode()


def sound(folder: Path) -> Path:
    """Write a gazetteer without a fault."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, role, text in (
        ("people.entities.tsv", "entities", PEOPLE),
        ("people.names.tsv", "names", NAMES),
        ("places.entities.tsv", "entities", PLACES),
        ("places.names.tsv", "names", PLACE_NAMES),
    ):
        (folder / name).write_bytes(file_of(role, text.split("\n")))
    return folder


def add_rows(folder: Path, name, *rows):
    """Put rows into a source file, in order; the file comes into being where there is none."""
    path = folder / name
    role = name.removesuffix(".tsv").rpartition(".")[2]
    old = path.read_text(encoding="utf-8").split("\n")[1:-1] if path.exists() else []
    path.write_bytes(file_of(role, sorted([*old, *rows])))
