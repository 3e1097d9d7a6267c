"""Names of places that are everyday words where they are written: Mali is Arabic for "financial", Tema Russian for "topic".

A country keeps such a name as a weak one, which needs the country named otherwise; a town of a list loses it.
"""

from __future__ import annotations

from normalize.text import fold

# Countries and regions, by language.
_COUNTRIES = {
    "ar": "مالي بنين",
    "fa": "مالی بنین موریس چک",
    "he": "בנין קניה ארובה",
    "zh": "中非 中美 查德 马利 馬利",
    "ja": "マリ チリ",
    "ko": "수단 건지",
    "ru": "Того",
    "uk": "Того",
    "kk": "Того",
}
_WEAK = frozenset((lang, form) for lang, forms in _COUNTRIES.items() for form in forms.split())

# Towns, in letters of which a list does not say the language.
_WORDS = frozenset(
    """
    абай айва баран барана барина бани береза берёза берёзки берізки бирюки бобу бойове брод броди буда бузьке вали видное
    владик воля гори горки горы горький гостре горіле грузький губа губин дача диво дуба есаул жданов железнодорожный заря
    заречний звёздный знаменка искра іскра канат карта качан кати кити киты клин кота краёва красне красное куки куска кусти
    куча лесной лида липа липки лира любеч мазурове марка мати метро мила мира мита монахи морена наги находка нижнее нижнє
    нова новое озерки озёрки осипенко осла отару пальма панда пасто пекло пески плиски подоли порт рак рака райполе республіка
    рева рева родники роса салам салта сани сарай секретарка серго сердите сердитое сода сокол солончаки сома стійке су́нжа
    суса сухар суша скельки тала татарка тема тихи троцк узловая феникс хост центральне чистай шахти шахты шлях явне якоб
    безыменное безіменне радушне радушное роскошное розкішне райське рибальче розсипне тепличне холодне холодное чарівне хромове
    весняне весняное відрадне обильное обільне пролісне пролесное поречье привольне привольное приміське станційне станционное
    ювілейне юбилейное южне южное комишувате комиші камыши колодязь колодязі колос сливине жовтневе червоне партизанське
    kuba 日本語 中央区 大学城 大學城 城关镇 旧城区 和平街 南大街 胜利路 友好区 恩典区 扩展区 光明市 南干道 海岸角
    """.split()
)
# An adjective, which opens sentences about whatever is Kyivan or Crimean: "Київський суд", "Кримське питання".
_ADJECTIVES = tuple("ий ый ій ой ське цьке ское цкое ская цкая ська цька".split())


def weak(lang: str, form: str) -> bool:
    """Answer whether a name of a country in a language is a word of it as well.

    >>> weak("ar", "مالي"), weak("fr", "Mali")
    (True, False)
    """
    return (lang, form) in _WEAK


def word(form: str) -> bool:
    """Answer whether a name of a town, in no language in particular, is an everyday word or an adjective.

    >>> word("Тема"), word("Київський"), word("Бровари")
    (True, True, False)
    """
    return fold(form) in _WORDS or (form.isalpha() and fold(form).endswith(_ADJECTIVES))
