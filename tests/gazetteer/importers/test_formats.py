"""Each format in a small file of its true shape."""

import json

import pytest

from normalize.gazetteer.importers import FORMATS, Options, entities
from normalize.model import InputError


def read(tmp_path, format_, text, options=None, more=False):
    path = tmp_path / "input"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    rejected = []
    return list(entities(str(path), format_, options or Options(), rejected.append, more=more)), rejected


def names(entity, *kinds):
    return [(alias.form, alias.lang, alias.kind) for alias in entity.names if not kinds or alias.kind in kinds]


BAGDAD = "Bagdad,بغداد"


def geonames_row(number="98182", name="Baghdad", ascii_name="Baghdad", others=BAGDAD, code="PPLC", country="IQ"):
    place = ["33.34058", "44.40088", "P", code, country, "", "07", "", "", "", "7216000"]
    cells = [number, name, ascii_name, others, *place,
             "", "41", "Asia/Baghdad", "2024-01-01"]  # fmt: skip
    return "\t".join(cells) + "\n"


def test_geonames(tmp_path):
    (baghdad,), rejected = read(tmp_path, "geonames", geonames_row())
    assert (baghdad.id, baghdad.kind, baghdad.type, baghdad.countries) == ("geonames-98182", "place", "city", ("IQ",))
    assert baghdad.ids == (("geonames", "98182"),)
    assert names(baghdad) == [
        ("Baghdad", "und-Latn", "main"),
        ("Bagdad", "und-Latn", "alternative"),
        ("بغداد", "und-Arab", "alternative"),
    ]
    assert not rejected


def test_geonames_rejects_rows_and_goes_on(tmp_path):
    rows = (
        geonames_row()
        + "98182\tBaghdad\n"
        + geonames_row(number="x")
        + geonames_row(name="Bagh\u202edad")
        + geonames_row()
    )
    found, rejected = read(tmp_path, "geonames", rows)
    assert len(found) == 2
    assert [(row.line, row.reason) for row in rejected] == [
        (2, "2 columns, 19 wanted"),
        (3, "'x' is no geonameid"),
        (4, "U+202E in a name"),
    ]


def test_geonames_filters(tmp_path):
    rows = geonames_row() + geonames_row("292223", "Dubai", "Dubai", "دبي", "PPLA", "AE")
    assert [e.names[0].form for e in read(tmp_path, "geonames", rows, Options(countries={"AE": "AE"}))[0]] == ["Dubai"]
    assert [e.names[0].form for e in read(tmp_path, "geonames", rows, Options(ids={"geonames-98182"}))[0]] == [
        "Baghdad"
    ]
    assert read(tmp_path, "geonames", rows, Options(types=frozenset({"river"})))[0] == []


def test_alternate_names(tmp_path):
    rows = (
        "1\t98182\tar\tبغداد\t1\t\t\t\t\t\n"
        "2\t98182\ten\tMadinat al-Salam\t\t\t\t1\t762\t1258\n"
        "3\t98182\tiata\tBGW\t\t\t\t\t\t\n"
        "4\t98182\tar\n"
    )
    found, rejected = read(tmp_path, "geonames", rows, more=True)
    assert [names(entity) for entity in found] == [
        [("بغداد", "ar-Arab", "main")],
        [("Madinat al-Salam", "en-Latn", "former")],
    ]
    assert (found[1].names[0].since, found[1].names[0].until) == ("762", "1258")
    assert [row.line for row in rejected] == [4]


ADAMS = {
    "type": "item",
    "id": "Q42",
    "labels": {"en": {"language": "en", "value": "Douglas Adams"}, "ru": {"language": "ru", "value": "Дуглас Адамс"}},
    "descriptions": {"en": {"language": "en", "value": "English writer"}},
    "aliases": {"en": [{"language": "en", "value": "Douglas Noel Adams"}]},
    "claims": {
        "P31": [{"rank": "normal", "mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": "Q5"}}}}],
        "P21": [{"rank": "normal", "mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": "Q6581097"}}}}],
        "P27": [{"rank": "normal", "mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": "Q145"}}}},
                {"rank": "normal", "mainsnak": {"snaktype": "somevalue"}}],
    },
}  # fmt: skip


def is_adams(entity):
    assert (entity.id, entity.kind, entity.gender, entity.about) == ("Q42", "person", "m", "English writer")
    assert names(entity) == [
        ("Douglas Adams", "en-Latn", "main"),
        ("Дуглас Адамс", "ru-Cyrl", "main"),
        ("Douglas Noel Adams", "en-Latn", "alternative"),
    ]


def test_wikidata_dump(tmp_path):
    text = "[\n" + json.dumps(ADAMS) + ",\n" + '{"type":"property","id":"P31","labels":{}},\n{"id": 3}\n' + "]\n"
    (adams,), rejected = read(tmp_path, "wikidata", text)
    is_adams(adams)
    assert [row.line for row in rejected] == [4]


def test_wikidata_country_in_its_own_word(tmp_path):
    (adams,), _ = read(tmp_path, "wikidata", json.dumps(ADAMS), Options(countries={"Q145": "GB"}))
    assert adams.countries == ("GB",)
    assert read(tmp_path, "wikidata", json.dumps(ADAMS), Options(countries={"Q796": "IQ"}))[0] == []


def test_wikidata_empty_claims_are_a_list(tmp_path):
    (item,), _ = read(tmp_path, "wikidata", json.dumps({**ADAMS, "claims": [], "aliases": [], "descriptions": []}))
    assert item.kind == "term"


@pytest.mark.parametrize("indent", [None, 2])
def test_wbgetentities(tmp_path, indent):
    text = json.dumps({"entities": {"Q42": ADAMS, "Q43": {"id": "Q43", "missing": ""}}, "success": 1}, indent=indent)
    (adams,), rejected = read(tmp_path, "wbgetentities", text)
    is_adams(adams)
    assert not rejected


def test_sparql(tmp_path):
    row = {
        "item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q42"},
        "itemLabel": {"type": "literal", "xml:lang": "en", "value": "Douglas Adams"},
        "itemAltLabel": {"type": "literal", "xml:lang": "en", "value": "Douglas Noel Adams, DNA"},
        "countryCode": {"type": "literal", "value": "GB"},
    }
    text = json.dumps({"head": {"vars": ["item"]}, "results": {"bindings": [row, {"other": row["item"]}]}})
    (adams,), rejected = read(tmp_path, "sparql", text)
    assert (adams.id, adams.countries, len(adams.names)) == ("Q42", ("GB",), 3)
    assert [row.reason for row in rejected] == ["no ?item in this row"]


def test_ftm_weak_names_never_link_alone(tmp_path):
    record = {
        "id": "local-1", "schema": "Person", "caption": "Esmail Qaani", "datasets": ["example"],
        "properties": {"name": ["Esmail Qaani", "Ismail Ghaani", "إسماعيل قاآني"], "alias": ["Esmaeil Ghaani"],
                       "weakAlias": ["The Commander"], "abbreviation": ["E.Q."], "country": ["ir"], "gender": ["male"]},
    }  # fmt: skip
    address = {"id": "local-2", "schema": "Address", "properties": {"full": ["Tehran"]}}
    (qaani,), rejected = read(tmp_path, "ftm", f"{json.dumps(record)}\n{json.dumps(address)}\n[]\n")
    assert names(qaani, "weak") == [("The Commander", "und-Latn", "weak"), ("E.Q.", "und-Latn", "weak")]
    assert names(qaani, "main") == [("Esmail Qaani", "und-Latn", "main"), ("إسماعيل قاآني", "und-Arab", "main")]
    assert (qaani.countries, qaani.gender) == (("IR",), "m")
    assert [row.line for row in rejected] == [3]


def test_paranames(tmp_path):
    text = "wikidata_id\teng\tlabel\tlanguage\ttype\nQ42\tDouglas Adams\tДуглас Адамс\tru\tPER\nQ42\tDouglas Adams\tx\n"
    (adams,), rejected = read(tmp_path, "paranames", text)
    assert names(adams) == [("Дуглас Адамс", "ru-Cyrl", "main"), ("Douglas Adams", "en-Latn", "main")]
    assert [row.line for row in rejected] == [3]


def test_jrc_names(tmp_path):
    text = "1\tP\tu\tBenjamin+Netanyahu\n1\tP\the\tבנימין+נתניהו\nx\tP\tu\tNobody\n".replace("\the\t", "\the\t")
    found, rejected = read(tmp_path, "jrc-names", text)
    assert [alias for entity in found for alias in names(entity)] == [
        ("Benjamin Netanyahu", "und-Latn", "spelling"),
        ("בנימין נתניהו", "he-Hebr", "spelling"),
    ]
    assert [row.line for row in rejected] == [3]


def test_ofac(tmp_path):
    sdn = (
        '1,"SOLEIMANI, Qasem","individual","SDGT","Commander",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a remark"\r\n'
        '2,"HIZBALLAH",-0- ,"SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
        "3,too,few\r\n\x1a"
    )
    found, rejected = read(tmp_path, "ofac", sdn)
    assert [(e.id, e.kind, e.names[0].form) for e in found] == [
        ("ofac-1", "person", "Qasem Soleimani"),
        ("ofac-2", "organisation", "HIZBALLAH"),
    ]
    assert [row.line for row in rejected] == [3, 4] or [row.line for row in rejected] == [3]
    alt = '1,11,"aka","SULAIMANI, Qasim",-0- \r\n2,12,"fka","ISLAMIC JIHAD","weak"\r\n'
    found, _ = read(tmp_path, "ofac", alt, more=True)
    assert [(e.id, *names(e)[0]) for e in found] == [
        ("ofac-1", "Qasim Sulaimani", "und-Latn", "alternative"),
        ("ofac-2", "Islamic Jihad", "und-Latn", "weak"),
    ]


UN = """<?xml version="1.0" encoding="utf-8"?>
<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" dateGenerated="2024-01-01T00:00:00">
  <INDIVIDUALS>
    <INDIVIDUAL>
      <DATAID>1</DATAID>
      <FIRST_NAME>AIMAN</FIRST_NAME><SECOND_NAME>MUHAMMED</SECOND_NAME><THIRD_NAME>RABI</THIRD_NAME>
      <FOURTH_NAME>AL-ZAWAHIRI</FOURTH_NAME>
      <UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE>
      <GENDER>Male</GENDER>
      <NAME_ORIGINAL_SCRIPT>أيمن محمد ربيع الظواهري</NAME_ORIGINAL_SCRIPT>
      <NATIONALITY><VALUE>Egypt</VALUE></NATIONALITY>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Ayman Al-Zawahari</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Doctor</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME/></INDIVIDUAL_ALIAS>
    </INDIVIDUAL>
    <INDIVIDUAL><FIRST_NAME>NOBODY</FIRST_NAME></INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES>
    <ENTITY>
      <DATAID>2</DATAID><FIRST_NAME>AL-QAIDA</FIRST_NAME>
      <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Al Qaeda</ALIAS_NAME></ENTITY_ALIAS>
    </ENTITY>
  </ENTITIES>
</CONSOLIDATED_LIST>
"""


def test_united_nations(tmp_path):
    (person, group), rejected = read(tmp_path, "un", UN)
    assert (person.id, person.kind, person.gender) == ("un-1", "person", "m")
    assert names(person) == [
        ("AIMAN MUHAMMED RABI AL-ZAWAHIRI", "und-Latn", "main"),
        ("أيمن محمد ربيع الظواهري", "und-Arab", "main"),
        ("Ayman Al-Zawahari", "und-Latn", "alternative"),
        ("The Doctor", "und-Latn", "weak"),
    ]
    assert (group.kind, [form for form, *_ in names(group)]) == ("organisation", ["AL-QAIDA", "Al Qaeda"])
    assert [row.reason for row in rejected] == ["no DATAID"]


def test_popolo(tmp_path):
    text = json.dumps({
        "meta": {"sources": ["a site"]},
        "persons": [
            {"id": "p1", "name": "Nabih Berri", "gender": "male", "identifiers": [{"scheme": "own", "identifier": "7"}],
             "other_names": [{"name": "نبيه بري", "lang": "ar", "note": "multilingual"}, {"name": "Nabih Berry"}]},
            {"name": "Without Id"},
        ],
        "organizations": [{"id": "o1", "name": "Amal Movement", "classification": "party"}],
        "memberships": [{"person_id": "p1", "organization_id": "o1"}],
    })  # fmt: skip
    (person, party), rejected = read(tmp_path, "popolo", text)
    assert [form for form, *_ in names(person)] == ["Nabih Berri", "نبيه بري", "Nabih Berry"]
    assert (person.gender, person.ids, party.kind, party.type) == ("m", (), "organisation", "party")
    assert [row.reason for row in rejected] == ["no id"]


@pytest.mark.parametrize(
    ("format_", "text"),
    [
        ("csv", 'key,label,arabic,aka,land\nq,Esmail Qaani,إسماعيل قاآني,"Ismail Qani; Ismail Ghaani",IR\nx,y\n'),
        ("tsv", "key\tlabel\tarabic\taka\tland\nq\tEsmail Qaani\tإسماعيل قاآني\tIsmail Qani|Ismail Ghaani\tIR\nx\ty\n"),
        ("jsonl", '{"key":"q","label":"Esmail Qaani","arabic":"إسماعيل قاآني","aka":["Ismail Qani","Ismail Ghaani"],'
                  '"land":"IR"}\n{"key": }\n'),
    ],
)  # fmt: skip
def test_tables_with_a_map_of_columns(tmp_path, format_, text):
    columns = {"id": "key", "name": "label", "name:ar": "arabic", "alias": "aka", "country": "land"}
    (qaani,), rejected = read(tmp_path, format_, text, Options(columns=columns))
    assert (qaani.id, qaani.countries, qaani.kind) == ("q", ("IR",), "person")
    assert names(qaani) == [
        ("Esmail Qaani", "und-Latn", "main"),
        ("إسماعيل قاآني", "ar-Arab", "main"),
        ("Ismail Qani", "und-Latn", "alternative"),
        ("Ismail Ghaani", "und-Latn", "alternative"),
    ]
    assert len(rejected) == 1


def test_a_table_without_the_mapped_column_is_refused(tmp_path):
    with pytest.raises(InputError, match="no column 'label'"):
        read(tmp_path, "csv", "id,name\n1,x\n", Options(columns={"name": "label"}))


def test_a_table_with_a_column_twice_is_refused(tmp_path):
    (tmp_path / "x").write_text("name,name,id\nQaani,Ghani,q1\n", encoding="utf-8")
    with pytest.raises(InputError, match="the column 'name' stands 2 times"):
        list(entities(str(tmp_path / "x"), "csv", Options(), print))


def test_names_in_other_languages_are_left_out(tmp_path):
    (adams,), _ = read(tmp_path, "wikidata", json.dumps(ADAMS), Options(languages=frozenset({"ru"})))
    assert names(adams) == [("Дуглас Адамс", "ru-Cyrl", "main")]


def test_unknown_format(tmp_path):
    with pytest.raises(InputError, match="unknown format 'xls'; known: csv"):
        read(tmp_path, "xls", "")
    assert len(FORMATS) == 13
