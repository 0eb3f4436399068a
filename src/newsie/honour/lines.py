"""The lines behind a heading, or before a broken line, in, the recipients that they list out.

Forms that are taken:
    【好媳妇】 / 林春生 / 高小满                    a name a line, or several between blanks
    1.作品：《春天》，作者：林春生                  the work
    林春生 柳湾镇城东村村民                        the person, behind whom the workplace stands
    城东公司 奖金：20万元                          without the money
    5个镇、18个村 / 获评全国文明村镇               a line that layout broke
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.article import MENTION_MARKS, Article, Sentence
from newsie.honour.bare_name import looks_like_name
from newsie.honour.noun import RANK_TAIL, is_heading
from newsie.honour.recipients import read_recipients
from newsie.honour.region import NOBODY, Found, RecipientKind, Recipients, Region, region_of
from newsie.number import parse_number

# A line of a list: short, without a verb's punctuation, and no heading.
_LISTED = re.compile(
    r"^(?!【|[一二三四五六七八九十]+、|“|.*名单(?:（[^）]*）)?：?$)(?:[^，。；：！？|]{1,10}：)?[^，。；：！？|]{1,60}$"
)
_LABELLED = re.compile(r"^[^，。；：！？（]{1,10}：")
_TUTORED = re.compile(r"（(?:指导|辅导)[^（）]*）\s*$")  # 高小满（指导教师：林春生）
# A work and who made it: 1.作品：《春天》，作者：林春生.
_CREDITED = re.compile(
    r"^(?:[0-9]{1,3}[.．、])?(?:(?:获奖)?作品(?:名称)?：)?《(?P<work>[^》]+)》"
    r"[，、；（ —-]*(?:作者|选送|报送|单位|指导|创作|编导)[^。]{0,60}[。；]?$"
)
# A line that layout broke goes on in the next: 5个镇、18个村 / 获评全国文明村镇.
_UNFINISHED = re.compile(r"[^，。；：！？…”、]{2,40}(?:、[^，。；：！？…”、]{1,40})*$")
_MOST_BROKEN = 3
# The last line of a list, which goes on in a sentence: 以及李四、王五。
_LAST_LISTED = re.compile(r"^(?:以及|还有|和|另有)[^，；：！？]{2,400}[。]?$")
_YEARLY = re.compile(r"(?:19|20)[0-9]{2}年度?")
_PERIOD_LINE = re.compile(r"(?:19|20)[0-9]{2}年度?(?:全[国省市区县])?")  # 2017年度全市
# 《春天》 林春生 城东小学: a work in a cell of its own
_WORK_CELL = re.compile(r"(?:^|(?<=[ 、.．）]))《([^《》]{1,40})》(?=[ （，]|$)")
_PRIZE_LINE = re.compile("[\u4e00-\u9fff]{2,12}奖")  # 优秀指导奖
_BULLET = re.compile("[●■◆★▶▲]")
_BRACKETS = re.compile(r"（[^（）]*）")
# 城东公司 奖金：20万元
_PRIZE_MONEY = re.compile(r"[ ，](?:奖金|奖励|得分|总分|票数)：?[^，。；：]{1,8}$")
_LIST_TAIL = re.compile("(?:获奖|表彰|入选)?(?:名单|光荣榜)?(?:（[^）]*）)?：?$")
_PLACE_LINE = re.compile(
    r"(?:[0-9]{1,2}[.．、]|[一二三四五六七八九十]+、)?[一-鿿]{2,8}[省市州县区盟旗]（[0-9]+[家个名位项户]?）"
)
_ITEM = re.compile(r"(（|)([一二三四五六七八九十]+|[0-9]{1,2})(）|[.．、])")
_NUMBER = re.compile(
    r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十0-9]+）|[0-9]{1,2}[.．、])"
)
_WORK_LINE = re.compile(r"(?:获奖)?作品(?:名称)?：《?(?P<work>[^，。；：！？》]{2,40})》?")
# 望美公司 / 入选国家级绿色工厂: what stands above is no list, but a sentence that layout broke
_GOES_ON = re.compile(
    r"(?:[也又再]|成功|光荣|正式|双双|喜)*(?:入选|上榜|获评|被[评授认列命]|荣获|喜获|获得|荣登|跻身|成为|榜上有名)"
)
# 县妇联, at the end of a list of others: who signs it
_OFFICE = re.compile("[局委会办府厅部处]$")
_BROKEN_OFF = re.compile(
    r"(?:授予|命名|表彰|公布|发布|认定|荣获|获评|获得|入选|评为|成为)了?[^，。；：！？“”《》]{0,14}$(?<!名单)"
)
_MOST_LINES = 200
# 林春生江东区城东社区书记, 林春生市公安局民警: where a person works, right behind the name
_WORKS_AT = re.compile(r"（[^）]*）.|[省市区县](?:公安|教育|人民|卫生|委|政府|直|税务|总工会|医院)")
_PERSON_LINE = re.compile(
    r"(?:[民员长师工人者]|书记|主任|经理|教授|博士|医生|护士|干部|党员|民警|科员|委员)(?:，[^，]{2,12})?$"
)
# A line that goes on with what a person is: 家庭农场场长.
_POST_LINE = re.compile(rf"(?:{MENTION_MARKS['post']}|[长员师手家]|书记|主任|经理|教授|研究生)$")
# 中学数学组: a class of those who are listed below it
_CLASS_LINE = re.compile("[一-鿿]{2,9}[组类]：?")
_ORPHAN = 2  # so many characters of a broken line may stand between two recipients


def read_broken(article: Article, sentence: Sentence, hint: RecipientKind | None) -> Recipients:
    """The recipients in the lines right before a sentence, where layout broke the clause there."""
    items: list[Found] = []
    first = max(0, sentence.index - _MOST_BROKEN)
    for above in reversed(article.sentences[first : sentence.index]):
        text = above.text.strip()
        if above.in_title or not _UNFINISHED.fullmatch(text) or is_heading(text.split("、")[-1]):
            break
        whole = region_of(article, above, above.start, above.end)
        found = read_recipients(whole, hint).items
        if not found:
            break
        items[:0] = found
    return Recipients(tuple(dict.fromkeys(items)), None)


def follows_broken(article: Article, line: Sentence) -> bool:
    """Whether layout broke a clause in front of a line: 授予296个团组织 / 全国五四红旗团委称号."""
    above = article.sentences[line.index - 1] if line.index else None
    return bool(above and not above.in_title and _BROKEN_OFF.search(above.text.strip()))


def heads_list(article: Article, title: Sentence) -> bool:
    """Whether a headline heads a list itself, rather than lists with headings of their own."""
    after = article.sentences[title.index + 1 : title.index + 2]
    return title.in_title and not any(is_heading(line.text.strip()) for line in after)


def read_lines(article: Article, index: int, hint: RecipientKind | None) -> Recipients:
    """The recipients listed in short lines from a sentence on, up to a line that is none."""
    items: list[Found] = []
    kinds = 0  # headings of kinds of the honour: 敬业奉献模范 below 道德模范名单
    read: list[Sentence] = []
    for sentence in article.sentences[index : index + _MOST_LINES]:
        read.append(sentence)
        if _GOES_ON.match(sentence.text.strip()):
            return NOBODY
        whole = region_of(article, sentence, sentence.start, sentence.end)
        if tutored := _TUTORED.search(whole.marked):
            whole = whole.part(0, tutored.start())
        if money := _PRIZE_MONEY.search(whole.marked):
            whole = whole.part(0, money.start())
        plain = _BRACKETS.sub("", whole.marked)
        if sentence.index == index and whole.marked.strip() and not plain.strip():
            index += 1
            continue  # （5名）, below a heading
        if (kinds or sentence.index == index) and is_heading(sentence.text.strip()):
            if not kinds and _heads_its_own(article, sentence):
                return NOBODY
            kinds += 1
            continue
        if credit := _CREDITED.match(sentence.text):
            items.append(Found(credit["work"], None, "work"))
            continue
        if _LAST_LISTED.match(plain):
            items.extend(read_recipients(whole, hint).items)
            break
        if not _LISTED.match(plain) and _person_in_front(whole) is None:
            break
        if items and _heads_another(sentence.text.strip()):
            break
        if names_honour(sentence.text.strip()):
            break
        if _PLACE_LINE.fullmatch(sentence.text.strip()):
            continue  # 1.海州市（3家）: where those below it are
        if (
            sentence.index > index
            and _numbered_heading(sentence.text.strip())
            and not is_one_of(article, sentence)
        ):
            break
        label = _LABELLED.match(whole.marked)
        found = _read_line(whole.part(label.end(), len(whole.marked)) if label else whole, hint)
        if not found and _CLASS_LINE.fullmatch(plain.strip()):
            continue
        if not found and len(sentence.text.strip()) > _ORPHAN and not _POST_LINE.search(plain):
            break
        items.extend(found)
    if len(items) > 1 and read[-1].index == len(article.sentences) - 1 and _is_signed(items):
        items.pop()
    works = [work for line in read if (work := _work_of(line))]
    return Recipients(tuple(dict.fromkeys(works or items)), None)


def _is_signed(items: Sequence[Found]) -> bool:
    """Whether the last of a list is an office that signs it, no other on it being one."""
    offices = [bool(_OFFICE.search(item.name or "")) for item in items]
    return offices[-1] and not any(offices[:-1])


def _work_of(line: Sentence) -> Found | None:
    """What a line of a list says was written or made: 作品：我眼中的春节."""
    found = _WORK_LINE.fullmatch(line.text.strip())
    return Found(found["work"], None, "work") if found else None


def _numbered_heading(line: str) -> bool:
    """Whether a line is the heading of another honour, with its number: 2.引进内资先进县."""
    number = _NUMBER.match(line)
    return bool(number and is_heading(_BRACKETS.sub("", line[number.end() :]).rstrip("：")))


def _heads_its_own(article: Article, line: Sentence) -> bool:
    """Whether a numbered heading below another is of an honour of its own: 一、先进乡镇."""
    above = article.sentences[line.index - 1] if line.index else None
    if above is None or not _numbered_heading(line.text.strip()):
        return False
    return _LIST_TAIL.sub("", above.text.strip())[-2:] != line.text.strip().rstrip("：")[-2:]


def is_one_of(article: Article, line: Sentence) -> bool:
    """Whether a line is an item of a numbered list, right beside the next one or the last."""
    own = _ITEM.match(line.text.strip())
    if own is None:
        return False
    for beside, step in ((line.index - 1, -1), (line.index + 1, 1)):
        if 0 <= beside < len(article.sentences):
            other = _ITEM.match(article.sentences[beside].text.strip())
            same = other is not None and (own[1], own[3]) == (other[1], other[3])
            if same and other is not None and _order(other[2]) == _order(own[2]) + step:
                return True
    return False


def _order(number: str) -> int:
    value = parse_number(number)
    return int(value) if value is not None else -1


def names_honour(line: str) -> bool:
    """Whether a line is one more honour of a list of honours: 2016年县“示范村”."""
    year = None if line.endswith("名单") else _YEARLY.match(line)
    return bool(year and is_heading(line[year.end() :].replace("“", "").replace("”", "")))


def _heads_another(line: str) -> bool:
    """Whether a line heads the list of another honour: 二等奖, ●“全国优秀教师”."""
    if _PERIOD_LINE.fullmatch(line) or (_PRIZE_LINE.fullmatch(line) and is_heading(line)):
        return True
    bullet = _BULLET.match(line)
    words = line[bullet.end() :].strip("“”") if bullet else ""
    plain = _BRACKETS.sub("", line).rstrip("：")
    return bool(RANK_TAIL.search(plain) or (words and is_heading(words)))


def _person_in_front(line: Region) -> str | None:
    """The person whom a line begins with, where the workplace stands behind the name."""
    text = line.canonical.strip()
    if not _PERSON_LINE.search(text):
        return None
    start = line.offset + len(line.canonical) - len(line.canonical.lstrip())
    places = {mention.start - start for mention in line.sentence.mentions_of("place")}
    return next(
        (
            text[:length]
            for length in (3, 2, 4)
            if looks_like_name(text[:length])
            and len(text) > length + 2
            and (length in places or _WORKS_AT.match(text, length))
        ),
        None,
    )


def _read_line(line: Region, hint: RecipientKind | None) -> list[Found]:
    """What a line lists: the items between blanks; a person's line holds that person alone."""
    marked = line.marked
    if hint != "individual" and (works := _WORK_CELL.findall(line.canonical)):
        return [Found(work, None, "work") for work in works]
    if (name := _person_in_front(line)) is not None:
        return [Found(name, None, "individual")]
    persons = [m for m in line.mentions() if m.kind == "person"]
    if persons and "《" not in marked:
        listed = read_recipients(line, "individual").items if "、" in marked else ()
        people = [item for item in listed if item.kind == "individual" and item.name]
        known = [Found(m.value.name, None, "individual") for m in persons]
        return people if len(people) > len(known) else known
    cuts = [found.span() for found in re.finditer(r"[^ ]+", marked)]
    if len(cuts) > 1 and marked.endswith(("家庭", "一家")):
        cuts = cuts[-1:]  # 城东社区 林春生家庭
    found = [
        item for start, end in cuts for item in read_recipients(line.part(start, end), hint).items
    ]
    people = [item for item in found if item.kind == "individual"]
    if people or hint == "individual":
        return people
    works = [item for item in found if item.kind == "work"]
    return works or found
