"""Whether a name stands in Chinese text, or parts of other words do: 统一战线 ("united front") holds no 一战.

Chinese has no blanks between words. How a text is divided is told by how frequent words are: of all ways to cut what
stands around a name, the likeliest has to cut it out. Words and frequencies are jieba's (`data/jieba.txt`); unknown
names of people, and foreign ones by the characters that write their sounds, are weighed as words.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from math import inf

AROUND = 6  # characters on either side that are looked at
LONGEST = 10  # characters of a piece
SURE = 5  # characters of a name that no accident makes
REMEMBERED = 1 << 12  # answers
# Nats, fitted on the tagged People's Daily of January 1998: with less of a margin names are lost, with more, halves of words
# stay. What a piece costs that is no listed word: a character; a foreign name, and each of its sounds, a frequent one; a surname with
# two characters of a given name; a name of a gazetteer.
MARGIN = 1.2
RARE = 16.0
FOREIGN, SOUND, OFTEN = 5.5, 5.5, 4.0
PERSON = 22.0
NAME = 12.0
# The characters of foreign names, by the tables of Xinhua.
SOUNDS = frozenset(
    "阿埃艾爱安昂奥澳巴白班邦保鲍贝本比彼毕别宾波伯博勃布查茨达代丹当道德登邓狄迪蒂丁杜敦多顿俄厄恩尔法凡范菲费芬丰冯佛弗福夫富盖甘"
    "冈高戈哥格葛根贡古瓜圭哈海汉翰豪赫黑亨洪侯胡华惠霍基吉加贾简姜杰金津京喀卡凯坎康考柯科克肯孔库夸昆拉莱赖兰朗劳勒雷黎里利莉立丽"
    "连廉良列林琳龙卢鲁路吕伦罗洛马玛迈麦曼芒毛梅蒙米密敏明缪莫默姆木穆纳娜奈南内尼年涅宁纽农努诺欧帕潘庞培佩彭皮平珀普齐契恰乔切彻钦"
    "琼丘让热仁日荣茹儒瑞若撒萨塞赛桑瑟森沙莎山尚绍舍申圣施史士世舒朔斯丝思松苏索塔泰坦汤唐陶特腾提滕图土托脱瓦万旺威韦维魏温文翁沃"
    "乌武西希锡夏香肖谢辛欣兴休修雅亚扬耶叶伊易因英尤于约泽扎詹占赞珍芝治朱兹子佐娅"
)
FREQUENT = frozenset(
    "斯尔克拉亚特德罗里马巴尼利阿达卡伊兰维格布科莱萨托诺多瓦迪恩曼基普雷奥埃贝弗勒洛加伯蒙"
)  # of these
TOWNS = frozenset("市县縣区區")  # what a place is, written behind its name and part of it
SEATS = TOWNS | frozenset("镇鎮乡鄉村州省港站")
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖"
    "贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申"
    "欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古"
    "吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)


@lru_cache(maxsize=1)
def costs() -> dict[str, float]:
    """Return how little is said by each listed word and character: its negative logarithmic frequency.

    >>> costs()["国家"] < costs()["军营"]
    True
    """
    rows = (files("normalize.text") / "data" / "chinese.txt").read_text("utf-8").splitlines()
    return {word: float(cost) for cost, *words in map(str.split, rows) for word in words}


def stands(text: str, start: int, end: int) -> bool:
    """Answer whether the words around a name leave it whole.

    >>> stands("增加利润", 1, 3), stands("会见加利", 2, 4)
    (False, True)
    """
    if end - start >= SURE:
        return True
    first, last = start, end
    while first > max(0, start - AROUND) and _han(text[first - 1]):
        first -= 1
    while last < min(len(text), end + AROUND) and _han(text[last]):
        last += 1
    if last - first == end - start:
        return True
    around, start, end = text[first:last], start - first, end - first
    return _lost(around, start, end) <= MARGIN or (
        around[end : end + 1] in TOWNS and _lost(around, start, end + 1) <= 0
    )


def _han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


@lru_cache(maxsize=REMEMBERED)
def _lost(around: str, start: int, end: int) -> float:
    """Return what it costs to cut out a name: how much more than to cut as is likeliest."""
    listed = costs()
    name = min(NAME, listed.get(around[start:end], NAME))
    return _least(around[:start], listed) + name + _least(around[end:], listed) - _least(around, listed)


def _least(window: str, listed: Mapping[str, float]) -> float:
    """Return what the likeliest way to cut a stretch costs."""
    least = [0.0]
    for end in range(1, len(window) + 1):
        starts = range(max(0, end - LONGEST), end)
        least.append(min([least[start] + _cost(window[start:end], listed) for start in starts]))
    return least[-1]


def _cost(piece: str, listed: Mapping[str, float]) -> float:
    size = len(piece)
    if size == 1:
        return listed.get(piece, RARE)
    cost = listed.get(piece, inf)
    if size == 3 and piece[0] in SURNAMES:
        cost = min(cost, PERSON)
    if SOUNDS.issuperset(piece):
        cost = min(cost, FOREIGN + sum([OFTEN if sound in FREQUENT else SOUND for sound in piece]))
    return cost
