"""时期: words for months, quarters, years, plans and stretches of them → `TimeValue`.

Surface forms::

    2024年11月  去年12月  9月  11月份  本月  上月  10月底  6月底前  截至今年10月
    1至6月  1—10月  一至十月  今年1月至10月  前10个月  头两个月  2019年10月—2020年3月
    一季度  第三季度  前三季度  首季  今年一季度  二、三季度  本季度  上半年  下半年
    2025年  去年  全年  年内  年初  年底前  2025年度  到2030年  2026年底  新的一年  今年春季
    2020—2024年  2025年至2027年  过去5年  近三年  未来五年  三年内
    “十四五”期间  “十五五”末  “十四五”以来  “十四五”前四年  “十五五”开局之年
    今年以来  去年以来  7月以来  2021年至今  年初以来  本世纪以来  去年同期
    20世纪90年代
    本周  上周  近三个月
    目前  截止到目前  迄今为止  近日  近年来  抗战时期  改革开放以来
"""

from __future__ import annotations

import re

from newsie.mentions.calendar import Clock, iso_month
from newsie.mentions.day import Reader
from newsie.mentions.stretch import (
    interval,
    read_century,
    read_coming_years,
    read_decade,
    read_past_months,
    read_past_years,
    read_week,
    read_winter,
)
from newsie.mentions.year import MONTH, YEAR, read_count, read_year
from newsie.number import read_numeral
from newsie.values import TimeValue

_TO = r" ?(?:——|[-－—–―~～至到]) ?"
_UNTIL = r"(?:截[至止]到?|(?<![来达直遇提增])[到至])?"
_BEFORE = (
    r"(?:底前|末前|底之前|之前|以前|前(?![移进置列往来夕期言后沿线海三两一二四五六七八九十\d]))"
)
_FROM = r"起(?![步好草航飞降源到点义诉])"
_NOW = r"至今(?![年天日后晨晚])|截[至止]目前"
_UP_TO_NOW = frozenset(("以来", "至今", "截至目前", "截止目前"))
_COUNT = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_YEARS_OF_PLAN = 5
_NO_YEAR = "\\d一二两三四五六七八九十百千万今去前明后上往同当历周多少半几学财每近新老青壮整该"
_RELATIVE_MONTH = r"(?:本|上个?|下个?|这个)月(?!球|饼|租|薪|嫂)"


def _kind(match: re.Match[str], usual: str) -> str:
    """A deadline where 前 follows or 到 leads, else the usual kind."""
    suffix = match["suffix"] or ""
    leads = match[0].startswith(("到", "至"))
    return "deadline" if leads or suffix.endswith("前") else usual


def read_month(match: re.Match[str], clock: Clock) -> TimeValue:
    """2024年11月, 9月, 上月, 6月底前, 7月以来."""
    deadline = _kind(match, "month") == "deadline" or match["suffix"] == "起"
    sense = clock.looking_ahead() if deadline else clock
    word = match["month"]
    if word[0] in "本上下这":
        found = clock.shifted_month({"上": -1, "下": 1}.get(word[0], 0))
    else:
        number = read_count(word)
        reach = 0 if match["suffix"] in _UP_TO_NOW else 1
        year = (
            read_year(match["year"], sense) if match["year"] else sense.year_of_month(number, reach)
        )
        found = iso_month(year, number)
    if match["suffix"] in _UP_TO_NOW:
        return interval(match[0], found, clock.shifted_month(0))
    return TimeValue(match[0], found, found, _kind(match, "month"))


def read_months(match: re.Match[str], clock: Clock) -> TimeValue:
    """1至6月, 今年1月至10月, 2019年10月—2020年3月."""
    first, last = read_count(match["first"]), read_count(match["last"])
    if match["last_year"]:
        end = read_year(match["last_year"], clock)
        start = read_year(match["year"], clock)
        if start is None and end is not None:  # 12月至明年1月
            start = end - (first > last)
    else:
        start = read_year(match["year"], clock) if match["year"] else clock.year_of_month(last, 0)
        end = start if start is None or first <= last else start + 1
    return interval(match[0], iso_month(start, first), iso_month(end, last))


def read_years_months(match: re.Match[str], clock: Clock) -> TimeValue:
    """2021年至2023年10月: from the first January on."""
    first, last = read_year(match["year"], clock), read_year(match["last_year"], clock)
    return interval(match[0], iso_month(first, 1), iso_month(last, read_count(match["last"])))


def read_first_months(match: re.Match[str], clock: Clock) -> TimeValue:
    """前10个月, 今年前两个月, 头两个月."""
    last = read_count(match["count"] or match["head"])
    year = read_year(match["year"], clock) if match["year"] else clock.year_of_month(last, 0)
    return interval(match[0], iso_month(year, 1), iso_month(year, last))


def read_quarter(match: re.Match[str], clock: Clock) -> TimeValue:
    """一季度, 第三季度, 首季, 今年前三季度, 上半年."""
    word = match["quarter"]
    if word.endswith("半年"):
        half = 1 if word[0] == "上" else 2
        year = read_year(match["year"], clock) if match["year"] else clock.named_year or clock.year
        return _part(match, year, f"H{half}", 6 * half)
    if "、" in word:
        return _two_quarters(match, clock)
    count = 1 if word[0] == "首" else read_count(re.sub("[第前个季度]", "", word))
    year = (
        read_year(match["year"], clock)
        if match["year"]
        else clock.year_of_month(3 * count - (1 if word[0] == "前" else 2), 0)
    )
    if year is None or not 1 <= count <= 4:
        return TimeValue(match[0], None, None, "period")
    if word[0] == "前":
        return interval(match[0], iso_month(year, 1), iso_month(year, 3 * count))
    return _part(match, year, f"Q{count}", 3 * count)


def _part(match: re.Match[str], year: int | None, part: str, last: int) -> TimeValue:
    """A half or quarter of a year; at its end (三季度末) the last month."""
    kind = _kind(match, "period")
    if year is None:
        return TimeValue(match[0], kind=kind)
    if match["suffix"] in ("末", "底") and kind == "period":
        return TimeValue(match[0], None, iso_month(year, last), kind)
    return TimeValue(match[0], None, f"{year}-{part}", kind)


def read_since_year(match: re.Match[str], clock: Clock) -> TimeValue:
    """今年来: from January to the month of publication."""
    return _since_year(match[0], read_year(match["year"], clock), clock)


def _since_year(text: str, year: int | None, clock: Clock) -> TimeValue:
    """From January of a year to the month of publication, or the years if no month is known."""
    if year is None or clock.year is None or clock.month is not None:
        return interval(text, iso_month(year, 1), clock.shifted_month(0))
    if year == clock.year:
        return TimeValue(text, None, str(year), "period")
    return interval(text, str(year), str(clock.year))


def read_named_year(match: re.Match[str], clock: Clock) -> TimeValue:
    """2025年, 去年, 到2030年, 2026年底前, 2021年以来."""
    year = read_year(match["year"], clock)
    text, suffix = match[0], match["suffix"] or ""
    if suffix.startswith("同期"):
        return _same_period(text, year, clock)
    if year is None:
        return TimeValue(text, kind="year")
    if suffix.endswith("以来") or suffix in _UP_TO_NOW:
        return _since_year(text, year, clock)
    return TimeValue(text, str(year), str(year), _kind(match, "year"))


def _same_period(text: str, year: int | None, clock: Clock) -> TimeValue:
    """去年同期: the year named, at the month or day of the time named last."""
    if year is None:
        return TimeValue(text, kind="period")
    named = clock.named_day
    found = f"{year}{named[4:]}" if named and named[:4] == str(year + 1) else str(year)
    return TimeValue(text, found, found, "period")


def read_part_of_year(match: re.Match[str], clock: Clock) -> TimeValue:
    """全年, 年内, 年底前, 到年底, 年初, 年度."""
    word = match[0]
    if word.startswith(("全年", "年度")):
        year = clock.reported_year()
    elif word.startswith("月"):
        return TimeValue(word, clock.shifted_month(0), clock.shifted_month(0), "deadline")
    elif word in ("年初以来", "年初至今", "开年以来"):
        return _since_year(word, clock.year, clock)
    elif word[0] in "到至":
        year = clock.year_told() or clock.year
    elif word == "年末" and clock.looks_back() and not clock.ahead:
        ended = str(clock.reported_year())
        return TimeValue(word, ended, ended, "year")
    elif word == "年初":
        year = clock.year_told() or clock.year
    else:
        year = clock.year
    until = word[0] in "到至" or word.endswith("前")
    kind = "deadline" if until or word in ("年内", "年底", "年末") else "year"
    found = None if year is None else str(year)
    return TimeValue(word, found, found, kind)


def read_years(match: re.Match[str], clock: Clock) -> TimeValue:
    """2020—2024年, 2025年至2027年."""
    first, last = read_year(match["first"], clock), read_year(match["last"], clock)
    if first is None or last is None or first > last:
        return TimeValue(match[0], kind="period")
    return interval(match[0], str(first), str(last))


def read_plan(match: re.Match[str], clock: Clock) -> TimeValue:
    """“十四五”期间, “十五五”末, “十三五”: the years of a five-year plan."""
    value = read_numeral(match["plan"])
    if value is None:
        return TimeValue(match[0], kind="plan")
    count = int(value)
    first = 1953 + 5 * (count - 1) if count <= 2 else 1966 + 5 * (count - 3)
    suffix = match["suffix"].removeprefix("的")
    if suffix in ("末", "期末", "末期"):
        return TimeValue(match[0], str(first + 4), str(first + 4), "deadline")
    if part := _part_of_plan(suffix, first):
        start, end = part
        if start == end:
            return TimeValue(match[0], str(start), str(start), "year")
        return interval(match[0], str(start), str(end))
    return interval(match[0], str(first), str(first + 4), "plan")


def _part_of_plan(suffix: str, first: int) -> tuple[int, int] | None:
    """The first and the last year of a part of a plan: 前四年, 后两年, 首年, 收官之年."""
    if suffix.startswith(("收官", "最后", "末年")):
        return first + 4, first + 4
    if suffix == "首年" or suffix.startswith(("开局", "起步")):
        return first, first
    count = read_count(suffix[1:-1]) if suffix[0] in "前后" else 0
    if not 0 < count <= _YEARS_OF_PLAN:
        return None
    return (first, first + count - 1) if suffix[0] == "前" else (first + 5 - count, first + 4)


def read_this_quarter(match: re.Match[str], clock: Clock) -> TimeValue:
    """本季度, 上季度, 上一季度, 下季度: the quarter of publication, or the one beside it."""
    month = clock.shifted_month({"上": -3, "下": 3}.get(match[0][0], 0))
    found = month and f"{month[:4]}-Q{(int(month[5:7]) + 2) // 3}"
    return TimeValue(match[0], None, found, "period")


def _two_quarters(match: re.Match[str], clock: Clock) -> TimeValue:
    """二、三季度: from the first month of the one to the last of the other."""
    first, last = map(
        read_count, match["quarter"].removesuffix("季度").removeprefix("第").split("、")
    )
    year = (
        read_year(match["year"], clock) if match["year"] else clock.year_of_month(3 * last - 2, 0)
    )
    if last != first + 1:
        return TimeValue(match[0], kind="period")
    return interval(match[0], iso_month(year, 3 * first - 2), iso_month(year, 3 * last))


def read_season(match: re.Match[str], clock: Clock) -> TimeValue:
    """今秋, 去冬: as precise as its year."""
    year = read_year(match["year"], clock)
    found = None if year is None else str(year)
    return TimeValue(match[0], found, found, "year")


def read_vague(match: re.Match[str], clock: Clock) -> TimeValue:
    """目前, 近日, 近年来: no date."""
    return TimeValue(match[0], kind="vague")


def read_ago(match: re.Match[str], clock: Clock) -> TimeValue:
    """三天前, 一个月前, 两年前: as precise as the unit."""
    count, unit = read_count(match["count"]), match["unit"]
    if unit == "年":
        found = str(clock.year - count) if clock.year else None
    else:
        found = clock.shifted_day(-count) if unit in "天日" else clock.shifted_month(-count)
    return TimeValue(match[0], found, found, "point")


# Read where the words stand alone, but too vague to be found in running text.
TERSE_PERIOD_RULES: tuple[tuple[str, Reader], ...] = (
    (r"年度", read_part_of_year),
    (rf"(?P<first>(?:19|20)\d\d){_TO}(?P<last>(?:19|20)\d\d)", read_years),
    (rf"(?P<count>{_COUNT})(?P<unit>年|个月|天|日)(?:之|以)?前", read_ago),
    (rf"(?P<year>{YEAR})来", read_since_year),
)
PERIOD_RULES: tuple[tuple[str, Reader], ...] = (
    (
        rf"(?P<year>{YEAR})?(?P<first>{_COUNT})(?:月份?)?{_TO}(?P<last_year>{YEAR})?"
        rf"(?P<last>{MONTH})(?!\d{{1,2}}日)份?(?:期间)?",
        read_months,
    ),
    (
        rf"(?<!\d)(?P<year>(?:19|20)\d\d)年?{_TO}(?P<last_year>{YEAR})(?P<last>{MONTH})(?!\d{{1,2}}日)份?",
        read_years_months,
    ),
    (
        rf"(?P<year>{YEAR}的?)?(?:前(?P<count>{_COUNT})个?|头(?P<head>{_COUNT})个)月(?!球)",
        read_first_months,
    ),
    (
        rf"{_UNTIL}(?P<year>{YEAR})?(?P<quarter>(?<!\d)第?[一二三四1234](?:、[二三四])?季度|前[二两三123]个?季度"
        rf"|首季度?|[上下]半年)(?P<suffix>末|{_BEFORE}|底|以来)?",
        read_quarter,
    ),
    (r"[本上下]一?个?季度", read_this_quarter),
    (
        rf"(?P<year>{YEAR})来(?=[，,]|全[省市区县镇乡]|我[省市区县]|累计)",
        read_since_year,
    ),
    (r"(?:进入)?(?:本|新)世纪以来", read_century),
    (r"今冬明春|去冬今春", read_winter),
    (
        rf"{_UNTIL}(?P<year>{YEAR})?(?P<month>{MONTH}|{_RELATIVE_MONTH})份?"
        rf"(?P<suffix>{_BEFORE}|以来|{_NOW}|{_FROM}|底|末|初|[上中下]旬|当月"
        r"|中(?![国老外美俄日韩小型央心华共方]))?",
        read_month,
    ),
    (
        rf"(?<!\d)(?P<first>(?:19|20)\d\d年?){_TO}(?P<last>(?:19|20)\d\d)(?:学年度?|赛季|年度?)",
        read_years,
    ),
    (
        rf"{_UNTIL}(?P<year>{YEAR}|上一年|新的一年|新一年)"
        rf"(?P<suffix>同期|{_BEFORE}|年?初?以来|{_NOW}|{_FROM}|底|末|初|年(?:底|末)(?:之?前)?|年初|全年"
        r"|年内|[春夏秋冬][天季])?",
        read_named_year,
    ),
    (
        rf"全年(?![龄级])|年度(?=[目任计考总工])|(?<![{_NO_YEAR}])年(?:初以来|初至今|内|[底末初]前?)|开年以来"
        r"|(?<![来达直遇提增截])[到至]年[底末]前?"
        r"|月底前",
        read_part_of_year,
    ),
    (
        r"[“\"]?(?P<plan>十[一二三四五六七八九]?|[一二三四五六七八九])五[”\"]?(?:规划)?"
        rf"(?P<suffix>期间|时期|规划?期间?|以来|末[年期]?|期末|前{_COUNT}年|[后首]{_COUNT}?年"
        r"|(?:的)?(?:开局|起步|收官|最后)(?:之年|一年|年))",
        read_plan,
    ),
    (
        rf"(?:过去的?|最?近|这)(?P<count>{_COUNT})年(?:来|间|里)?|(?P<since>{_COUNT})年(?:以?来|间(?!隔))",
        read_past_years,
    ),
    (
        rf"(?:过去的?|最?近)(?P<count>{_COUNT})个月(?:以?来)?|(?P<since>{_COUNT})个月(?:以?来)",
        read_past_months,
    ),
    (
        rf"(?:未来|今后)?(?P<count>{_COUNT})年之?内|(?:未来|今后)(?P<to_come>{_COUNT})年",
        read_coming_years,
    ),
    (r"[本上下]周(?![一二三四五六日天末边围期全刊岁年])", read_week),
    (r"(?:(?P<century>上|20|二十)世纪)(?P<decade>\d0|[一二三四五六七八九]十)年代", read_decade),
    (r"(?<!送)(?P<year>[今去明])[春夏秋冬](?!季节)", read_season),
    (
        r"截[至止]到?[目当]前|(?<![一-鿿])[到至]目前(?:为止)?|迄今(?:为止)?|(?<![项栏科题])目前(?!的)|当前|近日|日前|近期|连日来|近年来|近几年来?|多年来|不久前"
        r"|前不久|近段时间|最近(?=，)|这几天(?=，)|岁末年初|节日期间|节前(?=，)"
        r"|(?:节|年)后(?:上班|开工|复工)?(?:首日|第一天|首个工作日)|(?:新春|新年)?佳节(?:即将)?(?:来临|到来|临近)之际"
        r"|抗战时期|入[汛冬夏]以来|(?:改革开放|新中国成立|建国|建党|建区|建市|建县)以来",
        read_vague,
    ),
)
