"""One letter, one romanisation: what the scripts with an alphabet share.

Sources: Unicode names of the letters, BGN/PCGN tables for the scripts, and for Arabic letters the usage of
the large
agencies (qaf is q, not k). Marks without a sound are "".
"""

from __future__ import annotations


def _pairs(text: str) -> dict[str, str]:
    """Read "letter=latin" pairs separated by blanks; "letter=" is silent."""
    return dict(item.split("=") for item in text.split())


ARABIC = _pairs(
    "ا=a أ=a إ=i آ=a ٱ=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع= غ=gh ف=f ق=q ك=k "
    "ل=l م=m ن=n ه=h و=w ي=y ى=a ة=a ء= ئ=i ؤ=u پ=p چ=ch ژ=zh گ=g ک=k ی=y ڤ=v ۆ=o ێ=e ە=e ڕ=r ڵ=l ۊ=u ھ=h ہ=h ۃ=a "
    "ے=e ۓ=e ٹ=t ڈ=d ڑ=r ں=n ټ=t ډ=d ړ=r ږ=zh ښ=sh ڼ=n څ=ts ځ=dz ې=e ۍ=ay ګ=g ۀ=e ۇ=u ۋ=v ڭ=ng "
    "َ=a ُ=u ِ=i ً=an ٌ=un ٍ=in ّ= ْ= ٰ=a ـ= ٔ= ٕ="
)
HEBREW = _pairs(
    "א=a ב=v ג=g ד=d ה=h ו=v ז=z ח=h ט=t י=y כ=kh ך=kh ל=l מ=m ם=m נ=n ן=n ס=s ע=a פ=f ף=f צ=ts ץ=ts ק=k ר=r ש=sh ת=t "
    "ײ=ey ױ=oy װ=v ׳= ״="
)
CYRILLIC = _pairs(
    "а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh "
    "щ=shch ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g ў=w ђ=dj ѓ=gj ј=j љ=lj њ=nj ћ=c ќ=kj џ=dz ѕ=dz ә=a ғ=gh қ=q ң=ng "
    "ө=o ұ=u ү=u һ=h җ=j ҳ=h ҷ=j ӣ=i ӯ=u ҝ=g ҹ=j ԥ=p ӏ="
)
GREEK = _pairs("α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o")
ARMENIAN = _pairs(
    "ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o չ=ch պ=p "
    "ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f և=ev"
)
GEORGIAN = _pairs(
    "ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=q შ=sh ჩ=ch ც=ts "
    "ძ=dz წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h"
)
KANA = _pairs(
    "ア=a イ=i ウ=u エ=e オ=o カ=ka キ=ki ク=ku ケ=ke コ=ko サ=sa シ=shi ス=su セ=se ソ=so タ=ta チ=chi ツ=tsu テ=te ト=to "
    "ナ=na ニ=ni ヌ=nu ネ=ne ノ=no ハ=ha ヒ=hi フ=fu ヘ=he ホ=ho マ=ma ミ=mi ム=mu メ=me モ=mo ヤ=ya ユ=yu ヨ=yo ラ=ra リ=ri "
    "ル=ru レ=re ロ=ro ワ=wa ヲ=o ン=n ガ=ga ギ=gi グ=gu ゲ=ge ゴ=go ザ=za ジ=ji ズ=zu ゼ=ze ゾ=zo ダ=da ヂ=ji ヅ=zu デ=de ド=do "
    "バ=ba ビ=bi ブ=bu ベ=be ボ=bo パ=pa ピ=pi プ=pu ペ=pe ポ=po ヴ=vu ァ=a ィ=i ゥ=u ェ=e ォ=o ャ=ya ュ=yu ョ=yo ッ= ー= "
    "キャ=kya キュ=kyu キョ=kyo シャ=sha シュ=shu ショ=sho シェ=she チャ=cha チュ=chu チョ=cho チェ=che ニャ=nya ニュ=nyu ニョ=nyo "
    "ヒャ=hya ヒュ=hyu ヒョ=hyo ミャ=mya ミュ=myu ミョ=myo リャ=rya リュ=ryu リョ=ryo ギャ=gya ギュ=gyu ギョ=gyo ジャ=ja ジュ=ju "
    "ジョ=jo ジェ=je ビャ=bya ビュ=byu ビョ=byo ピャ=pya ピュ=pyu ピョ=pyo ファ=fa フィ=fi フェ=fe フォ=fo ティ=ti ディ=di トゥ=tu "
    "ドゥ=du デュ=dyu ウィ=wi ウェ=we ウォ=wo ヴァ=va ヴィ=vi ヴェ=ve ヴォ=vo ツァ=tsa ツィ=tsi ツェ=tse ツォ=tso"
)
DEVANAGARI = _pairs(
    "अ=a आ=a इ=i ई=i उ=u ऊ=u ऋ=ri ए=e ऐ=ai ओ=o औ=au क=ka ख=kha ग=ga घ=gha ङ=na च=cha छ=chha ज=ja झ=jha ञ=na ट=ta ठ=tha "
    "ड=da ढ=dha ण=na त=ta थ=tha द=da ध=dha न=na प=pa फ=pha ब=ba भ=bha म=ma य=ya र=ra ल=la व=va श=sha ष=sha स=sa ह=ha "
    "ळ=la ा=a ि=i ी=i ु=u ू=u ृ=ri े=e ै=ai ो=o ौ=au ं=n ँ=n ः= ्= ़= ऑ=o ॉ=o"
)

# Language by language, where the same letter is read otherwise.
BY_LANGUAGE: dict[str, dict[str, str]] = {
    "uk": _pairs("г=h и=y ґ=g є=ye щ=shch"),
    "be": _pairs("г=h"),
    "bg": _pairs("щ=sht ъ=a ц=ts х=h"),
    "sr": _pairs("х=h ж=z ч=c ш=s ц=c"),
    "mk": _pairs("х=h ж=z ч=c ш=s ц=c"),
    "fa": _pairs("و=v ض=z ث=s ذ=z ة=e ه=h"),
    "ckb": _pairs("ج=j ق=q ع=a ح=h"),
    "ku": _pairs("ج=j ق=q ع=a"),
}
LETTERS: dict[str, dict[str, str]] = {
    "Arab": ARABIC, "Hebr": HEBREW, "Cyrl": CYRILLIC, "Grek": GREEK, "Armn": ARMENIAN, "Geor": GEORGIAN,
    "Kana": KANA, "Hira": KANA, "Deva": DEVANAGARI,
}  # fmt: skip
