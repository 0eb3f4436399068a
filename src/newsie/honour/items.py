"""A list of recipients in, the words of each of them out, with the totals that the list states."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsie.article import MENTION_MARKS
from newsie.honour.bare_name import GROUP_NOUN, looks_like_name, person_at_end
from newsie.honour.recipient_kind import counts_recipients, group_kind, noun_kind
from newsie.honour.region import RecipientKind, Region
from newsie.honour.work import WORK_NOUN
from newsie.number import parse_number
from newsie.triggers import compile_quick

_PERSON = MENTION_MARKS["person"]
_POST = MENTION_MARKS["post"]
_QUANTITY = MENTION_MARKS["quantity"]
_ORGANISATION = MENTION_MARKS["organisation"]
_PLACE = MENTION_MARKS["place"]
_DATE = MENTION_MARKS["date"]

# What stands before the first recipient of a clause and is none of it.
_LEAD_IN = re.compile(
    rf"(?:(?:又讯|与此同时|会上|会议上|大会上|当天|当日|现场|活动中|活动现场|期间|会议期间|论坛现场|仪式上|其中|此外|另外|另有|还有|以及|"
    rf"同时|此前|至此|(?:另外|还有)?[一1][名位](?=[\u4e00-\u9fff]{{2,8}}(?:选手|运动员|教师|学生).{{2}})|[我本全该]?[省市县区镇]?辖区内?的?|[我本全该][省市县区镇]内的?|[域境]内的?|近日|日前|共计|最终|最后|目前|来自|包括|同样|随后|从而|进而|这样|据悉|据了解|经[^，]{{0,20}}?评审|这也?是|热烈|隆重|祝贺(?=[^，、]{{2,4}}$)|经过[^，]{{0,20}}|截至目前|近年来|近几年来?|[多几]年来|[左右上下]?图为|"
    rf"本次|今年以来|{_DATE}|追授|授予|(?:最终|最后|共)?(?:评选?|推选|遴选|选)[出产]生?了?|(?:向|给|为|对|由|将|与|和|祝贺|欢迎|慰问|看望)(?={_PERSON}|{_POST}|{_ORGANISATION}|{_PLACE}|[^，、]{{4}}|[^，、]{{2,3}}、)|"
    rf"[{_PLACE}{_ORGANISATION}](?:还|也|共|已|现|新|另|总){{0,2}}有(?=[{_PLACE}{_ORGANISATION}{_PERSON}{_POST}《]|[^，、{_QUANTITY}]{{2,12}}、)|"
    rf"[^，、{_PERSON}{_QUANTITY}]{{1,20}}[和与及](?:所属|所辖|下属|下辖)[^，、{_QUANTITY}]{{1,8}}有(?={_QUANTITY})|"
    rf"[^，{_PERSON}]{{2,16}}中(?:共|已|就){{0,2}}有(?={_QUANTITY})|"
    rf"[^，{_PERSON}{_QUANTITY}]{{1,20}}(?:行业|系统|领域|地区)(?:共|已|现|一共|累计){{1,2}}有(?={_QUANTITY})|"
    rf"在[^，]{{0,30}}?(?:上|中(?![国央共华心小学山])|里|下)(?![^，]{{0,12}}(?:奖|赛))|[由经]?[^，、《“]{{0,12}}?(?:选送|创作|编排|演唱|演出|撰写|设计|研发|完成|报送|拍摄|申报|推荐)的(?!{WORK_NOUN}))[，：:]?)+"
)
# 2.七年级（1）班: the number of an item in a list of news
_NUMBERED = re.compile(
    r" *(?:[0-9]{1,2}[.．、）](?![0-9])|[一二三四五六七八九十]{1,3}、"
    r"|（[一二三四五六七八九十0-9]{1,2}）|[①-⑳])"
)
# What stands between the last recipient and the verb.
_ADVERBS = compile_quick(
    rf"(?:(?:此次|本次|这次|并列第.{{1,3}}|并列{_QUANTITY}?|位列.{{1,8}}|排名.{{1,8}}|名列.{{1,8}}|还|也|又|均|都|双双|同样|强势|惊险|轻松|(?:联手|携手|搭档)?(?:出战|登场|出场|亮相)|毫无悬念|连克强敌|分别|先后|早|更|成功|首次|一举|光荣|并|被|已|再次|再度|再|一一|逐一|从而|进而|共|全部|同时|曾|曾经|连续|多次|"
    r"率先|顺利|同步|一同|携手|齐齐|接连|陆续|一并|最终|则|才|便|就|继|刚刚|今年|去年|喜|荣|本人|不仅|近日|日前|此前|当场|共同|一起|正式|凭此|因此|以此|力压群雄|脱颖而出|上榜|榜上有名|在列|"
    rf"各$|连续{_QUANTITY}|"
    rf"以[^，、]{{0,8}}{_QUANTITY}|"
    r"(?:[县镇乡区市]域)?(?:经济综合|综合经济|综合|经济)(?:实力|竞争力)|(?:一路)?(?:过关斩将|高歌猛进|披荆斩棘)|沉着(?:冷静|应战)|[顽奋][强力勇]拼搏|不畏强[手敌]|敢打敢拼|力克群雄|技压群雄|不负众望|(?:发挥|表现|状态)(?:出色|稳定|优异|突出|神勇)|连续第?[0-9一二三四五六七八九十两]+[年次届]|第?[0-9一二三四五六七八九十两多]+次|以[^，]{0,20}?的?(?:成绩|战绩|佳绩|优势|总分|比分|高分)|凭借[^，]{0,30}"
    rf"|作为[^，]{{2,24}}?(?:代表|一员)|从[^，]{{0,30}}?中?脱颖而出|在[^，]{{0,30}}?(?:[上里]|中(?![国央共华心小学山]))|由于[^，]*|(?:(?<![立建设])于|自从?|从)?{_DATE}(?:[、和及]{_DATE})*)){{1,6}}$"
)
_SEPARATOR = re.compile(
    rf"、|；|/|(?:以?及|和|与)(?=[《“0-9{_PERSON}{_POST}{_QUANTITY}{_ORGANISATION}{_PLACE}])"
    rf"|(?<=[{_PERSON}{_ORGANISATION}{_PLACE}])(?:以?及|和|与)|(?<=家庭)(?:以?及|和|与)|以及(?=[^，、]{{3,30}}(?:、|$|等{_QUANTITY}))|(?:搭档|联手|携手)(?=[^，、出登亮]{{1,3}}$)|(?<=》)(?=《)"
)
# A list whose items are parted by commas: 机械工高小满，学院院长林春生.
_COMMA = re.compile(rf"，(?=[^，、。]{{0,40}}?{_PERSON}(?:[，、；（]|等|$))")
# 城东村、柳湾村，青石街道南河社区: bodies of one place, and those of the next
_COMMA_OF_BODIES = re.compile(
    rf"(?<=[村区镇乡县市司校院局队所站{_ORGANISATION}{_PLACE}])，"
    rf"(?=[^，、。；]{{0,30}}[村区镇乡县市司校院局队所站{_ORGANISATION}{_PLACE}](?:[、，等]|$))"
)
# 医院主任、主任医师高小满，小学校长、高级教师林春生
_COMMA_OF_POSTS = re.compile(rf"(?<={_PERSON})，(?=[^，。]{{0,40}}{_PERSON}(?:[，；（]|等|作为|$))")
_COMMA_OF_NAMES = re.compile(
    rf"(?<=[{_PERSON}{_ORGANISATION}{_PLACE}])，(?=[{_PERSON}{_ORGANISATION}{_PLACE}](?:[、，等]|$))"
    rf"|(?:(?<=[{_PERSON}{_ORGANISATION}{_PLACE}])|(?<=、[\u4e00-\u9fff]{{2}})|(?<=、[\u4e00-\u9fff]{{3}}))，(?={_QUANTITY}[^，、]{{0,6}}$)"
    rf"|(?:(?<=、[\u4e00-\u9fff]{{2}})|(?<=、[\u4e00-\u9fff]{{3}}))，"
    rf"(?=[{_ORGANISATION}{_PLACE}][\u4e00-\u9fff]{{2,5}}(?:、|$))"
)
# 青石镇柳湾村，海州市南河村: bodies parted by where they lie
_COMMA_OF_PLACED = re.compile(
    rf"(?<=[{_ORGANISATION}{_PLACE}村镇乡区园校院司])，"
    rf"(?=[{_ORGANISATION}{_PLACE}\u4e00-\u9fff]{{0,18}}?(?:[{_ORGANISATION}{_PLACE}村镇乡校司]|社区|街道|医院)(?:[、，和]|$))"
)
# 等16家企业: how many there are, and of what; 等 of 一等奖 or 高等 is another word.
_TOTAL = re.compile(
    rf"(?:(?<![一二三特优高中初平同何均])|(?<![二三特优])(?=等{_QUANTITY}))等(?![级于待]|同(?![志学]))"
    rf"(?:[^、，。等{_QUANTITY}]{{0,16}}?(?:{_QUANTITY}|[0-9一二三四五六七八九十百两]+[余多]?[家个名位人项件所支户对组部首篇幅处座]))?"
    r"(?:[^、，。；（]{4,40}的)?[^、，。；（]{0,14}?(?:（[^（）]{1,12}）)?(?=$|和|及|以及|与|、|，)"
    # 苏小灿、余家军5人: the count right behind the last name
    rf"|(?:(?<=[、和与][^、，]{{2}})|(?<=[、和与][^、，]{{3}})|(?<=、[^、，]{{4}})|(?<=、[{_PERSON}{_ORGANISATION}])"
    rf"|(?<=[^第等{_QUANTITY}，]{{3}}、[^、，]{{5}})|(?<=[科室部队组班站院校村]))"
    rf"{_QUANTITY}[^、，。；]{{0,14}}$"
)
_COUNT_AT_END = re.compile(rf"(?<=[^、，等{_QUANTITY}]){_QUANTITY}[^、，。；{_QUANTITY}]{{0,8}}$")
# 松柏村和护国村; no 和 of 和平村.
_AND = re.compile("(?<=.)(?:以?及|和|与)(?![平谐田睦悦美丰顺兴林政硕静龙合县])(?=.)")
_DEPARTMENT = re.compile("(?:学院|系|学部|研究[院所]|协会|学会|局|委员会|中心|科|处)$")
_PLACED = (_PLACE, _ORGANISATION, _POST)  # what may stand before a name: 我市高小满
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"))
_JOINED = re.compile("以及|和|及|与|、|，")
_BRACKETS = re.compile(r"（[^（）]*）")
_NOTE = re.compile(
    r"[、，：·]|^(?:女|男)|[女男族届]$|代表|培育|选送|推荐|作者|小学|中学|单位|["
    + _PERSON
    + _POST
    + _ORGANISATION
    + "]"
)
_OPENERS = "“《（" + "".join(MENTION_MARKS.values())


def cut_totals(region: Region) -> Iterable[tuple[Region, int | None, RecipientKind | None]]:
    """The lists in a list: 甲、乙等11人和丙等两个集体, each with its total and what it is of."""
    start = 0
    marked = region.marked
    if counted := _COUNT_AT_END.search(marked):
        whole = region.part(0, counted.start())
        total, kind = _read_total(region.part(counted.start(), counted.end()))
        times = not _counts(region.part(counted.start(), counted.end()))
        if total and total > 1 and not times and len(list(split_list(whole, False))) == total:
            yield whole, total, kind  # 市税务局、城东社区2个单位
            return
    for found in _TOTAL.finditer(marked):
        if marked.count("《", 0, found.start()) != marked.count("》", 0, found.start()):
            continue
        if not found[0].startswith("等") and (
            _QUANTITY in marked[: found.start()]
            or "、" not in marked[: found.start()]
            or not _counts(region.part(*found.span()))
        ):
            continue  # 城东村50户、城西村32户; 该院1名法官
        total, kind = _read_total(region.part(found.start(), found.end()))
        yield region.part(start, found.start()), total, kind
        start = found.end()
        if joined := _JOINED.match(marked, start):
            start = joined.end()
    if start < len(marked):
        rest = strip_region(region.part(start, len(marked)))
        if rest.marked or start == 0:
            yield rest, None, None


def strip_region(region: Region) -> Region:
    """Without the words before the first recipient and behind the last that are none of them."""
    marked = region.marked
    numbered = _NUMBERED.match(marked)
    start = numbered.end() if numbered else 0
    while start < len(marked) and not marked[start].isalnum() and marked[start] not in _OPENERS:
        start += 1
    if marked[start : start + 1] == "的":
        start += 1
    if marked[start : start + 1] == "“" and "”" not in marked:
        start += 1  # somebody's words, of which this is the beginning
    if found := _LEAD_IN.match(marked, start):
        start = found.end()
    end = len(marked)
    if marked.endswith(_QUANTITY) and _counts_times(region):
        end -= 1  # 于2015年、2021年两次
    if found := _ADVERBS.search(marked, start, end):
        end = found.start()
    while start < end and marked[start] in " ，、：":
        start += 1
    while end > start and marked[end - 1] in " ，、的":
        end -= 1
    return region.part(start, end)


def _counts_times(region: Region) -> bool:
    """Whether the last quantity of a stretch says how often: 两次, 五届."""
    last = [mention for mention in region.mentions() if mention.kind == "quantity"][-1:]
    return any(mention.value.unit in ("次", "届", "度") for mention in last)


def split_list(region: Region, free: bool) -> Iterable[Region]:
    marked = region.marked
    position = 0
    depth = 0
    cuts = []
    commas = (
        (_COMMA_OF_NAMES, _COMMA_OF_POSTS, _COMMA_OF_PLACED) if free else (_COMMA, _COMMA_OF_BODIES)
    )
    found_all = [f for pattern in (_SEPARATOR, *commas) for f in pattern.finditer(marked)]
    separators = {found.start(): found.end() for found in found_all}
    for i, character in enumerate(marked):
        if depth == 0 and i in separators and not _within_name(region.part(position, i + 2)):
            cuts.append((position, i))
            position = separators[i]
        depth += (character in "“《（") - (character in "”》）")
    cuts.append((position, len(marked)))
    cuts = [part for cut in cuts for part in _cut_pair(region, *cut)]
    if len(cuts) == 1 and all(map(GROUP_NOUN.search, region.canonical.split())):
        cuts = [found.span() for found in re.finditer(r"[^ ]+", marked)]  # 甲公司 乙公司
    elif len(cuts) == 1 and " " in marked.strip() and _all_persons(region):
        cuts = [found.span() for found in re.finditer(r"[^ ]+", marked)]  # 高小满 林春生
    for start, end in cuts:
        if end > start:
            yield region.part(start, end)


def _within_name(region: Region) -> bool:
    """Whether 和 or 与 joins two words of a name whose end a finder knew: 建筑与规划学院."""
    before, joined = region.marked[:-2], region.marked[-2:]
    if joined == f"与{_POST}":
        return not _ends_with_name(region.part(0, len(before)))  # 灯具与玻璃研究室主任
    return (
        joined in (f"和{_ORGANISATION}", f"与{_ORGANISATION}", f"及{_ORGANISATION}")
        and re.fullmatch("[\u4e00-\u9fff]{2,6}", before) is not None
        and _DEPARTMENT.search(region.canonical) is not None
        and not (looks_like_name(before) or GROUP_NOUN.search(before))
    )


def _cut_pair(region: Region, start: int, end: int) -> list[tuple[int, int]]:
    """An item in two where 和 joins two names of bodies or persons: 松柏村和护国村."""
    marked = region.marked
    for joined in _AND.finditer(marked, start, end):
        before, after = marked[start : joined.start()], marked[joined.end() : end]
        whole = all(part.count(a) == part.count(b) for part in (before, after) for a, b in _PAIRS)
        first, last = region.part(start, joined.start()), region.part(joined.end(), end)
        if whole and _ends_with_name(first) and _ends_with_name(last):
            return [(start, joined.start()), (joined.end(), end)]
    return [(start, end)]


def _ends_with_name(region: Region) -> bool:
    marked = region.marked
    text = region.part(max(marked.rfind(m) for m in _PLACED) + 1, len(marked)).canonical.strip()
    text = text or region.canonical.strip()
    body = GROUP_NOUN.search(text)
    if body and len(text) - len(body[0]) > 1:
        return True
    return looks_like_name(text) or person_at_end(text, "individual", False) is not None


def _all_persons(region: Region) -> bool:
    words = region.canonical.split()
    return all(map(looks_like_name, words))


def _counts(region: Region) -> bool:
    """Whether the first quantity of a stretch counts recipients: not 16岁."""
    quantities = [mention.value for mention in region.mentions() if mention.kind == "quantity"]
    return not quantities or counts_recipients(quantities[0])


def _read_total(region: Region) -> tuple[int | None, RecipientKind | None]:
    for mention in region.mentions():
        if mention.kind == "quantity" and isinstance(mention.value.value, int):
            return mention.value.value, group_kind(mention.value, region.marked)
    if found := re.search(r"[0-9]+|[一二三四五六七八九十百两]+(?=[余多]?[^、])", region.marked):
        count = parse_number(found[0])
        return (count if isinstance(count, int) else None), noun_kind(region.marked)
    return None, noun_kind(region.marked)


def trim_item(region: Region) -> Region:
    marked = region.marked
    start, end = 0, len(marked)
    while start < end and marked[start] in " ，、：；":
        start += 1
    while end > start and marked[end - 1] in " ，、：；的":
        end -= 1
    if marked[end - 1 : end] == "等" and end - start > 2 and marked[end - 2] not in "平中高":
        end -= 1  # 为高小满、方大同等颁奖
    return region.part(start, end)


def cut_note(region: Region) -> Region:
    """Without the bracketed note on a recipient: 戴小月（女，苗族）."""
    marked = region.marked
    for found in _BRACKETS.finditer(marked):
        if found.start() and (found.end() == len(marked) or _NOTE.search(found[0][1:-1])):
            return trim_item(region.part(0, found.start()))
    return region
