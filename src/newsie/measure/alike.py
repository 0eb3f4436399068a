"""A noun that says too little and what the numbers before measured in, its full name out.

新增省级龙头企业5家、市级9家          新增市级龙头企业
新建公厕12座，改造23座                改造公厕
排查隐患320处，整改300处              整改隐患
存栏生猪4万头，年出栏6万头            年出栏生猪
新增企业34户，总数达403户             企业总数
城镇新增就业363人，完成率134%         城镇新增就业完成率
"""

from __future__ import annotations

import re

from newsie.measure.figure import Phrase
from newsie.measure.thing import is_product

_LEVEL = re.compile(r"(?:国家)?[1-5]?A{1,5}级|(?:国家|部|省|市|县|区|州|乡镇|镇)级")
_SUMS = frozenset(("总数", "总数量", "总量"))
_NEW = re.compile(r"新(?:增|认定|培育|登记|注册|设立?|建|引进)|创[建成]|培育|认定|引进|建成")
# Deeds that are told of one object after another: 新建公厕12座，改造23座.
_BUILT = re.compile(
    r"(?:新增|新建|改建|扩建|改扩建|新改扩建|改造|提升改造|改造提升|续建|迁建|重建|维修|修缮|整修|加固|翻新|维护|拆除|更换|更新|新购|新改建|优化|调整|关停|新开通?)"
)
# 排查隐患320处，整改300处: what was found, and what was done about it.
_FOUND = re.compile(
    r"(?:共|累计)?(?:检查|排查|摸排|巡查|抽查|核查|发现|受理|接收|收到|接到|征集|交办|梳理|收集|走访|登记){1,2}(?:整治|整改)?出?"
)
_MENDED = re.compile(
    r"(?:已|全部|督促|责令|现场|当场|立即|立行|完成|限期)*(?:整改|立改|查处|立案查处|办结|化解|调解|调处|解决|处置|处理|交办|回复|答复|销号|取缔|关停|采纳)"
)
_STOCK = re.compile("(?:牧业年度|年末|期末|年)?(?:存栏|养殖)(?=..)")
_SLAUGHTERED = re.compile("(?:年|常年|累计)?出栏")
_ALIKE = ((_BUILT, _BUILT), (_FOUND, _MENDED), (_STOCK, _SLAUGHTERED))
_SETTLED = re.compile("调解|化解|劝阻|手术|救治|调处")
AMOUNTS = frozenset(("金额", "总金额", "价值", "总价值", "货值"))
_CLEARED = re.compile("拆除|拆迁|征收|清退|腾退|收回|盘活|整治")
# 高级职称860人、中级1200人
_GRADE = re.compile("(?:正高|副高|高|中|初)级")
# 房屋倒塌65间、严重损坏120间
_WRECKED = re.compile(
    r"(?:因灾)?([一-鿿]{0,4}(?:房屋|住房|民房|农房|校舍|大棚|圈舍))(?:倒塌|倒损|垮塌|损毁|受损|损坏|严重损坏|一般损坏)"
    r"|(?:倒塌|倒损|垮塌|损毁|损坏)([一-鿿]{0,4}(?:房屋|住房|民房|农房|校舍|大棚|圈舍))"
)
_DAMAGED = re.compile(
    r"(?:严重|一般|轻微|不同程度)(?:损坏|受损|损毁|倒损)|倒塌|倒损|损坏|受损|损毁"
)
# 产值亿元以上企业8家，其中超5亿元企业3家
_FIRMS_OF_SIZE = (
    r"(?:超过?|突破|过)?[\d.一二三四五六七八九十百千万亿]+元(?:以[上下])?的?(?:企业|公司|商户|户)"
)
_SIZED = re.compile(_FIRMS_OF_SIZE)
_SIZED_BEHIND = re.compile(rf"(?<=..){_FIRMS_OF_SIZE}$")
_MONEY = re.compile(r"(?:税[收金]|收入|产值|营收|利润|销售额|利税)$")
# 脆李收购价3元，蜜桃5元
_PRICE = re.compile(
    r"(?<=..)(?:收购价|批发价|零售价|市场价|地头价|售价|均价|价格)(?:每(?:公斤|斤|吨|头|只))?$"
)
_COMPLETION = "完成率"
_ALIKE_START = 2  # characters


def name_beside(
    noun: Phrase, head: Phrase, last: Phrase, *, same_unit: bool, rated: bool
) -> Phrase:
    """The full name of what a number measures, where its noun goes on from the one before.

    Args:
        noun: what stands before the number.
        head: what the sentence tells of.
        last: what the number before it measured.
        same_unit: whether both are of one unit.
        rated: whether the number before was a rate.
    """
    if noun.text == _COMPLETION and last and not rated:
        return last + noun
    if noun.text == "投资进度" and last.text.endswith("投资"):
        return last + noun[2:]
    if noun.text in _SUMS and (new := _NEW.match(head.text)):
        return head[new.end() :] + noun
    settled = _SETTLED.search(last.text) if noun.text == "成功率" else None
    if settled:
        return last[settled.start() : settled.end()] + noun
    if noun.text == "面积" and _CLEARED.match(last.text) and not same_unit:
        return last + noun  # 拆除违法建设320处、面积8万平方米
    if noun.text in AMOUNTS and last and not rated:
        return last + noun  # 授信86户、金额3亿元
    if noun.text.startswith("分散") and last.text.startswith("集中" + noun.text[2:]):
        return noun + last[len(noun.text) :]  # 集中供养老人86人，分散供养120人
    if noun.text.endswith(("企业", "公司", "户")) and _SIZED.fullmatch(noun.text):
        sized = _SIZED_BEHIND.search(last.text)
        if sized or _MONEY.search(last.text):
            return last[: sized.start() if sized else None] + noun
    if not same_unit:
        return Phrase()
    if _DAMAGED.fullmatch(noun.text) and (wrecked := _WRECKED.fullmatch(last.text)):
        building = 1 if wrecked[1] else 2
        return last[wrecked.start(building) : wrecked.end(building)] + noun
    if not rated and (priced := _PRICE.search(last.text)) and is_product(noun.text):
        return noun + last[priced.start() :]
    if _LEVEL.fullmatch(noun.text) and (level := _LEVEL.search(last.text)):
        end = level.end() + 2 * last.text.startswith("以上", level.end())
        return last[: level.start()] + noun + last[end:]
    grade = _GRADE.match(last.text) if _GRADE.fullmatch(noun.text) else None
    if grade:
        return noun + last[grade.end() :]
    for first, then in _ALIKE:
        done = first.match(last.text)
        if done and then.fullmatch(noun.text):
            return noun + last[done.end() :]
    return Phrase()


def name_alike(noun: Phrase, last: Phrase) -> Phrase:
    """管网新增完工数 where 管网新增开工数16处、新增完工数19处; nothing where they differ."""
    at = last.text.find(noun.text[:_ALIKE_START])
    alike = at > 1 and last.text[-1] == noun.text[-1] and noun.text[-1] in "数率量额比"
    return last[:at] + noun if alike and noun.text not in last.text else Phrase()
