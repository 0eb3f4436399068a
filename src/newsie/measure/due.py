"""A clause with its time in, the cue that the time is out, where it is still to come.

到2030年，…     明年，…     年底前，…
2025年，全县实施水利项目16个          told in the first months of that year
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.measure.cue import Cue
from newsie.measure.figure import ReadClause
from newsie.measure.time import UNTIL_YEAR, is_done_then, last_month

_DUE = re.compile(r"前|内|^到|^截至|\d{4}|末")
_END = re.compile(r"(?:[本当这]?月|年)底$")
# 围绕准确把握“十五五”时期的任务: what is talked of, no time that an aim has.
_TALKED_OF = re.compile(
    r"^[^，]{0,4}[为让使]|对$|围绕|理解|把握|谋划|编制|研究|关于|擘画|描绘|学习"
)
# 入选2025年创建名单, 下达2025年资金, 是2025年运动会的场馆: which one, not by when.
_OF_WHICH = re.compile(
    r"(?:[是为获报]|对标|入选|下达|启动|印发|发布|列入|纳入|获得|召开|举行|举办|参加|迎接|备战|面向|公布|部署|审议|通过|承办"
    r"|发行|备案|征订|招录|招聘|缴纳|征缴|参与|筹备|组织|开展|做好|抓好|推进|拨付|签订|签署|命名|认定|公示|征集|当选|出席|研究|争取到?)[了的好]?$"
)
# 发布平原剧院2026年春季演出单: what papers are of that year.
_NAMED = re.compile(
    r"[^，；。]{0,20}(?:[名片清目出]单|目录|方案|计划|公报|规划|白皮书|报告|通知|意见)"
)
# “十二五”时期的指导思想和奋斗目标: a part of a report.
_REPORTED = re.compile(r"指导思想|总体思路|主要成绩|回顾")
# 考生须于3月20日前报名: what a notice asks of those whom it concerns.
_NOTICED = re.compile(
    r"请|(?:有[意需]者|(?:考生|应聘|报名|申请|申报|符合条件|参[赛展加]|用户|市民|投标|供应商|家长|纳税人|缴费|参保|业主|当事人|债权人|竞买)[^，；。]{0,8}?[须需请可应])"
)
_IF = re.compile(r"原计划|原定|原本|本应|如果|如若|倘若|假如|一旦|只要|若|即使")
# What a year begins with: 今年全县安排项目62项, 实施水利项目16个.
_BEGUN = re.compile(
    r"(?:我们)?(?:共|计|总|统筹|谋划|重点){0,3}(?:安排|排定|实施|新建|改扩建|改建|扩建|改造|确定|建设(?=[^，；。]{0,10}项目))(?!了)"
)
_ARRANGED = re.compile(
    r"[^，；。]{0,12}?(?:安排|排定|铺排|确定|(?:谋划|筹划)(?=实施|推进))(?:了)?[^，；。]{0,8}(?:项目|工程)"
    r"|[^，；。]{0,16}(?:收入|支出|预算|经费|资金)(?:预算)?(?:拟|共|计划|预算)?安排\d"
)
_IN_FORCE = re.compile(r"(?:正式|开始|全面|在全[国省市县])*(?:施行|实施|生效|执行)")  # of a law
_WENT_WELL = re.compile(r"[^，；。]{0,8}(?:顺利|成功|圆满)")  # 8月顺利完成验收: told afterwards
_DONE = re.compile(
    r"已|了|累计|目前|截至|(?<!计划)(?<!拟)(?<!力争)(?<!确保)(?<!年度)完成|去年|以来"
)
_REACHED = re.compile(r"已(?!有)|了|累计|目前|截至|去年|上年|20\d\d年|同比|以来")
_YEAR_TOLD = re.compile(r"(?<![到至—\-])(20\d\d)年")
_UNDERWAY = re.compile(r"目前|正在|现在|现正")
_PART_OF_YEAR = re.compile(r"\d{4}-[HQ]\d")
_DID = re.compile("(?:(?!将|计划|拟|力争|要|预计|争取|确保|启动)[^；。]){0,40}了(?!解)")
_MONTH = re.compile(r"\d{4}-\d\d")
# What the years gone by have brought, and what others are to bring.
_BROUGHT = re.compile(
    r"[一二两三四五几]年来|过去[一二两三四五几]年|年均(?:增长|递增|增加)|是20\d\d年的[\d.]+倍|比20\d\d年(?:增长|增加|提高)"
)
_TO_BRING = re.compile("将|力争|计划|争取|确保|拟|目标|预计|[要需须]")
_SEEN = 120  # characters
_LAST_MONTHS = ("11", "12")
_FIRST_MONTHS = ("01", "02", "03")


class DueReader:
    """Reads the times of clauses.

    Args:
        text: the passage's text.
        published: when the article was published, or None.
        back: whether the title says that the article looks back on a year.
    """

    def __init__(self, text: str, published: str | None, *, back: bool) -> None:
        self._back = back
        self._text = text
        self._published = published

    def read(self, clause: ReadClause) -> Cue | None:
        """A time still to come at the head of a clause, as a cue."""
        if not clause.dated or clause.time_span is None or not self._is_ahead(clause):
            return None
        start, at = clause.span.start, clause.time_span.start
        if _IF.search(self._text, start, at) or self._text.startswith("以来", clause.time_span.end):
            return None
        if (clause.period_text or "").endswith(("以来", "至今")):
            return None  # “十四五”以来: what has been done of it
        if _NOTICED.match(self._text, start, clause.span.end):
            return None
        if _REPORTED.search(self._text, at, clause.span.end):
            return None
        if clause.time_kind in ("plan", "year") and _TALKED_OF.search(self._text[start:at]):
            return None
        if clause.time_kind == "year" and _OF_WHICH.search(self._text, start, at):
            return None
        named = _NAMED.fullmatch(self._text, clause.time_span.end, clause.span.end)
        if clause.time_kind == "year" and start < at and named:
            return None
        if self._text.startswith("后", clause.time_span.end):
            return None  # 5日前后
        if self._text.endswith(("持续", "持续到", "持续至"), start, at):
            return None  # 活动持续到3月底，共吸引游客12万人次
        return Cue(clause.time_span.start, clause.time_span.start, "plan", "due", "target/due")

    def _is_ahead(self, clause: ReadClause) -> bool:
        published, period = self._published, clause.period
        assert clause.time_span is not None
        if not published:
            return self._is_after_all_told(clause)
        if not period or (clause.time_kind or "") == "vague":
            return False
        start, _, end = period.partition("/")
        end = end or start
        if clause.time_kind == "deadline":
            words = clause.period_text or ""
            if _END.fullmatch(words):
                assert clause.time_span is not None
                if not is_done_then(self._text[clause.time_span.end : clause.span.end]):
                    return False
            elif words.startswith(("未来", "今后")):  # not 谋划今后五年的发展
                return clause.time_span is not None and clause.time_span.start == clause.span.start
            elif not _DUE.search(words) or words == "到今年" or self._is_looked_back_on(clause):
                return False
            if self._back and end[:4] == published[:4] and published[5:7] in _LAST_MONTHS:
                return False  # 到2020年底，公路达4860公里, in a review of that December
            return end >= published[: len(end)]
        day = len(end) == len(published) > len("2024-03")  # 3月20日起, told on the 12th
        if _MONTH.match(end) and (end > published if day else self._is_later_month(end, clause)):
            assert clause.time_span is not None
            if _WENT_WELL.match(self._text, clause.time_span.end):
                return False
            if (clause.period_text or "").endswith("起"):
                return not _IN_FORCE.match(self._text, clause.time_span.end)
            return is_done_then(self._text[clause.time_span.end : clause.span.end])
        if _PART_OF_YEAR.fullmatch(end):
            begun = published[:4] == end[:4] and len(published) > len("2024")
            if begun and _DID.match(self._text, clause.time_span.end, clause.sentence.end):
                return False  # 今年下半年投资3600万元扩建了冷库
            return self._is_later_month(last_month(end), clause)
        return end[:4] > published[:4]

    def _is_looked_back_on(self, clause: ReadClause) -> bool:
        """Whether what years have brought is told around a clause: 五年内，新增企业193家."""
        if not (clause.period_text or "").endswith("年内"):
            return False
        start = self._text.rfind("\n", 0, clause.span.start) + 1
        if _TO_BRING.search(clause.sentence.text):
            return False
        return (
            _BROUGHT.search(self._text, max(start, clause.span.start - _SEEN), clause.span.start)
            is not None
        )

    def _is_later_month(self, end: str, clause: ReadClause) -> bool:
        """Whether a month is still to come.

        Where nothing but the year is known, it is if what goes on now is told before:
        目前正在施工，9月建成.
        """
        published = self._published or ""
        if end == published[: len(end)] or end[: len(published)] != published:
            return end[: len(published)] > published[:7]
        before = self._text[clause.sentence.start : clause.span.start]
        return _UNDERWAY.search(before) is not None

    def _is_after_all_told(self, clause: ReadClause) -> bool:
        """Whether 到2027年 is later than any year that a page of no known day tells of."""
        if not UNTIL_YEAR.match(clause.period_text or ""):
            return False
        if _DONE.search(self._text, clause.span.start, clause.sentence.end):
            return False
        years = _YEAR_TOLD.findall(self._text)
        return (clause.period or "9")[:4] > max(years, default="")

    def read_year(self, clauses: Sequence[ReadClause], i: int) -> Cue | None:
        """The year that has just begun, of works that it is to bring: 今年实施项目80个."""
        clause, published = clauses[i], self._published or ""
        yearly = (clause.period_text or "").startswith("全年")
        if not clause.numbered or not (yearly or clause.period == published[:4]):
            return None
        if yearly and clause.dated and is_of_begun_year(self._text, clause, self._published):
            at = clause.head
            return Cue(at, at, "plan", "due", "target/due")
        dated = any(c.dated and c.period == clause.period for c in clauses[: i + 1])
        if not dated or _DONE.search(clause.sentence.text):
            return None
        early = (
            published[5:7] in _FIRST_MONTHS and not yearly
        )  # 全年: of the year before, as likely
        early = early and _BEGUN.match(self._text, clause.head) is not None
        if not early and not _ARRANGED.match(self._text, clause.head):
            return None
        at = clause.head
        return Cue(at, at, "plan", "due", "target/due")


def is_of_begun_year(text: str, clause: ReadClause, published: str | None) -> bool:
    """Whether a whole year is told of that has only begun: 今年…。全年完成投资8亿元, in January.

    Args:
        text: the passage's text.
    """
    if not (clause.period_text or "").startswith("全年") or not published:
        return False
    if clause.period != published[:4] or not "01" <= published[5:7] <= "06":
        return False
    underway = "今年" in text[max(0, clause.span.start - _SEEN) : clause.span.start]
    return underway and _REACHED.search(clause.sentence.text) is None
