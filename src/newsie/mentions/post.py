"""Passage text in, titles out: one or several posts with their organs (区委副书记、区长)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from newsie.article import Mention
from newsie.gazetteers import load_gazetteer
from newsie.mentions.reach import Reach
from newsie.values import PostValue, TitlePart

# What qualifies a post, right before its head; the organ stands before it.
_QUALIFIER = re.compile(
    r"(?:(?:原|前任?|代理?|候任|第[一二三四五六七八九十]+[任届]|首任|见习)?"
    r"(?:常务|专职|兼职|挂职|执行|名誉|荣誉|创会|轮值|首席|高级|资深|联席|联合|终身|特聘|客座|讲席|荣休|第一)?"
    r"副?总?)$"
)
# What these end with; where "\n" stands, they may end before it.
_QUALIFIER_ENDS = frozenset("副总务职行誉会值席级深身聘座休合一原前任代理届习\n")
# A field that belongs to the post rather than to the organ: 艺术总监, 项目经理.
_FUNCTION = re.compile(
    r"(?:艺术|技术|财务|运营|营销|行政|人事|安全|质量|生产)(?:总监|经理|负责人|主管)"
    r"|项目(?:总监|经理|主管)"
)
# What stands whole between a title's posts, whatever words it holds: 、县委|挂牌督战工作专班|班长.
_WHOLE_ORGAN = re.compile(
    r"(?:[省市区县州旗镇乡](?=委|政府|[\u4e00-\u9fff]{3})|全国|中国|国家)"
    r"(?!.*(?:的|了|参加|出席|列席|邀请|陪同|主持|率|[在和与及到以为由等]|看望|慰问|介绍|宣布|前往|部门|单位|代表))"
    r"[\u4e00-\u9fff（）“”]{3,18}"
)
# Words that begin with the last character of what looks like a post: 小区|长期.
_NO_HEAD = re.compile(
    r"长(?:质量奖|特别奖|白山|(?<=[关台]长)城|(?<=河长)江|[安岭青山塘城兴乐滩沙桥征宁坪丰岗虹胜庆寿发沟铺流梁官坡坝甸]镇(?![长委])|(?:春|沙|治|汀|兴|泰|丰|岭|海|子|葛|垣|武|寿|乐|宁|顺|阳|岛|清|安)[市县区]|期|远|者|安(?:小区|街|路|区)|三角|效|治久|征|假|度|势|廊|街宴|足|短|会(?:议|在|期间|各)|岛地区|汀(?!泗)|春|江(?:委|水利|公铁|大[桥堤]|航[务运道]|流域|经济|中[游下]|[上下]游|沿[岸线]|两岸|口|干[流线]|岸|[过隧]|边|水|生态|黄金|禁))"
    r"|(?<=[县市区])长(?:(?![到来在赴与和向对率带从去往访])[\u4e00-\u9fff]){1,3}(?:[\u4e00-\u9fff]{1,2}族)?(?:[乡镇](?!主持|参加|出席|陪同|调研)|小学|中学|幼儿园)"
    r"|(?<=法院)长[\u4e00-\u9fff]{1,3}人民法庭"
    r"|(?<=[河湖林田路链街])长(?:办|制)|[长裁事家师席](?:联合会|协会|联谊会|俱乐部|论坛|研修班|培训班|年会|峰会|沙龙|办案)"
    r"|事(?:务|项|件|业|故|情|宜|例)|管(?:网|道|线|控|护|理)|员会(?!议)|人(?:员|数)|王国际|首相|队[员伍列]|教(?:爱国会|协会|界|活动|信[众徒])"
)
# Words whose last character and the next look like a post: 远帆集团|长江公司, 公路出行|长廊.
_PARTED = frozenset(
    ("公司", "集团", "舞台", "平台", "出行", "步行", "进行", "流行", "先行", "推行", "执行")
)
_LIKE_PLACES = frozenset(("台长", "连长", "营长"))  # 烟台|长岛, 大连|长海县, 东营|长堤
# 优秀|班主任, 全县十佳|校长: an honour's words, which are no organ's
_PRAISED = re.compile(
    r"(?:全[国省市县区校镇乡]|[省市县区校]级?)?(?:优秀|先进|十佳|百佳|最美|最佳|模范|杰出)|(?:分管|值班|带班)(?:领导)?"
)
_SUFFIX = re.compile(
    r"(?:提名)?(?:候选人|人选)(?=[\u4e00-\u9fff·]{2,8}[，。、；和]|[，。；、])"
    r"|（(?:提名人选|候选人|拟任人选|挂[任职][^（）]{0,20}|兼|兼职|主持工作|正[厅处科县局]级|副[厅处科县局]级|[正副][县处]级)）"
    r"|（(?:[局院校馆台社行所站处场]长|[大支]队长|主任|书记|总?经理)）(?=[\u4e00-\u9fff])"
)
_JOIN = re.compile(r"(?:、|兼|、兼|兼任|、兼任|，兼任|，兼|暨|/|、[时现]任)$")
_NAME_ENDS = re.compile(
    r"[\u4e00-\u9fff](?:[，。、；）]|$|等|和|同志|一行|参加|出席|列席|陪同|主持|到会|率|带队|说|表示|介绍|汇报"
    r"|指出|强调|要求|讲话|致辞)"
)
_ALSO = re.compile(r"兼任?")
_SAID_TWICE = re.compile(r"([省市区县州旗镇乡])(?=副?\1)")  # 该县|县委书记, 该县|副县长
_ONCE = ("时任", "曾任", "原任", "历任")
_LEADER_ORGAN = re.compile(
    r"(?:省|市|区|县|州|盟|旗|镇|乡|街道|村|校|集团|公司|部门|单位|主要|管委会|办事处|常委会|园|政协"
    r"|政府|党委|委|部|厅|局|级|班子)$"
)
_DELEGATE_ORGAN = re.compile(r"(?:人大|党代会|政协|代表大会|大会|妇代会|职代会)$")


# Who heads a group: 以|县委副书记高小满为组长的考评组.
_LEADING = re.compile(r"以(?!色列)[^，。；]{4,60}?为(?:组长|团长|队长|代表|主任|首|核心|领队)")
_LED_BY = re.compile(r"以(?!色列)[^。；]{2,58}(?<![选任命聘举成])为$")
_RANKS = frozenset(("上将", "中将", "少将", "大校"))
# What a title of several posts stands behind, inside a clause
_BEFORE_TITLES = (
    "会见",
    "与",
    "授予",
    "任命",
    "表彰",
    "邀请",
    "聘请",
    "慰问",
    "看望",
    "由",
    "据",
    "给",
)
_LEVELS = frozenset("省市区县州旗镇乡")
_OURS = ("我", "本")
# What a title of leaders has before its last organ: 高新区党工委、管委会领导.
_BESIDE = re.compile(
    r"(?<![\u4e00-\u9fff])[^，。；：、（）\s]{0,8}(?:党工委|[省市区县旗镇乡]委|人大|政府|政协)、$"
    r"|(?<![\u4e00-\u9fff])(?:[省市区县州旗]、){1,2}$"
)
_BARE_ORGAN = re.compile(r"[省市区县州旗镇乡]|$")
# 我市|尧都区委书记: of a place that is ours
_OUR_PLACE = re.compile(r"[省市县区州旗](?=[\u4e00-\u9fff]{2,5}?[市县区旗镇乡街村])")
_GROUP = re.compile(r"各|全体|部分|有关|相关|在家|其他|多[名位]|[两三四五六七八九十几](?!川)|原")
_LONG_LIST = 10_000  # entries


class PostFinder:
    """Finds titles; built once a worker."""

    def __init__(self, reach: Reach, folder: Path | None = None) -> None:
        self._reach = reach
        self._rows = load_gazetteer("post", folder)
        self._surnames = {row["surname"] for row in load_gazetteer("surname", folder)}
        self._divisions = {row["name"][:2] for row in load_gazetteer("place", folder)}
        self._heads = AhoCorasick(
            [row["post"] for row in self._rows],
            matchkind=MatchKind.LeftmostLongest,
            # Twice as fast as what it takes by itself, but larger than a long list is worth.
            implementation=Implementation.DFA if len(self._rows) < _LONG_LIST else None,
        )

    def _is_parted(self, post: str, word: str) -> bool:
        """Whether the first character of what looks like a post ends a word before it."""
        return word in _PARTED or (post in _LIKE_PLACES and word in self._divisions)

    def find_posts(self, text: str, whole: Collection[int] = ()) -> list[Mention]:
        """The titles of a passage, each with its organs, in reading order.

        Args:
            whole: offsets inside names of places, which no title cuts.

        Surface forms, one a line::

            区委副书记、区长
            市发展改革委党组书记、主任
            副区长兼区委教育工委书记
            上海某某有限公司党委书记、董事长
        """
        titles: list[list[tuple[int, int, TitlePart]]] = []
        done = 0
        for index, start, end in self._heads.find_matches_as_indexes(text):
            row = self._rows[index]
            if row["post"][1:] == "长" and self._is_parted(
                row["post"], text[start - 1 : start + 1]
            ):
                continue
            if row["kind"] == "none" or _NO_HEAD.match(text, end - 1):
                continue
            if start == done > 0 and self._is_name(text, start, end):
                continue
            part = self._read_part(text, done, start, end, row, whole)
            if part is None or _leads_group(text, part):
                continue
            start = part[0]
            last = titles[-1][-1] if titles else None
            joint = _JOIN.match(text[last[1] : start]) if last is not None else None
            if joint is not None and last is not None and _ends(last[2], part[2]):
                joint, last = None, None
            comma = joint is None and last is not None and text[last[1] : start] == "，"
            if comma and self._goes_on(text, titles[-1], part):
                titles[-1].append(part)
                done = part[1]
                continue
            if joint is None and last is not None and _adjoin(last, part):
                titles[-1].append(part)
                done = part[1]
                continue
            if joint is not None and _is_another(titles[-1][-1][2], part[2]):
                joint, titles[-1] = None, []
            if joint is not None:
                also = "兼" in joint[0]
                titles[-1].append((*part[:2], replace(part[2], concurrent=True)) if also else part)
            else:
                titles.append([part])
            done = part[1]
        return [_make_mention(text, parts) for parts in titles if parts]

    def _goes_on(
        self, text: str, parts: list[tuple[int, int, TitlePart]], part: tuple[int, int, TitlePart]
    ) -> bool:
        """Whether somebody's next post stands behind a comma: 副县长，柳湾镇党委书记高小满.

        None of the posts before may be a group's: 在家的县委常委，县人大常委会主任高小满.
        """
        first, last = parts[0][2], parts[-1][2]
        named = len(parts) > 1 or not _BARE_ORGAN.match(first.organ)
        lone = "leader" in (first.kind, last.kind, part[2].kind) or not part[2].organ
        once = first.organ.startswith("原") and part[2].organ.startswith("原")
        if lone or not named or (_GROUP.match(first.organ) and not once):
            return False
        begins = text[max(0, parts[0][0] - 2) : parts[0][0]]
        behind = text[part[1] : part[1] + 1]
        opened = not begins or begins[-1] in "，。；：、\n" or begins.endswith(_BEFORE_TITLES)
        goes_on = behind == "、" and not _BARE_ORGAN.match(part[2].organ)
        return opened and (goes_on or "\u4e00" <= behind <= "\u9fff")

    def _is_name(self, text: str, start: int, end: int) -> bool:
        """Whether what looks like a post begins a name behind a title: 副秘书长|关长吉."""
        surnamed = end - start == 2 and text[start] in self._surnames
        return surnamed and _NAME_ENDS.match(text, end) is not None

    def _read_part(
        self,
        text: str,
        done: int,
        start: int,
        end: int,
        row: dict[str, str],
        whole: Collection[int],
    ) -> tuple[int, int, TitlePart] | None:
        """Start, end and value of the post whose head stands at start:end, or None."""
        qualifier = None
        if text[start - 1 : start] in _QUALIFIER_ENDS:
            qualifier = _QUALIFIER.search(text[max(done, start - 8) : start])
        functional = _FUNCTION.search(text, max(done, start - 2), end)
        if functional and functional.end() == end:
            qualifier = _QUALIFIER.search(text[max(done, start - 10) : functional.start()])
            start = functional.start()
        post_start = start - len(qualifier[0]) if qualifier else start
        goes_on = done > 0 and text[done : done + 1] == "、"
        organ_start = self._reach.find_start(text, done, post_start, whole=whole, inside=goes_on)
        if goes_on and organ_start > done + 1:
            organ_start = self._reach.find_start(text, done, post_start, whole=whole)
            if _WHOLE_ORGAN.fullmatch(text, done + 1, post_start):
                organ_start = done + 1
        if row["abroad"] == "state":  # 播出|尼泊尔总理
            organ_start = self._reach.find_state(text, organ_start, post_start)
            with_whom = max(text.rfind(word, organ_start, post_start) for word in "同与")
            organ_start = max(organ_start, with_whom + 1)
        also = _ALSO.match(text, organ_start, post_start)
        organ_start = also.end() if also else organ_start
        if _LEADING.match(text, organ_start, end + 24):
            organ_start += 1
        if text[max(0, organ_start - 1) : organ_start] == "该":
            organ_start += _SAID_TWICE.match(text, organ_start, end) is not None
            organ_start += text[organ_start:post_start] in ("校", "院")  # 该校|校长
        kind = row["kind"]
        if text[organ_start - 1 : organ_start] in _OURS and kind != "leader" and organ_start:
            organ_start -= text[organ_start] in "院校"
        if text[organ_start - 1 : organ_start] == "我":
            organ_start += _OUR_PLACE.match(text, organ_start, post_start) is not None
        if _PRAISED.fullmatch(text, organ_start, post_start):
            organ_start = post_start
        organ = text[organ_start:post_start]
        leads = _LEADER_ORGAN.search(organ) or (organ and row["post"] == "领导人")
        if row["post"] in _RANKS or row["post"].endswith("级干部"):  # a rank, which is no post
            leads, organ_start = True, post_start
        if kind == "leader" and not leads:
            return None
        if kind == "delegate" and row["post"] == "代表" and not _DELEGATE_ORGAN.search(organ):
            return None
        if kind == "leader":
            beside = _BESIDE.search(text, max(done, organ_start - 16), organ_start)
            organ_start = beside.start() if beside else organ_start
            organ = text[organ_start:post_start]
        suffix = _SUFFIX.match(text, end)
        held = suffix is None or suffix[0].startswith("（")
        proposed = suffix is not None and suffix[0].endswith(("人选）", "候选人）"))
        post = text[post_start : end if (held and not proposed) or suffix is None else suffix.end()]
        return (
            organ_start,
            suffix.end() if suffix else end,
            TitlePart(
                organ,
                post,
                row["post"],
                kind,
                concurrent=bool(also or (suffix and "兼" in suffix[0])),
                former=text[max(0, organ_start - 2) : organ_start] in _ONCE,
            ),
        )


def _leads_group(text: str, part: tuple[int, int, TitlePart]) -> bool:
    """Whether a post only says whom a group is led by: 以高小满为|组长的工作组."""
    _, end, title = part
    start = end - len(title.post)
    return (
        text[start - 1 : start] == "为"
        and _LED_BY.search(text, max(0, start - 60), start) is not None
    )


def _ends(last: TitlePart, part: TitlePart) -> bool:
    """Whether a title ends before the next of a list: 大校、政治处主任, 县领导、县委书记."""
    return last.head in _RANKS or (last.kind == "leader" and part.kind != "leader")


def _is_another(last: TitlePart, part: TitlePart) -> bool:
    """Whether the head before is another body's, without a name: 市监委负责人、市法院院长."""
    ours, theirs = last.organ[:1], part.organ[:1]
    if last.head == "负责人" and _GROUP.match(last.organ):  # 各部门负责人、远帆公司经理
        return True
    return last.head == "负责人" and ours == theirs and ours in _LEVELS


def _adjoin(last: tuple[int, int, TitlePart], part: tuple[int, int, TitlePart]) -> bool:
    """Whether a post stands right behind a seat: 县委常委|统战部长, 县教育局党组成员|副局长."""
    if last[1] != part[0]:
        return False
    if last[2].head == "常委":
        return bool(part[2].organ)
    return last[2].head in ("成员", "委员") and last[2].organ.endswith(("党组", "党委", "党工委"))


def _make_mention(text: str, parts: Sequence[tuple[int, int, TitlePart]]) -> Mention:
    start, end = parts[0][0], parts[-1][1]
    return Mention(
        "post", start, end, PostValue(text[start:end], tuple(part for _, _, part in parts))
    )
