"""The month of publication that the words of a page support, or its year: texts in, a month out.

What is told of a year says when a page was published only in some ways::

    今年是“十四五”收官之年                      of that year
    2月6日，远帆县2025年重大项目推进会召开      of that year: what was held in it
    2025年2月6日，全县大会召开                  of that day, where the story starts with it
    1月17日，全县2024年度总结表彰会召开         of the year behind it
    2023年，全市新建学校5所。今年，计划新建4所  of the year behind it
    2023年，全市项目提速。预计全年投资5亿元    of that year, but told in its last days
    比2019年增长两成　2004年，村里修了路        of none: only not before it
    截至2018年6月末，余额12亿元                 of that year; 2018年末: of the year behind it
    2019双溪脐橙文化节开幕                      of that year
    到2027年，产值翻一番                        of none: only not after it
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsie.article import Mention
from newsie.mentions.date import find_dates, resolve_time
from newsie.triggers import compile_quick
from newsie.values import TimeValue

_LEAD = 60  # characters in which a story that starts with its day names it
_NEAR = 12
_PLAN_YEAR = re.compile(
    r"今年是(?:全面|深入)?(?:实施|推进|完成|贯彻)?“?(十[一二三四五六七八九]?五)”?(?:规划)?的?(开局|收官)之年"
)
_TURN = re.compile(r"再过[^，。]{1,8}就是$|即将(?:到来|迎来|迈入|进入)的?$")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
# What is compared with, goes on since, or began then: it says no more than 'not before'.
_LOWER = compile_quick(
    r"(?:[比较自从由继]|截[至到]|年[至到]|同|与|始于|成立|志|计划|规划|(?<!—)—|[\-～~、]|早在)$"
)
_LOWER_BEHIND = re.compile(
    r"(?:的[\d一-鿿]{0,4}?\d|同期|以来|以前|之前|前(?![一二三四\d])|起|(?:\d{1,2}月(?:\d{1,2}日)?)?[至到—\-]\d|[增提]|下降|开始|成立|建[成立]|启动|版|修[订正]|出?生|[^，。；\n]{1,10}以来)"
)
_AHEAD = compile_quick(
    r"(?:(?<![截年])[到至]|展望|冲刺|力争|争取|确保|计划|拟|将[于在]?|预计|定于|实现|[一-鿿]划（?)$"
)
_AHEAD_BEHIND = re.compile(
    r"[^，。；\n]{0,10}?(?:建成|远景|再翻|翻一番|底前|年前|达到?[\d.]+[亿万%]?[一-鿿]{0,4}(?:左右|以上))"
)
_PART = (  # told as soon as it is over: 2024年上半年; not 1-11月, told in January, too
    r"(?:上半年|1[—\-－–~～至到](?:[2-9]|10)月|前(?:[二两三四五六七八九十]|[2-9]|10)个月)"
    r"(?!同期|相比|以来|的[\d一-鿿]{0,4}\d)"
)
# What is of the year that it names: an occasion, a batch, a list; not what was done in it.
_OF_ITS_YEAR = re.compile(
    rf"(?!度|我国)(?:(?:首|第?[一二三四五六七八九十\d]+)(?:批|次|届|期|季度|号)|前三季度|{_PART}|[春夏秋冬]季|“|(?:(?!同期|增长|下降|[了在于被])(?:[^，。；！？\n“”（）]|“[^“”\n]{{1,20}}”|（[^（）\n]{{1,6}}）)){{0,24}}?"
    r"(?:会议|[^员计社协学委工公]会(?![员计社费室])|论坛|[比竞大联]赛|[^环]节(?!约|能|水)|仪式|活动|培训班|典礼|[高中]考|征文|征兵|名单|评选|行动|专项|(?:工程|项目)[^，。；！？\n]{0,12}?(?:启动|开工|动工|拉开|开建|进场|集中)))"
)
# 2013最美村官评选, “2018草原行”: an occasion called by its year, without 年.
_CALLED = re.compile(
    r"(?<![\d\-—~～./〔第])(?P<year>20[0-4]\d)(?![\d年\-—~～./])(?=[·• ]?[“《]?[一-鿿])"
    r"(?![千百]?[多余届级型号款版万亿亩元人户家件个名公平米吨斤只头株份场次辆套台项])"
    r"[“·• ]?[^，。；：！？\n“\d]{0,20}?(?:节(?!约|能|水)|[比竞大联邀]赛|[年大]会|论坛|峰会|马拉松"
    r"|评选|展览?会|洽谈会|推介|人物|称号|行动|典礼|晚会|春晚|之星|[最十][美佳大]|活动|[^秋夏冬春四]季(?!度)|行(?=[”启大]))"
)
_OF_REPORT = re.compile(
    r"[^，。；\n]{0,16}?(?:(?:预期|主要|工作|发展)目标|工作(?:报告|安排|计划|要点|任务|总体)|主要任务)|(?:重点|政府)?工作"
    r"|(?:继续|正在|正)(?!式)"
    r"|是[^，。]{0,20}(?:之年|关键年|攻坚年|深化年|提升年|行动年|周年)"
)
# 12月24日，…部署2026年工作: at the end of a year of the next one.
_TASKED = re.compile(r"(?:部署|研究|谋划|安排|做好)[^，。；\n]{0,6}$")
_DRAFTED = re.compile(r"[^，。；\n]{0,16}?(?:计划|预算)（草案）")
_TAKEN_AS = "[^，。；\\n]{1,20}(?:作为|视为|列为|纳入|列入|摆在|放在|融入|贯穿)"  # 将 is 把
_PLANNED_FOR = re.compile(
    rf"，?[^，。；\n]{{0,12}}?(?:计划(?!执行)|拟|力争|安排|将(?!达|{_TAKEN_AS})|(?<![重主需首])要(?!素|求|闻))"
)
_RANGED = re.compile(r"\d{4}年?[—\-～~至到]$")
# 2024年度财政决算, 2024年度审计: only ever of a year that is over.
_ACCOUNTED = re.compile(r"度?[^，。；\n]{0,10}?(?:决算|审计|预算执行|计划执行|工作(?:回顾|总结))")
# What is looked back on: 总结2024年工作, 2024年度先进集体.
_LOOKED_BACK = re.compile(r"(?:总结|回[顾眸望]|盘点|通报|汇报)(?:了|过)?[^，。；、\n“”]{0,10}$")
# Told in the first months of the next year, or at the end of the same: 2024年度.
_OF_THE_YEAR = re.compile(r"度(?!计划|目标|任务|预算(?!执行)|重点|投资|工作要点|\d)")
_REPORTED = re.compile(
    r"度[^，。；\n]{0,6}工作报告"
)  # read out in the first months of the next year
_HONOURED = re.compile(
    r"下半年|第?四季度|[^，。；\n度]{0,12}?(?:先进|优秀|十佳|标兵|劳动?模范|奖)"
    r"|[^，。；\n]{0,12}?(?:建议|提案|议案)[^，。；\n]{0,6}办理"
)
_DONE = re.compile(
    r"(?:^|[。！？\n“，；]|(?P<news>(?:获悉|统计|显示|[发公]布)(?:数据|公报)?，))"
    r"[ \u3000]{0,8}(?P<year>(?:19|20)\d\d)年，(?P<said>[^。\n]{0,160})"
)
# 2014年卖货3.2亿元，今年前8月，2.9亿元: the year behind it.
_COMPARED = re.compile(
    r"(?P<year>20\d\d)年(?![底末初]|\d{1,2}月)[^，。；\n]{1,20}?\d[^。；\n]{0,24}[，；]今年"
)
_PLANNED = re.compile(rf"今年|将(?!{_TAKEN_AS})|计划|力争|拟|预计|年是|(?<![重主需])要|安排")
# 2022年，…。年初以来，…。预计全年: told before the year was over, and its only name.
_UNDERWAY = re.compile(
    r"(?:^|[。！？\n])[ \u3000]{0,8}(?P<year>20\d\d)年，[^\n]{0,200}?"
    r"(?:年初以来|今年以来|预计(?:今年)?全年|全年(?:预计|预期|力争|有望)|力争全年)"
)
# 工程于2024年8月通过验收, told on 23 May: of the year before.
_MONTH_OF = re.compile(r"(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?!\d)")
_PASSED = re.compile(r"[^，。；]{0,8}?(?:了|被|顺利|成功|完成|获|通过|建成|投产|投用|成立)")
# 截至2023年6月末, 截至2023年，累计: told soon after it; 截至2022年底 in the next year.
_UNTIL = re.compile(r"截[至到止](?P<year>20\d\d)年(?:(?P<month>\d{1,2})月|(?P<end>[底末])|，)")
_SOON = 4  # months
# What a year is told as, by the words before or behind it; the first that fits.
_TOLD_AS: tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None], ...] = (
    ("ranged", _RANGED, None),
    ("lower", _LOWER, _LOWER_BEHIND),
    ("over", _LOOKED_BACK, _ACCOUNTED),
    ("tasked", _TASKED, _DRAFTED),
    ("yearly", None, _REPORTED),
    ("same", None, _OF_REPORT),
    ("upper", _AHEAD, None),
    ("planned", None, _PLANNED_FOR),
    ("upper", None, _AHEAD_BEHIND),
    ("yearly", None, _OF_THE_YEAR),
    ("honoured", None, _HONOURED),
    ("same", None, _OF_ITS_YEAR),
)
_SPRING, _FIRST_HALF, _DECEMBER = 3, 6, 12  # their last months
_NEW_YEAR = ("元旦", "新年", "新春", "春节", "春运", "迎新")


@dataclass(slots=True)
class _Evidence:
    """What the texts of a page tell: days, months of days without a year, and years.

    Attributes:
        same: years told as the one of publication.
        over: years told as the one before it.
        planned: years that something is planned for.
        tasked: years whose work is arranged.
        yearly: years of what is summed up for each: 2024年度.
        honoured: years of what is honoured: 2024年先进集体.
        lower: years that it does not lie before.
        upper: years that it does not lie behind.
        ranged: years that a range ends with: 2025—2027年.
        plain: years of which nothing is said.
        told: months of whole dates inside the story.
        passed: months of years in which something came about.
        opened: years that a story starts with, in words alone.
        underway: years that were told of before they were over, or right behind: 预计全年.
        news: years that are over, whose numbers are the news: 记者获悉，2016年，….
        until: years and months up to which something is counted, 0 for none: 截至2023年.
    """

    days: set[str] = field(default_factory=set)
    months: set[int] = field(default_factory=set)
    same: set[int] = field(default_factory=set)
    over: set[int] = field(default_factory=set)
    planned: set[int] = field(default_factory=set)
    tasked: set[int] = field(default_factory=set)
    yearly: set[int] = field(default_factory=set)
    honoured: set[int] = field(default_factory=set)
    lower: set[int] = field(default_factory=set)
    upper: set[int] = field(default_factory=set)
    ranged: set[int] = field(default_factory=set)
    plain: set[int] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    passed: set[tuple[int, int]] = field(default_factory=set)
    underway: set[int] = field(default_factory=set)
    until: set[tuple[int, int]] = field(default_factory=set)
    news: set[int] = field(default_factory=set)
    opened: set[int] = field(default_factory=set)


def infer_month(texts: Sequence[str]) -> str | None:
    """The month of publication that texts of one page support, or only its year.

    >>> infer_month(["本报讯 3月11日，全区2025年重大项目推进会召开。到2027年，产值翻一番。"])
    '2025-03'
    >>> infer_month(["再过半月就是2025年。12月10日，调研组来到高新区。"])
    '2024-12'
    >>> infer_month(["今年是“十四五”收官之年，2月10日项目开工。"])
    '2025-02'
    >>> infer_month(["12月28日，县总工会举行2024年元旦春节送温暖活动启动仪式。"])
    '2023-12'
    >>> infer_month(["1月17日，县教育局召开会议，总结2024年工作。"])
    '2025-01'
    >>> infer_month(["2023年，全市新建学校5所。今年，全市计划新建4所。"])
    '2024'
    >>> infer_month(["2022年，全县农产品产量稳定。年初以来，播种小麦5万亩。"])
    '2022'
    >>> infer_month(["记者近日获悉，2016年，全县接待游客320万人次。"])
    '2017'
    >>> infer_month(["11月20日，2019双溪脐橙文化节开幕。"])
    '2019-11'
    >>> infer_month(["2月22日，远帆公司开工。公司自2005年落户我县。", "2014年成立的合作社"])
    >>> infer_month(["5月20日，县里公布：产值比2019年增长两成。"])
    """
    found = _Evidence()
    for text in texts:
        for mention in find_dates(text):
            _read_day(text, mention, found)
        _read_plans(text, found)
        _read_years(text, found)
    if found.days:
        return max(found.days)[:7]
    year = _choose_year(found, now=any("今年" in text for text in texts))
    if year is None:
        return None
    months = found.months | {int(month[5:]) for month in found.told if int(month[:4]) == year}
    if max(months, default=0) == _DECEMBER and 1 not in months:
        year -= any(f"{year}年{feast}" in text for text in texts for feast in _NEW_YEAR)
    if not months:
        return str(year)
    month = 1 if {1, 12} <= months and 6 not in months else max(months)
    return f"{year}-{month:02}"


def _choose_year(found: _Evidence, *, now: bool) -> int | None:
    """The year that the evidence agrees on.

    Args:
        now: whether the page says 今年, so that the years it names are others.
    """
    late = max(found.months, default=0)
    over, same, summed_up = set(found.over), set(found.same), set[int]()
    same |= {year - (late == _DECEMBER) for year in found.tasked}
    over |= {year for year, month in found.passed if late and month > late}
    if late:
        (over if late <= _FIRST_HALF else summed_up).update(found.yearly)
        (over if late <= _SPRING else same).update(found.honoured)
        over |= found.opened if late == 1 else set()
    if late > _SPRING or not late:
        same |= found.underway
    else:
        same -= over
    for year, month in found.until:
        if month == _DECEMBER or (late and late < month):
            over.add(year)
        elif not late or late - month <= _SOON:
            same.add(year)
    least = max(found.lower | found.plain | over, default=0)
    most = min(found.upper, default=9999)
    if current := [year for year in same if least <= year <= most]:
        return max(current)
    planned = min(found.planned, default=0)
    if planned and least <= planned <= most and late != _DECEMBER:
        return planned
    if not (late or now or found.news):
        return None
    year = max(over, default=0) + (late != _DECEMBER)
    if over and max(found.lower | found.plain, default=0) <= year <= most:
        return year
    return max((year for year in summed_up if least <= year <= most), default=None)


def _read_day(text: str, mention: Mention, found: _Evidence) -> None:
    """Add a day that a story starts with, or the month of one without a year."""
    value: TimeValue = mention.value
    before = text[max(0, mention.start - _NEAR) : mention.start]
    if value.kind != "point" or value.text.startswith("截") or _AHEAD.search(before):
        return
    if value.date and len(value.date) == 10:
        origin = _LOWER.search(before) or _LOWER_BEHIND.match(text, mention.end)
        if mention.start <= _LEAD and not origin:
            found.days.add(value.date)
        elif not origin:
            found.told.add(value.date[:7])
    elif day := re.search(r"(\d{1,2})月\d{1,2}[日号]", value.text):
        found.months.add(int(day[1]))


def _read_plans(text: str, found: _Evidence) -> None:
    """Add the first or last year of a plan that opens or ends now."""
    for plan, when in _PLAN_YEAR.findall(text):
        period = resolve_time(TimeValue(f"“{plan}”时期")).period or ""
        first, _, last = period.partition("/")
        found.same.add(int(first if when == "开局" else last))


def _read_years(text: str, found: _Evidence) -> None:
    """Add each year by what it is told as."""
    for match in _YEAR.finditer(text):
        year, before = int(match[1]), text[max(0, match.start() - _NEAR) : match.start()]
        if _TURN.search(before):
            found.same.add(year - 1)
            found.months.add(_DECEMBER)
            continue
        told: set[int] = getattr(found, _told_as(text, match, before))
        told.add(year)
    for called in _CALLED.finditer(text):
        if not _LOWER.search(text, max(0, called.start() - _NEAR), called.start()):
            found.same.add(int(called["year"]))
    for past in _MONTH_OF.finditer(text):
        goal = _AHEAD.search(text, max(0, past.start() - _NEAR), past.start())
        if not goal and _PASSED.match(text, past.end()):
            found.passed.add((int(past["year"]), int(past["month"])))
    for until in _UNTIL.finditer(text):
        month = _DECEMBER if until["end"] else int(until["month"] or 0)
        found.until.add((int(until["year"]), month))
    for now in _UNDERWAY.finditer(text):
        found.underway.add(int(now["year"]))
    for done in _DONE.finditer(text):
        if not _PLANNED.search(done["said"]):
            numbered = re.search(r"\d", done["said"])
            if numbered or done.start() <= _LEAD:
                (found.over if numbered else found.opened).add(int(done["year"]))
            if numbered and done["news"]:
                found.news.add(int(done["year"]))
    for done in _COMPARED.finditer(text):
        before = text[max(0, done.start() - _NEAR) : done.start()]
        if not (_LOWER.search(before) or _AHEAD.search(before)):
            found.over.add(int(done["year"]))


def _told_as(text: str, match: re.Match[str], before: str) -> str:
    for kind, ahead, behind in _TOLD_AS:
        if (ahead and ahead.search(before)) or (behind and behind.match(text, match.end())):
            return kind
    return "plain"
