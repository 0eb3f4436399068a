"""The words of a list of honours in, the same out with what is said once for all said of each.

Forms that are taken:
    男子100米、200米两项冠军          of each event
    一二三等奖                        一等奖、二等奖、三等奖
    男子组一、二、三名                第一名、第二名、第三名
    男、女水翼板比赛冠军              of both
    五一劳动奖状、奖章                五一劳动奖状、五一劳动奖章
    三八红旗手（集体）                三八红旗手、三八红旗集体
    第三届、第四届“全国文明村镇”      of each session
    海州市“文明村”“卫生村”            of each whose it is
"""

from __future__ import annotations

import re

_QUOTES = re.compile("[“”‘’「」『』\"'《》〈〉]")
# 男子组一、二、三名, 总分第一、二名: places whose words are said once for all of them
_PLACES = re.compile(
    r"第?(?P<places>[一二三四五六七八](?:[、和][一二三四五六七八]){1,7})名(?![学同选教职医队])"
)
# 一二三等奖: the ranks in one word
_RANKS = re.compile(r"(?P<ranks>[特一二三四]{2,4})等奖")
# 男子甲组100米、200米两项冠军: the rank of each event, and whose events they are
_RANK = r"(?:[金银铜][奖牌]|[冠亚季]军|第[一二三四五六七八]名|[一二三]等奖)"
_EVENTS = re.compile(
    r"^(?P<of>[男女混][^，；：“”、0-9]{0,6}?)(?P<events>(?:[0-9][^，；：“”、的]{1,9}|跳[高远]|[铅标][球枪]|铁饼)"
    r"(?:[、和](?:[0-9][^，；：“”、的]{1,9}?|跳[高远]|三级跳远|[铅标][球枪]|铁饼|接力)){1,4})"
    rf"(?:[两二三四五]个?(?:项目?|枚|块))?的?(?P<rank>{_RANK})$"
)
# 黄茶组银、铜两奖: the noun said once, with how many
_MEDALS = re.compile(r"(?P<medals>[金银铜](?:[、和][金银铜]){1,2})[两三][块枚个]?(?P<noun>[奖牌])")
# 男、女水翼板比赛冠军: of both, the words behind said once
_OF_BOTH = re.compile(
    r"男(?P<one>子?)[、和]女(?P<other>子?)(?:比赛的?|项目的?)?(?P<of>[^，、；男女]{2,24})$"
)
# 五一劳动奖状、奖章 and 三八红旗手（集体）: names whose head or tail every reader fills in
_SPELT = (
    (
        re.compile(
            r"(?P<of>[^，。、“”]{0,16}劳动)奖(?P<one>[状章])(?P<and>[、和及与（])奖(?P<other>[状章])）?"
        ),
        r"\g<of>奖\g<one>、\g<of>奖\g<other>",
    ),
    (
        re.compile(r"(?P<of>[^，。、“”]{0,16}三八红旗)手[、和（](?:三八)?(?:红旗)?集体）?"),
        r"\g<of>手、\g<of>集体",
    ),
)
# “首届海州楷模暨第二届最美海州人”: two titles in one pair of quotes
_JOINED_TITLES = re.compile(r"“(?P<one>[^“”暨]{3,24})暨(?P<other>[^“”暨]{3,24})”")
# 第三届、第四届“全国文明村镇”: of each year or session, the words behind said once
_SESSION = r"(?:(?:全[国省市区县])?第[0-9一二三四五六七八九十]+[届批次]|(?:19|20)[0-9]{2}年度?)"
_SESSIONS = re.compile(
    rf"(?P<each>{_SESSION}(?:[、和及]{_SESSION}){{1,5}})(?:的)?(?P<of>“[^“”]{{2,24}}”|[^“”、，；：和第0-9]{{2,24}})"
)
# 第一批列入中国传统村落名录的村落名单: what they are listed as
_LISTED_IN = re.compile(
    r"(?P<batch>第.{1,3}批|首批)(?:拟)?列入(?P<name>[^，。；列]{3,20}?)(?:名[录单])?(?:的[^，。；]{1,4})?(?=名单|$)"
)
# 第十二、十三届: the word said once
_SESSIONS_IN_ONE = re.compile(
    r"第(?P<each>[一二三四五六七八九十百]+(?:[、和及][一二三四五六七八九十百]+){1,5})(?P<of>[届批])"
)

# 海州市“文明村”“卫生村”: whose both are; “全国文明村” says its own
_OWN_DIVISION = re.compile(
    rf"({_SESSION}?(?:全[国省市区县]|国家级?|[省市区县州镇]级?|(?![^“]*[的和与])[\u4e00-\u9fff]{{2,6}}[省市区县州]))“"
)
# 2020年柳湾脱贫“奋进奖”“贡献奖”: so of any prizes in a row that end alike
_OWN_HEAD = re.compile(
    r"(?P<head>[^，。；：“”的了等]{2,30})“[^“”]{1,8}(?P<noun>奖|之星|能手|标兵|先锋)”$"
)
_SHORT = re.compile(r"“[^“”]{1,8}”$")
_OF_ITS_OWN = re.compile(
    r"(?:(?:19|20)[0-9]{2}|全[国省市区县]|国家|中国|世界|第|[\u4e00-\u9fff]{0,5}[省市区县州](?![委直]))"
)


def spell_out(text: str) -> str:
    """Say of each what is said once for all, in canonical text.

    >>> spell_out("第三届、第四届全国文明村镇")
    '第三届全国文明村镇、第四届全国文明村镇'
    >>> spell_out("海州市五一劳动奖状、奖章")
    '海州市五一劳动奖状、海州市五一劳动奖章'
    >>> spell_out("第五、六届全国文明单位")
    '第五届全国文明单位、第六届全国文明单位'
    """

    def spell(found: re.Match[str]) -> str:
        return "、".join(f"第{place}名" for place in re.split("[、和]", found["places"]))

    def spell_events(found: re.Match[str]) -> str:
        events = re.split("[、和]", found["events"])
        return "、".join(found["of"] + event + found["rank"] for event in events)

    def spell_each(found: re.Match[str]) -> str:
        return "、".join(f"第{each}{found['of']}" for each in re.split("[、和及]", found["each"]))

    def spell_sessions(found: re.Match[str]) -> str:
        return "、".join(each + found["of"] for each in re.split("[、和及]", found["each"]))

    text = _JOINED_TITLES.sub(r"“\g<one>”、“\g<other>”", text)
    text = _EVENTS.sub(spell_events, text)
    text = _MEDALS.sub(lambda m: "、".join(c + m["noun"] for c in m["medals"][::2]), text)
    text = _RANKS.sub(lambda found: "、".join(f"{rank}等奖" for rank in found["ranks"]), text)
    for spelt, whole in _SPELT:
        text = spelt.sub(whole, text)
    text = _LISTED_IN.sub(r"\g<batch>\g<name>", text)
    text = _SESSIONS_IN_ONE.sub(spell_each, text)
    text = _SESSIONS.sub(spell_sessions, _PLACES.sub(spell, text))
    return _OF_BOTH.sub(r"男\g<one>\g<of>、女\g<other>\g<of>", text)


def whose_is(part: str, before: str, joint: str, follows: str = "") -> str:
    """Whose an honour in quotes is, said right before it or before the one that it follows.

    Args:
        follows: the part right behind, which may be another of the same.

    >>> whose_is("海州市“文明村”", "", ""), whose_is("“卫生村”", "海州市", "、")
    ('海州市', '海州市')
    >>> whose_is("“卫生村”", "海州市", "，")
    ''
    >>> whose_is("2020年柳湾脱贫“奋进奖”", "", "", "“贡献奖”")
    '2020年柳湾脱贫'
    """
    if own := _OWN_DIVISION.match(part):
        return own[1]
    if (head := _OWN_HEAD.match(part)) and _SHORT.match(follows):
        return head["head"] if follows.endswith(f"{head['noun']}”") else ""
    lends = part.startswith("“") and "，" not in joint and not _OF_ITS_OWN.match(part, 1)
    return before if lends else ""


def unquote(text: str) -> str:
    """The text without quotation marks of any kind."""
    return _QUOTES.sub("", text)
