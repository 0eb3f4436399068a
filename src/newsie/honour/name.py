"""The words behind a verb of honouring in, the honours that they name out.

Forms that are taken:
    “海州市劳动模范”称号                     海州市劳动模范
    2025年度“海州杯”金杯奖                   2025年度海州杯金杯奖
    第六批国家级“小巨人”企业名单             第六批国家级小巨人企业
    小学数学组一等奖、二等奖                 two, the head of the first filled in
    男子组金、银牌                           two, the tail of the second filled in
    团体总分第一名                           a rank that is an honour
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsie.honour.honour_list import lent_tail, split_honours
from newsie.honour.noun import (
    KIND,
    QUOTED,
    RANK_NAME,
    RANK_TAIL,
    find_head,
    find_kind,
    is_honour,
    is_levelled,
)
from newsie.honour.region import RecipientKind
from newsie.honour.spelling import spell_out, unquote, whose_is
from newsie.triggers import compile_quick

# 全国文明单位、文明村镇: the word of praise from which on the second is spelt out
_PRAISE = re.compile(
    r"先进|优秀|模范|最美|文明|示范|美丽|和谐|绿色|卫生|平安|十佳|五四红旗|三八红旗"
)
_LONGEST_ELIDED = 9
# 获得的第四枚金牌, 获得这一荣誉: which honour it is, another sentence says.
_TALK_OF = re.compile(
    r"[了过]?(?:的(?:第|这|首[枚个])|的(?![^，。是]{0,30}(?:[金银铜]牌|[冠亚季]军|奖(?![励金])|称号))"
    r"|这[一个项]|此项|该项)"
)
# 发布最美巾帼奋斗者先进事迹: whose deeds they are
_DEEDS = re.compile(r"(?<=[\u4e00-\u9fff”])(?:的)?先进事迹$")
# What all it is given to: 文明单位（校园、村镇、社区）.
_LIST_IN_NOTE = re.compile(r"（[^（）]*、[^（）]*）$")
# Who stands where on the picture, how many there are: 五一劳动奖章（右一）, 一等奖（全国仅5人）.
_ON_PICTURE = re.compile(
    r"（(?:[左右前后上下中][起排]?[一二三四五六]?|[如见][左右上下]?图|资料图片?|[^）]{1,8}摄|(?:全[国省市区县])?第[0-9一二三四五六七八九十]+名?|(?:全[国省市区县校]|为)?(?:仅|只有|共)[^）]{1,6}|全[国省市区县校](?:[0-9]+|[一二两三四五六七八九十]+)[个名家项人件所][^）]{0,4}|名单[^）]{1,8}|并列[^）]{0,6}|[^）]*[只仅][^）]*|含[^）]*)）$"
)
# 一等奖（得分高居全市第一）: what is said besides of a rank
_REMARK = re.compile(r"(?<=等奖)（[^（）]*）$|(?<=[金银铜][奖牌])（[^（）]*）$")
# 一等奖列全省第7名: how high it ranks.
_PLACED_AT = re.compile(r"(?<=奖)(?:，?位?列|位居|居|排名?|名列)(?:全|第).*$")
# 对柳湾村荣获“特色村寨”荣誉称号表示祝贺
_SAID_OF_IT = re.compile(
    r"(?<=[”号誉奖])(?:表示(?:热烈|衷心)*祝贺|予以|进行|给予|致以).*$|(?<=[”号誉位县区市镇村体人奖])(?:之后|以后|后|以来)(?:$|(?=的?[再又首获第])[^“”]*$)|(?<=..)之后(?=的?[再又首获第])[^“”]*$|(?<=称号)[也是].*$|(?<=”)这[一个].*$"
)
# 金奖（2015年11月21日06版): the paper's own mark behind a headline
_PRINTED_ON = re.compile(r"[ ]?（[ ]?(?:19|20)[0-9]{2}年")
_OF = re.compile("的|并")
# 高小满荣获“先进个人”称号、林春生获得“劳动模范”称号: the second is another's.
_ANOTHER = re.compile(
    r"(?!还|也|又|曾|并|同时|先后|再次|连续|多次|(?!(?:19|20)[0-9]{2}年被)[0-9一二三四五六七八九十两]+(?:次|年|度))[^“”《》]{2,30}?"
    r"(?:荣获|获评|喜获|荣立|获得(?!者)|获(?=“)|被?(?:评|授予|命名|认定)为|被授予|被[^，、。]{1,16}(?:授予|[评命认确][为名定]为?))"
)
# 全国重点镇、文明镇等荣誉称号: all that stands before is honours.
_ANY_TITLE = re.compile(
    r"(?![^“”]*(?:[的了在被由把向]|奖项|荣誉|称号))“?[\u4e00-\u9fffA-Z（）“”·]{4,20}”?"
)
_TITLES_BEHIND = re.compile(
    r"等[^、，”]{0,12}(?:荣誉|称号|美称|美誉)(?:共计?|达)?(?:[0-9一二三四五六七八九十百]+[余多]?[项个次])?$"
)
_TITLE = re.compile(r"等?(?:(?:荣誉|光荣)?称号|美[称誉名])$")
_INSIGNIA = compile_quick(
    r"(?:(?<=”)(?:通报)?(?:嘉奖|表扬)|(?<=[”章状号体人位手兵杰员者师])(?:通报)?表彰(?:奖励)?|(?:等一批|[两三四五六七八九十0-9]+[块项个])?(?:国家级)?金字招牌|(?:[两三四五六七八九0-9][块面个项枚])?等?(?:(?:国家)?荣誉称号|光荣称号|称号|荣誉奖牌|(?:(?<=”)认证)?奖牌|牌匾|匾牌|铜牌匾|牌子|证书|奖杯|(?<!劳动)奖状|锦旗|(?<=[镇村市县区位园])铜牌|(?:培养|培育|公布|入选)?名单|名录|榜单|行列|之列|殊荣"
    r"|的?荣誉|之一|(?<![金奖]牌)(?<![总积]分)榜|头衔|资格|认定|(?<=.)获得者|(?<=[县区市镇村）园地])命名(?:表彰|授牌)?|桂冠|美誉|美称|美名)){1,6}$"
)
# 获省级青年荣誉: of which sort it is, and not which
_OF_SORT = re.compile("(?:全国|国家级?|省级|市级|部级)[\u4e00-\u9fff]{0,3}荣誉")
# “体育道德风尚奖”代表队: which sort holds it
_HELD_BY = re.compile(
    r"(?<=奖”|尚奖)(?:代表队|代表团|运动队|参赛队|运动员|裁判员|球队)$|(?<=奖状|锋号)(?:集体|单位)$"
)
_CHOOSING = re.compile(r"(?<=[”奖模杰星手号人师])评选(?:活动|结果)*$")  # 揭晓“十佳教师”评选结果
_RANK_ITEM = re.compile(r"[特一二三]等奖项$")
_OF_STATE = re.compile("(?<=”)国家$")  # “人民工匠”国家荣誉称号
_OF_RANK = re.compile(rf"(?<=.)的(?={RANK_NAME}$)")  # 混合接力的金牌
_RANK = re.compile(rf"^{RANK_NAME}$")
_BARE = re.compile(
    rf"^(?:{RANK_NAME}|特别奖|正奖|前[两二三四五六八十]名)$"
)  # 特别奖 may also stand by itself
# A heat of a contest is none of the place won in it.
PLACED = re.compile(r"[金银铜]牌|总?冠军|亚军|季军|第[一二三四五六七八九十0-9]+名")
_HEAT = re.compile(
    r"(?:半?决赛|(?<!集体)(?<!团体)(?<!个人)(?<!单项)项目|赛事|(?<=[米级打力])比赛)$"
)
_COUNT = re.compile(
    r"各[一二两三四五六七八九1-9][枚个项块]$|等(?:众多|诸多|若干|一系列|系列|多个?|多项)(?:荣誉|称号|奖项)*$"
    r"|(?<![特一二三四五六优上中])等(?:各[级类]|多|近|上|数)*[0-9一二三四五六七八九十百两多]*[余多]?[个项]?(?:大)?(?:[国家省部市县区级]*)(?:大?奖项?|荣誉称号|光荣称号|荣誉|称号|殊荣)?$"
    r"|(?<![0-9第前])共?[0-9一二三四五六七八九十两]+[个项枚块座次人家位名篇件]$"
    r"|[0-9一二三四五六七八九十两多]+[个项大]大?(?:奖项|奖|荣誉|称号)$"
    r"|等(?:[各多]种|各类|各级)?(?:[国家省部市县区及以上]+级?)?(?:荣誉|称号|奖项|奖励|表彰|荣誉称号)(?:共计|共|达|近)?[0-9一二三四五六七八九十两百]+[余多]?[个项次块]$"
)
_LEADING = re.compile(
    r"^(?:[本该我][省市县区州镇乡](?=.{4})|荣?[记立](?=(?:集体|个人)[一二三]等功)|(?:今年|去年|本次|此次)?(?:首次|最新|新)?(?:发布|公布)的|[0-9一二三四五六七八九十]+[家个名位项](?=[省市县区]长|[^，、大]{2,}奖$)|了|过|得|到|为|成(?![人都年语果长功])|一批|今年的?|本年度的?|(?:公布|认定|命名)了|.*(?:荣获|获评|入选(?=[^名])|表彰为|评为|喜提|喜获|斩获|夺得|获得(?!者))|产生|(?:最终|最后|共)*评(?:选|定)?出|由?[^，“”]{2,30}?(?:颁发|授予|评选|主办|举办|组织|开展)的|[^，“”]{0,16}(?:受奖|获奖|受表彰|获表彰)的|(?:全[国省市区县])?(?:首[个家]|唯一)(?:的)?(?=“)|年度(?=[\u4e00-\u9fff]{4})|奖励了?(?=[^，]{4})|的|入(?=[^选围])|[^，“”的]{3,30}的(?=国家|全国|中国|世界|省|全省)|[本该此][届项次](?:运动会|大赛|比赛|竞赛|评选|活动|评比|赛事)?|同时|另?增设|设立|个人(?=首|第)|(?:个人)?职业生涯的?|历史|[^，“”]{0,8}(?:产品|作品|者|单位)(?:分别)?[是为]|[0-9一二三四五六七八九十两]+项|首[枚个块]|(?:[一1]枚)?(?:宝贵|珍贵)的?|唯一|(?:综合|最高)(?:大奖|奖)——(?=“)|[^，“”]{1,20}?首[枚块](?=[金银铜]牌)|[^，“”]{0,16}最高(?:荣誉)?(?:大奖|奖项?|荣誉)(?:——|(?=“))"
    r"|[0-9一二三四五六七八九十百]+[余多]?[家个名位项](?=(?:19|20)[0-9]{2}年|第.{1,3}批)|第[0-9一二三四五六七八九][枚块]|[1一][项个枚块名]|专项奖(?=[“]|.{3}))+"
)
_LIST_OF = re.compile(r"(?<=.{6})(?<!入选)(?<!获奖)名单$")  # “民营企业名单”
# 2014-2016年度442个“民间文化艺术之乡”
_DATED_COUNT = re.compile(
    r"(?:(?:19|20)[0-9]{2}[-—至])?(?:19|20)[0-9]{2}年度?(?:的)?[0-9]+[个家名位项件所户]"
)
_COUNT_OF = re.compile(r"的?[0-9]+[个家名位项件所户]$")
_YEAR = re.compile(
    r"(?:19|20)[0-9]{2}(?=学?年|届|[-—至])|(?<=[-—至])(?:19|20)[0-9]{2}(?=学?年)|^(?:19|20)[0-9]{2}(?![0-9米强家名人个公余多])"
)
# 省二等奖, 国家级一等奖项: a rank at a level of the contest that is spoken of.
_OF_LEVEL = re.compile(rf"^(?:国家级?|全国|[省市区县州]级?){RANK_NAME}$")
_OF_SEX = re.compile(rf"^[男女]{RANK_NAME}$")  # 男、女冠军
# 机关组 of 机关组男子单打冠军, 万米跑项目 of 男子组冠军: a part of a contest, and what is won in it
_PART = re.compile("^[^男女混].*(?:组|项目)$")
_OF_EVENT = re.compile(
    rf"^(?:[男女]子?|混合|团体|个人|[单双]打|[0-9]+米)[^，。]{{0,10}}?(?:{RANK_NAME}|前[两二三四五六八]名)$"
)
# 金牌12枚: how many of all, not which
_MEDALS = re.compile(r"共?[金银铜]牌(?:(?!1枚|1块)[0-9]{1,3}|[二两三四五六七八九十]+)[枚块]")
_OTHER_SEX = str.maketrans("男女", "女男")
# 园艺赛项银牌: a part of a contest by its nature
_OF_TRACK = re.compile(rf"^[^，。第届年]{{1,16}}(?:赛项|赛道)[^，。第届年]{{0,8}}?{RANK_NAME}$")
_OF_CONTEST = re.compile(
    r"^(?:大赛|比赛|竞赛|大会|赛事|(?P<fair>交易会|博览会|展销会|[农茶]博会)|[该本此这][届次]?[^，。]{0,4}(?:大?会|大?赛事?|节|评选|活动))的?"
    rf"(?P<rank>(?:团体|个人|综合|单项|总分|男子|女子)*(?:{RANK_NAME})(?:产品|作品)?|最佳组织奖|优秀组织奖)$"
)


# 自治区模范集体 behind 国务院民族团结进步模范集体: of the same, at another level
_LEVEL = (
    r"(?P<level>国务院|全国|国家级?|自治区级?|省级?|市级?|[区县州]级?"
    r"|[\u4e00-\u9fff]{2,3}[省市区县州])"
)
_KIND_END = r"(?P<kind>(?:先进|优秀|模范)(?:集体|个人|单位|工作者|组织|家庭|企业))"
_LEVEL_KIND = re.compile(_LEVEL + _KIND_END)
_LEVEL_OF = re.compile(_LEVEL + r"(?P<of>.{2,16}?)" + _KIND_END + "$")


# 2024年度, which a list says once for all of it; 第八届, which is another's
_OF_YEAR = re.compile(r"(?:19|20)[0-9]{2}年度")
_DATED = re.compile(r"(?:19|20)[0-9]{2}|[首第].{0,3}[届批]")
# 参加教师技能大赛，荣获综合一等奖: a rank of the contest as a whole
_OVERALL = re.compile(rf"^综合{RANK_NAME}$")
# Quotes inside quotes are read like those outside.
_INNER = str.maketrans("‘’", "“”")


@dataclass(frozen=True, slots=True)
class Honour:
    """An honour's name without quotes, its own year, and to what it is given."""

    name: str
    year: int | None
    kind: RecipientKind | None
    end: int = 0  # where it ends in the words that were read


def read_honours(
    text: str,
    *,
    strong: bool,
    sure: bool = False,
    base: Honour | None = None,
    contest: str | None = None,
    here: bool = False,
) -> list[Honour]:
    """Read the honours of a stretch of canonical text; none where it names no honour.

    Args:
        strong: whether the verb says that its object in quotes is an honour.
        sure: whether it says so of any object that ends like one (被评为示范户).
        base: the honour named before, whose head a bare rank takes (甲获…一等奖，乙获二等奖).
        contest: what a bare rank is a rank in, where no honour was named before.
        here: whether the same sentence names it, so that it belongs to 综合一等奖 too.
    """
    if _TALK_OF.match(text):
        return []
    read = len(text)
    text = _cut_attribute(text.translate(_INNER))
    grown = -len(text)
    text = spell_out(text)
    grown += len(text)
    honours: list[Honour] = []
    spans = split_honours(text)
    whose = ""
    titled = _TITLES_BEHIND.search(text) if len(spans) > 1 else None
    sure = sure or titled is not None
    strong = strong or ((sure or len(spans) > 1) and bool(_TITLE.search(text)))
    for i, (start, end) in enumerate(spans):
        if i and _ANOTHER.match(text, start, end):
            break
        tail = lent_tail(text, spans[i:])
        before = honours[-1] if honours else base
        part = text[start:end]
        joint = text[spans[i - 1][1] : start] if i else ""
        follows = text[slice(*spans[i + 1])] if i + 1 < len(spans) else ""
        whose = whose_is(part, whose, joint, follows)
        if part.startswith("“"):
            part = whose + part
        honour = read_honour(part + tail, strong, sure, before is not None)
        till = min(end, titled.start()) if titled else end
        if honour is None and titled and _ANY_TITLE.fullmatch(text, start, till):
            honour = Honour(unquote(text[start:till]), None, None)
        if honour is None:
            break
        for one in _champions(honour):
            before = honours[-1] if honours else base
            own = text.startswith("“", start) and text.startswith("“", spans[max(0, i - 1)][0])
            last = i == len(spans) - 1
            till = min(end - grown if last else end, read)
            completed = complete_honour(one, before, contest, till, quoted=own)
            if completed is None:
                return honours
            if here and contest and _OVERALL.match(completed.name):
                name = unquote(contest) + completed.name
                completed = replace(completed, name=name, year=year_of(name))
            honours.append(completed)
    return of_one_year(honours)


def of_one_year(honours: list[Honour]) -> list[Honour]:
    """A list's year, said once in front of it, to each: 2024年度十强企业、十佳纳税大户."""
    year = _OF_YEAR.match(honours[0].name) if len(honours) > 1 else None
    if year is None or any(_DATED.match(honour.name) for honour in honours[1:]):
        return honours
    return [
        replace(
            one, name=one.name if one is honours[0] else year[0] + one.name, year=honours[0].year
        )
        for one in honours
    ]


def _cut_attribute(text: str) -> str:
    """Without what is said of the holders: 精神文明奖 of 精神文明奖的先进单位."""
    if placed := _PLACED_AT.search(text):
        text = text[: placed.start()]
    if said := _SAID_OF_IT.search(text):
        text = text[: said.start()]
    for found in _OF.finditer(QUOTED.sub(lambda quoted: "“" * len(quoted[0]), text)):
        before = _INSIGNIA.sub("", text[: found.start()])
        if before.endswith("”") or find_head(unquote(before)) is not None:
            return text[: found.start()]
    return text


def _champions(honour: Honour) -> list[Honour]:
    """冠亚军, 冠亚季军 and 金银铜牌 taken apart; any other honour by itself."""
    found = re.search(r"(?:冠、?亚(?:、?季)?|金、?银(?:、?铜)?)(?P<tail>[军牌奖])$", honour.name)
    if found is None:
        return [honour]
    head = honour.name[: found.start()].removesuffix("的")  # 女子飞碟个人赛的冠亚军
    return [
        Honour(head + one + found["tail"], honour.year, honour.kind)
        for one in "冠亚季金银铜"
        if one in found[0]
    ]


def complete_honour(
    honour: Honour, before: Honour | None, contest: str | None, end: int, *, quoted: bool = False
) -> Honour | None:
    """Fill in the head of a bare rank or kind; None where nothing says what it is a rank in.

    Args:
        quoted: whether it stands in quotes of its own, and so is whole but for a rank.
    """
    head = ""
    own = _OF_CONTEST.match(honour.name) if contest else None
    if contest and own and contest.endswith(own["fair"] or ""):
        honour = Honour(own["rank"], honour.year, honour.kind)
        if not _RANK.match(honour.name):
            head = unquote(contest)
    if before and (level := _LEVEL_KIND.fullmatch(honour.name)):
        whole = _LEVEL_OF.match(before.name)
        if whole and whole["of"] and KIND.search(before.name):
            honour = Honour(level["level"] + whole["of"] + level["kind"], honour.year, honour.kind)
    elif KIND.fullmatch(honour.name):
        if before and KIND.search(before.name):
            head = KIND.sub("", before.name)
    elif _BARE.match(honour.name) and not honour.name.endswith("功"):
        if before and RANK_TAIL.search(before.name):
            head = RANK_TAIL.sub("", before.name)
        elif before and honour.name == "提名奖":
            head = before.name  # 道德模范及提名奖
        head = head or unquote(contest or "")
        if PLACED.fullmatch(honour.name):
            head = _HEAT.sub("", head)
        if not head and _RANK.match(honour.name):
            return None
    elif before and not quoted and (elided := _elided_head(honour.name, before.name)):
        head = elided
    elif contest and _takes_contest(honour.name, contest):
        head = _HEAT.sub("", unquote(contest))
    elif before and (rank := RANK_TAIL.search(honour.name)) and _may_go_on(rank, before):
        # 演讲比赛小学组一等奖 … 小学组二等奖: the same division of the same contest
        division, known = honour.name[: rank.start()], RANK_TAIL.sub("", before.name)
        other = division.translate(_OTHER_SEX)  # 万米跑男子组冠军, 女子组冠军
        if known != division and known.endswith(division):
            head = known[: -len(division)]
        elif other != division and len(known) > len(other) and known.endswith(other):
            head = known[: -len(other)]
    name = head + honour.name
    return Honour(name, year_of(name), honour.kind, end)


def _may_go_on(rank: re.Match[str], before: Honour) -> bool:
    """Whether a rank may be of the same as the honour before it: no 三等功 of 先进个人."""
    return not rank[0].endswith("功") or RANK_TAIL.search(before.name) is not None


def _takes_contest(name: str, contest: str) -> bool:
    """Whether a rank is of a level, sex or track of a contest, and so has its name in front."""
    if _OF_LEVEL.match(name) or _OF_SEX.match(name):
        return True
    if _PART.search(contest) and _OF_EVENT.match(name):
        return True
    return bool(_OF_TRACK.match(name)) and not _OF_TRACK.search(contest)


def _elided_head(name: str, before: str) -> str:
    """What a name of the same list takes from the one before it: 全国 of 全国文明单位、文明村镇."""
    praise = _PRAISE.match(name)
    if praise is None or len(name) > _LONGEST_ELIDED:
        return ""
    start = before.find(praise[0])
    return before[:start] if start > 0 and before[start:] != name else ""


def read_honour(part: str, strong: bool, sure: bool, based: bool) -> Honour | None:
    """The honour that a part of a list names, or None."""
    if _MEDALS.fullmatch(part):
        return None
    leading = _LEADING.match(part)
    start = leading.end() if leading else 0
    dated = _DATED_COUNT.match(part, start)
    start = dated.end() if dated else start
    end = len(part)
    if picture := _ON_PICTURE.search(part, start):
        end = picture.start()
    if printed_on := _PRINTED_ON.search(part, start, end):
        end = printed_on.start()
    if remark := _REMARK.search(part, start, end):
        end = remark.start()
    for pattern in (_CHOOSING, _COUNT, _DEEDS, _HELD_BY):
        if tail := pattern.search(part, start, end):
            end = tail.start()
    if _RANK_ITEM.search(part, start, end):
        end -= 1
    if _OF_SORT.fullmatch(part, start, end):
        return None
    worn = _INSIGNIA.search(part, start, end)
    bare = worn.start() if worn else end
    titled = bool(_TITLE.search(part, start, end))
    plain = worn is not None and not titled and "“" not in part
    among = plain and part.endswith(("行列", "之列")) and is_levelled(part[start:bare])
    if plain and not among and find_head(unquote(part[start:bare])) is None:
        bare = end  # 从教三十年荣誉证书: nothing else names the honour
    # 授予“模范班组”的集体: what follows the quotes is said of others.
    if part[start : start + 1] == "“" and part[bare - 3 : bare] == "称号”":
        bare -= 3  # “先进单位称号”
    quoted = part.rfind("”", start, bare)
    if quoted >= 0 and part[quoted + 1 : quoted + 2] == "的":
        bare = quoted + 1
    if of_state := _OF_STATE.search(part, start, bare):
        bare = of_state.start()
    if noted := _LIST_IN_NOTE.search(part, start, bare):
        bare = noted.start()
    name = _LIST_OF.sub("", unquote(part[start:bare]))
    if not is_honour(name, part[start:bare], worn is not None, strong or titled, sure, based):
        return None
    name = _OF_RANK.sub("", name.strip())
    if dated and KIND.search(name) and not QUOTED.search(part):
        name = _COUNT_OF.sub("", dated[0]) + name  # 2017年度10件优秀提案
    return Honour(name, year_of(name) or (year_of(dated[0]) if dated else None), find_kind(name))


def year_of(name: str) -> int | None:
    """The honour's own year: of a range its last."""
    years = _YEAR.findall(name)
    return int(years[-1]) if years else None
