"""Spellings of one name met in newspapers and libraries, and the family it must not be taken for."""

GIVEN = (
    "Muammar", "Moammar", "Mouammar", "Mu'ammar", "Muamar", "Moamar", "Mo'ammar", "Moamer", "Muammer", "Moamma", "Mu’ammar",
    "Moammer",
)  # fmt: skip
FAMILY_NAME = (
    "Gaddafi", "Qaddafi", "Gadhafi", "Qadhafi", "Kadhafi", "Kaddafi", "Khadafi", "Khadafy", "Khaddafi", "Gathafi",
    "Qathafi", "al-Gaddafi", "al-Qaddafi", "al-Qadhafi", "al-Gathafi", "Al Qathafi", "el-Gaddafi", "el Kadhafi", "al-Kaddafi",
    "Gheddafi", "Kadafi", "Gadafi", "Qadafi", "Ghaddafi", "Ghadaffi", "Gaddafy", "Qadhdhafi", "al-Qadhdhafi", "Kazzafi",
    "Al-Qadafi", "Elkaddafi", "Gadaffi", "Quathafi", "Qudhafi", "Zadafy",
)[:-1]  # fmt: skip
SPELLINGS = tuple(
    [f"Muammar {family}" for family in FAMILY_NAME]
    + [f"{given} Gaddafi" for given in GIVEN]
    + [f"{given} {family}" for given, family in zip(GIVEN * 3, FAMILY_NAME[1:], strict=False)]
    + [
        "Gaddafi, Muammar",
        "Colonel Muammar Gaddafi",
        "Col. Moammar Gadhafi",
        "MUAMMAR AL-QADHAFI",
        "Muammar Muhammad al-Gaddafi",
    ]
)
FAMILY = (
    "Saif al-Islam Gaddafi", "Hannibal Gaddafi", "Hannibal Muammar Gaddafi", "Mutassim Gaddafi", "Khamis Gaddafi", "Saadi Gaddafi",
    "Aisha Gaddafi", "Muhammad Gaddafi", "Saif al-Arab Gaddafi", "Safia Farkash Gaddafi", "Hana Gaddafi",
)  # fmt: skip
