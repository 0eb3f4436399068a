"""The conferring of an honour: of which year it is, when it was done, whether at another time."""

from __future__ import annotations

import re
from dataclasses import replace

from newsie.article import Article, Mention, Sentence
from newsie.honour.contest import CONTEST_NAME
from newsie.honour.name import Honour
from newsie.honour.noun import KIND
from newsie.honour.selection import name_span
from newsie.rules import Match

_YEAR_OF = re.compile(r"((?:19|20)[0-9]{2})年度(?P<of>[^，。；》]{0,30})")
# Behind the year of an appraisal as a whole: 2024年度考核, 2023年度先进.
_GENERAL = re.compile(r"先进|优秀|工作|评选|考核|表彰|颁奖|典礼|大赛|年会|总结|目标|奖$")
# What is won in a contest or appraisal: its year is the honour's.
_CONTESTED = re.compile(
    r"奖$|[等金银铜]奖|奖牌$|[金银铜]牌$|[冠亚季]军$|第.{1,3}名$|最佳.{1,8}$|单位$|集体$|个人$"
)
_QUOTED = re.compile(r"“[^”]*”")
_CONTEST = re.compile(
    r"(今年|(?:19|20)[0-9]{2}年)(?:的|第)?[^，。；]{0,24}(?:大赛|竞赛|比赛|评选|考核|比武|运动会)"
)
_CEREMONY = re.compile(
    r"((?:19|20)[0-9]{2})年度?[^，。；\n]{0,30}(?:颁奖|表彰|评选|考核|竞赛|大赛|评比|总结|先进|获奖|名单)"
)
_YEARLY = re.compile(r"(?:19|20)[0-9]{2}年度?(?:全[省市县区镇])?(?=.{4})")
# 2011年被认定为…; 2010年至2018年，连续九年被…评为…: the year right before the verb
_WON_IN = re.compile(
    r"((?:19|20)[0-9]{2})年(?:又|还|再次|成功|被)*$|[至—、-]((?:19|20)[0-9]{2})年，?连续[0-9一二三四五六七八九十两]+[年次届]$"
)
_LAST_YEAR = re.compile(r"上(?:一)?年度[^，。；]{0,12}(?:表彰|先进|考核)")
_THIS_YEAR = re.compile(r"(?:今年|本年度)，?(?:[^，。；]{1,5})?共?(?:评选|表彰|命名)")


# 全国电力行业质量成果二等奖: what says itself of what it is
_OF_ITS_OWN = re.compile("全[国省市区县]|国家|中国|[一-鿿]{0,4}[省市区县州]级?[^，]{4}")
_OWN_SESSION = re.compile("第[^届]{1,4}届|首届|[^，]{1,4}杯")
_IN_CONTEST = re.compile(r"((?:19|20)[0-9]{2})年")

# 据悉，其中有5人被评为…: at another time.
_REPORTED = re.compile("(?:据悉|据了解|据介绍|截至|另悉|另据|至此)")
_BY_NOW = re.compile(
    r"截[至止]|累计|至此|到目前|(?:据悉|据了解|据介绍|其中)，?(?:全[国省市区县]|各地|[一-鿿]{2,3}省)(?:共|共有|有)"
)
# 自2017年以来，省环保厅一共命名6批187个示范基地
_SO_FAR_IN_ALL = re.compile(r"自[^，。]{2,16}以来|截[至止]|累计|迄今|至今|已先后|已累计")
_SO_FAR = re.compile(
    r"以来|截至|累计|曾|先后|多次|历年|连续[0-9一二三四五六七八九十两多几]+[年届次]"
)


def is_elsewhere(article: Article, match: Match) -> bool:
    """Whether an honour was won in a contest or at another time than the article's meeting."""
    before = match.sentence.text[: match.start - match.sentence.start]
    return is_at_another_time(article, match) or bool(CONTEST_NAME.search(before))


def is_at_another_time(article: Article, match: Match) -> bool:
    """Whether an honour was won before what the article tells of."""
    if match.rule.value("earlier"):
        return True
    sentence = match.sentence
    before = sentence.text[: match.start - sentence.start]
    so_far = not match.rule.value("active") and _SO_FAR.search(before)
    return bool(so_far) or any(
        _is_past(article, mention)
        for mention in sentence.mentions_of("date")
        if mention.start < match.start
    )


def is_reported(match: Match) -> bool:
    """Whether a sentence adds what is known besides: 据悉，其中有5人被评为…."""
    before = match.sentence.text[: match.start - match.sentence.start]
    return bool(not match.rule.value("active") and _REPORTED.match(before))


def is_total(match: Match) -> bool:
    """Whether a sentence tells how many hold an honour by now: 截至目前，全省共有6个城市获…."""
    before = match.sentence.text[: name_span(match).start - match.sentence.start]
    if match.rule.value("active"):
        return bool(_SO_FAR_IN_ALL.search(before))
    return bool(_BY_NOW.search(before))


def _is_past(article: Article, mention: Mention) -> bool:
    """Whether a date lies months before the article; 上年度 is the honour's own year."""
    date = mention.value.date
    if mention.value.text.endswith("年度") or date is None or not article.published:
        return False
    if len(date) < len("2025-01") or len(article.published) < len("2025-01"):
        return not article.published.startswith(date[:4])
    return _months(article.published) - _months(date) > 1


def _months(date: str) -> int:
    return int(date[:4]) * 12 + int(date[5:7])


def undated(honour: Honour, text: str) -> Honour:
    """An honour of a decision without the decision's year, which stays its own year.

    A yearly title keeps it: 2008年度全市先进集体, but 2023年度海州市劳动模范.
    """
    year = _YEARLY.match(honour.name)
    if year is None or (KIND.search(honour.name) and "“" not in text):
        return honour
    return replace(honour, name=honour.name[year.end() :])


def find_year(
    article: Article, match: Match, name: str, contest: tuple[str, int] | None, listed: bool
) -> int | None:
    """The year of the contest or appraisal that the honour comes from, where the text names it.

    Args:
        name: the honour's.
        contest: the contest that the article named last.
        listed: whether the honour heads a list: then the year of the ceremony is its own.
    """
    sentence = match.sentence
    named = match.span("name")
    start = max(match.start, named.start if named else 0)
    before = _QUOTED.sub("", sentence.text[: start - sentence.start])
    published = int(article.published[:4]) if article.published else None
    for dated in _YEAR_OF.finditer(before):
        decided = before.rfind("《", 0, dated.start()) > before.rfind("》", 0, dated.start())
        general = not decided and (_GENERAL.search(dated["of"]) or not dated["of"])
        if name[-4:] in dated["of"] or general:
            return int(dated[1])
    if told := _YEAR_OF.search(sentence.text, match.start - sentence.start, start - sentence.start):
        return int(told[1])  # 对2023年度涌现出的15个先进集体予以表彰
    if won_in := _WON_IN.search(before):
        return int(won_in[1] or won_in[2])
    if _THIS_YEAR.search(sentence.text[: match.end - sentence.start]):
        return published
    if listed and (year := _year_of_ceremony(article, sentence)):
        return year
    contested = _CONTESTED.search(name)
    if contested and (won := _CONTEST.search(before)):
        return published if won[1] == "今年" else int(won[1][:4])
    if published is not None and _LAST_YEAR.search(before):
        return published - 1
    if (
        contest
        and _is_of(name, contest[0], contested is not None)
        and (own := _IN_CONTEST.search(contest[0]))
    ):
        return int(own[1])
    return None


def _is_of(name: str, contest: str, contested: bool) -> bool:
    """Whether an honour is of a contest, whose year it has: not 全国质量成果奖 of a county's."""
    if name[-4:] in contest:
        return True
    own = _OWN_SESSION.match(name)
    if own and own[0] not in contest:
        return False  # 第四届茶叶博览会银奖, of another contest than the one of this year
    shared = any(name[i : i + 3] in contest for i in range(len(name) - 2))
    return contested and (shared or not _OF_ITS_OWN.match(name))


def _year_of_ceremony(article: Article, sentence: Sentence) -> int | None:
    for lead in article.sentences[: sentence.index]:
        if found := _CEREMONY.search(lead.text):
            return int(found[1])
    return None


def _start_of_sentence_before(article: Article, sentence: Sentence) -> int:
    return article.sentences[max(0, sentence.index - 1)].start


def _in_title_marks(sentence: Sentence, mention: Mention) -> bool:
    before = sentence.text[: mention.start - sentence.start]
    return before.rfind("《") > before.rfind("》")


# 曾获, 先后荣获, 连续五年获评: at other times than the article's.
_OF_LIFE = re.compile("出?生|(?:加入|入党|参加工作|入伍|参军|毕业)")
_FOUNDED = ("建于", "立于", "办于", "生于")
_LONG_AGO = re.compile(r"(?:曾经?|先后|多次|历年|连续[^，。；]{1,4}[年届次])[^，。；]{0,8}$")


def find_date(article: Article, match: Match) -> str | None:
    """The day, month or year of the conferring: of the sentence, else of the article's lead.

    None of what was won long ago: 曾获, 连续五年荣获.
    """

    def dates(sentence: Sentence) -> list[Mention]:
        return [
            m
            for m in sentence.mentions_of("date")
            if m.value.date is not None
            and not m.value.text.endswith("年度")
            and not _in_title_marks(sentence, m)
            and not _OF_LIFE.match(sentence.text, m.end - sentence.start)
            and not sentence.text.startswith(_FOUNDED, m.start - 2 - sentence.start)
        ]

    before = [m for m in dates(match.sentence) if m.start < match.start]
    if before:
        return str(before[-1].value.date)
    if _LONG_AGO.search(match.sentence.text[: match.start - match.sentence.start]):
        return None
    near = (
        mention
        for sentence in article.sentences
        if not sentence.in_title
        for mention in dates(sentence)
        if not _is_past(article, mention)
    )
    first = next(near, None)
    return None if first is None else str(first.value.date)
