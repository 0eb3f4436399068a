"""The end of an organ's name in a passage → where the name starts.

A name reaches to the left until punctuation, a date, or a word that stands before names (由, 邀请,
来自). Brackets and quotes that close inside the name are taken in: 西上海（集团）有限公司.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from newsie.gazetteers import PROVINCES, load_gazetteer
from newsie.triggers import compile_quick

_STOPS = frozenset("，。；：！？、\n\t…—~|/【】[]<>▲●■◆★☆▶▼▪※☑ ")
_CLOSERS = {"）": "（", "”": "“", "》": "《", "’": "‘"}
_OPENERS = frozenset("（“《‘")
_LONGEST = 40
_LONGEST_BRACKET = 16
_REMEMBERED = 4096  # stretches before organs whose words are kept
# Brackets that end a name: a note on a person, or more than a word or two.
_NOTE = re.compile(r"（(?:[男女]|[^（）]{1,5}族)[，）]|[（“《‘][^）”》’]*[，。；：]")
# What ends to its left whatever the segmenter makes of it.
_HARD_WORDS = (
    r"[0-9]+(?:学?年度?|月|日|时|点|分(?![队局院公会管部行校区厂])|号|点半|届)(?:[上下]午|晚上?|凌晨|中午)?"
    r"|召开(?:了|的)?|举行(?:了|的)?|举办(?![单方者权人地])(?:了|的)?|(?<=[会局委院部联处镇乡校])开展了?|[转抵]达|被?授予|被授|追[授记]为?|[荣喜分斩]获|获[评颁授得批]|(?<=[一-鿿]{2})获(?=[省市区县州国]|中[国华])|获(?=全[国省市县]|[省市县国]级)|摘得|摘取|夺得|捧[得回]|拿下|喜提|问鼎|揽获|荣[膺立登]|[曾又再均各共首]获(?=[一-鿿“])|成功创(?:建成?|成)[为了]?|创建?成为?(?=国家|全国|[省市]级)|(?<=[一-鿿]{2})创成(?=[一-鿿])|取得了?|(?:战胜|击败|力克|险胜|横扫|完胜|逆转)了?|晋升为?(?=国家|全国|[省市]级|[一二三四五][级星])|入选|入围|跻身|位[居列]|名列|排名|[居列](?=全[国省市县区])|提供|这[也又还]?是继?|[该本此]案(?:承办|主办|主审)?"
    r"|[这那][里儿边](?:已经|先后|陆续|建成|新建|改造|打造|创办|开办|办起|[已就共还也又将现])*"
    r"|用于|（[一二三四五六七八九十]{1,2}）|(?<=[）、，。；])完成(?=[一-鿿]{3})|(?:组建|抽调|选派|出动|派出(?!所|机构))了?|(?<=年)[底末初]前?|(?:建成|改建|扩建|续建|兴建)了?(?=[一-鿿]{2})|[0-9][余多万千百亿]*元(?:人民币)?(?:新建|改建|扩建|建设|修建|购[买置]|购建)?|(?:评选?|评定|命名|认定|确定|确认|表彰|批准|列|选定|誉)为|命名|选送|演唱"
    r"|(?<![自理缘事])由(?!于)|的(?!士|建设工作|群众路线)|[其在]$|在(?=全[国省市区县]|第[0-9一二三四五六七八九十]+届|首届|(?:19|20)[0-9]{2}年)|在(?=[校院]$|[本该我][校院市县区镇乡村司部])|(?<=任命)为|了(?!解)|[0-9][余多万千百亿]*(?:[家个名位处座支条项间亩户栋幢]|人(?=考|被|升|毕业|就读|走)|[美港欧]?元(?![月旦宝宇])|吨(?!级)|公顷|平方米|所(?=(?![长在属辖研党工])[一-鿿]|$))"
    r"|(?<![一-鿿])[继随](?=[省市县区镇乡](?:委|政府|长))|(?<![涉普埃尔])及(?![时格其])|(?<![共一会协等相合大不])同(?=[一-鿿]{1,8}(?:总统|总理|首相|国王|议长|主席|总书记|外长)$)|(?<=京)同|(?<![共一会协等相合大不])[同跟](?=[省市区县镇村]|乡(?:党|政|人大|镇|长))"
    r"|(?:下属|所属|下辖)(?:企业|单位|公司|子公司)|(?:会长|理事长?|主席|成员|秘书长|[主承协]办)单位(?=[\u4e00-\u9fff]{4})|(?:[从受向]|(?<=[\u4e00-\u9fff]{2})率)(?=[省市区县州旗镇](?:$|委|纪委|政府|人大|政协|直|卫|公安|教|住|农|水|民|财|税|审|统|商|文|交|应急|气象))"
    r"|(?:(?<![一-鿿])|(?<=另))据(?![点守理实此传])"
    # 受远帆公司委托, 一行到市医院, 记者从县水利局: where a clause begins.
    r"|(?:(?<![一-鿿])|(?<=记者)|(?<=先后)|(?<=一行)|(?<=分别))"
    r"(?:受|向(?![阳上导])|经(?![济开信贸管办纬委商审])|从(?![化江业事军])|对(?![外口台接标话])|获(?!嘉)|以(?!色|岭|琳|军)|到(?![访任位达会])|赴(?![任约会])|让|给(?!排?水|予))(?=[一-鿿（]{2}|[省市区县镇乡村团])"
    # 大会对县第一中学, 县委向远帆公司: whoever does it ends in front
    r"|(?:(?<=会议)|(?<=大会)|(?<=决定)|(?<=[委府局厅]))(?:对(?![外口台接标话应])|向(?![阳上导前]))(?=[一-鿿（]{2}|[省市区县镇乡村团])"
    r"|第[一二三]个|首[个家批](?=[一-鿿（]{2})|(?<=[一-鿿]{2})一下|[我俺咱自]们?家(?![乡园庭居具电装政])"
    r"|(?<![一-鿿])访(?![问谈日华])|涌现出?|诚如|正如|恰如|审议(?=[省市县区镇乡](?:政府|委|人大))|(?:纪念|礼)品予"
    r"|我[省市区县州旗](?=[^省市区县州旗][一-鿿（）]{2,20}(?:有限公司|集团)$)"
    r"|[我该本][省市区县州旗](?![委政人纪监直级副长法检公总妇])"
    r"(?=[一-鿿]{1,6}?(?:[县区镇乡村]|街道|社区)(?:委|党|政府|人大|政协|镇|村|社区|副?书记|副?[县区镇乡]长|主任))"
    r"|我(?P<own>[省市区县镇乡州])(?=(?P=own)(?:委|政府|人大|政协|纪委|长|领导))|[该本我其](?=[省市区县镇乡村州校院])"
    r"|(?:全力|大力|积极|持续|加快|深入|着力|全面|扎实|进一步|一如既往)地?(?:推[进动]|支持|提升|打造|培育|扩大|发展|建设|开展)"
    r"|(?:^|(?<=[，；。\n：]))[一二三四五六七八九十]{1,2}是|这一?[个家所座](?=[一-鿿])|规范提升|新增|力争|争取|确保|(?<=[该全我本])[乡镇村县市区]有(?![限关线色])|[还也又都]将|将[在于对向把]|分别[是为]|(?:评选?|推选|选树)出了?|[团党]组织(?=[全省市区县])|(?:建|拥|设|具|配)有(?![限色机])|(?:计划|拟|将|正式)启动|(?:计划|拟|将)(?=开设|新[建增]|建[设成立]|[扩改]建|投资|引进|组建|打造|设立|实施|完成|邀请)|开设|盘活|高度赞赏|即以|暨(?!南)"
    r"|(?:仪式|会议|大会|晚会|活动)(?=[省市区县州旗](?:委|政府|人大|政协))"
    r"|(?:仪式|会议|大会|论坛|典礼|活动|座谈会|现场)上|到访|本届(?!理事会)|选举产生|(?<=[一-鿿]{2})摄(?![影像制取入氏])|在家|(?<![第前])[两三四五六七八九十]位(?!一体)|(?<!棉)被(?![服褥套面子])|(?:公布|发布|揭晓|认定)(?=第[0-9一二三四五六七八九十]|首批|[0-9]{4}年|全[国省市]|国家级?|[省市区县]级)|给予|勇夺|脱颖而出|表彰了|一批"
    r"|(?:先后|相继|顺势|率先|牵头|自发|共同|联合)?(?:成立|领办|创办)了?(?=[一-鿿]{2})|率先|以来|困扰|加入了?|抱团|众多|翻开|入股|(?<![0-9.])[0-9]{1,2}[.．](?=[一-鿿])"
    r"|(?:贯彻落实|贯彻执行|深入贯彻|认真落实|传达学习|学习贯彻)[好了]?(?=$|党?中央|国务院|[省市区县州旗](?:$|委|政府|纪委|人大))"
    r"|(?<![一-鿿])(?:今后|近年来?|此后|经?报(?=[一-鿿]{1,6}[省市区县]))|(?<=[市县区州旗])以(?=[一-鿿]{2})|宣布(?=[一-鿿]{2,6}[市县区州旗])"
    r"|(?:销|售|发|运)往|支柱产业|累计(?:投放|发放|完成|实现)"
    r"|(?:(?<=公司|集团|银行|学校|医院|法院)|(?<=[我该本][行局院校社厂]))(?:设立|建立|开设|组织(?![部科处]|人事)|开展|投入|派出|深入|举办)了?"
)
# Deeds that a name stands behind and none holds: 引进远帆公司, 村里成立远帆合作社.
_DEEDS = (
    r"(?:成立|创办|创立|开办|(?<!振)兴办|领办|办起|建起|开起)[了起]?(?!大会|筹备|以[来后]|于|之)"
    r"|(?:引[进入](?!人才|外|项目)|对接|依托|借助|加入|承租|牵手|参观(?![者团])|督促|(?<!运)动员|奔赴|赶赴|进驻|入驻|落户|任教于|就读于|毕业于|考[入取上进](?!试|核)|升[入学](?=[一-鿿]{2})|报考"
    r"|供职于|并购|参股|挂牌|揭牌|关停|打造|约谈|携同|走进|进入|推动|责令|促使|牵头|发起)了?(?=[一-鿿（“]{2}|[省市区县镇乡村团])"
    # What begins names, too, such as 投资管理公司, 服务中心: only where a clause begins.
    r"|(?<![一-鿿])(?:经营|注册|投资|结对|帮扶|资助|支持|扶持|培育|协调|帮助|组织|引导|收购|控股|授权|整治|新建|改造|救助"
    r"|处罚|服务|签约|协同|承包)了?(?!管理|发展|开发|控股|建设|工程|服务|技术|科技|咨询|有限|中心|工作|协会|促进|人[才事员]"
    r"|救助|帮扶|指导|协调|投资|基金|集团|保障|监[督测]|企业|机构|群众|残疾|流浪|学生|农村|城[市乡镇]|领导|委员|部)(?=[一-鿿（]{2}|[省市区县镇乡村团])"
)
# Who is made what: any name may stand there.
_MADE = (
    r"(?:(?<=[、：；\n])|(?<=任命|增选|增补|补选|递补|聘任|推选|提名|选举|推举))[\u4e00-\u9fff]{2,6}"
    r"(?:（[^（）]{1,12}）)?(?:同志)?为(?!”)|(?<=，)[\u4e00-\u9fff]{2,3}为$"
)
_HARD_ENDS = (
    r"[和与](?=[村镇乡县市区](?:[党委政]|[直级]|领导|有关|各))|(?<=[部局委院会厅站队团处司学社联行厂校馆])[和与](?=[省市县](?!长))"
    r"|为(?=[省市区县州镇村](?![场民])|新一|全国)"
)
_HARD = compile_quick(f"{_HARD_WORDS}|{_DEEDS}|{_HARD_ENDS}")
_HARD_OR_MADE = re.compile(f"{_HARD_WORDS}|{_DEEDS}|{_MADE}|{_HARD_ENDS}")
# Always the end of what stands before an organ, also where a town seems to begin before it.
_HOLDS = re.compile(
    r"代理(?=[^，。]{2,12}(?:法院|检察院|政府)$)|现任|拟任|时任|曾任|历任|转任|调任|升任|连任|改任|就任|提名为|请问"
    # 远帆市新建学校30所: a class that was built, no school of the city's.
    r"|(?<=[省市区县州旗镇乡])(?:新建|新改扩建|改扩建|改建|扩建|建成|改造|实施)了?"
    r"(?=(?:公办|民办|普惠性?|标准化|乡镇)?(?:学校|[大中小]学|幼儿园|医院|卫生院|敬老院|养老院|企业|公司)?$)"
)
# Who takes an office, where a clause begins: 高小满任县财政局局长.
_TAKES = re.compile(
    r"(?:(?P<name>[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff]{4})(?:同志)?(?:(?<![责主信离])任(?!务|命)|为(?=[省市区县州旗镇乡]))"
    r"|[\u4e00-\u9fff]{1,8}·[\u4e00-\u9fff]{1,8}?(?:同志)?(?:任|为))"
)
# 和 inside a name (发展和改革委员会) has the name's start before it and none behind it.
# Behind these, a name and 为 stand before the organ: 任命高小满为县审计局局长.
_APPOINT = frozenset(("任命", "聘任", "选举", "推选", "提名", "补选", "增补", "推举", "选为"))
_CONJUNCTIONS = frozenset(("和", "与"))
# A word of an event is part of a name before these: 商工会议所, 教育活动第三督导组.
_GOES_ON = re.compile(
    r"[所室厅]|委员会|第[一二三四五六七八九十]|领导小组|中心组|[处科股办部组站]$|中心$"
)
# What makes a word a part of a name: 党史学习|教育宣讲团, 党的|群众路线教育办公室.
_INSIDE = {
    "学习": re.compile(r"教育|宣传|型|强国"),
    "的": re.compile(r"群众路线"),
    "希望": re.compile(r"集团|小学|工程|中学|学校"),
}
# Words of what is done that names begin with, and what makes them one: 电力调度|中心, 接待|办.
_DONE = frozenset(
    re.findall("..", "调度检查接待督导考察活动会议记者报告联系调研交流学习发布采访代表慰问报道通讯")
)
_MAKES_NAME = re.compile(
    r"中心|[大支中]队|小组|专班|指挥|通信|控制|联络|服务|合作|监管|[处站社院馆]|分局|部(?!门|分|队|委)|办(?!公[^室])"
    r"|组(?!织)|团(?![县省市区州委])|协会"
)
# The same within words of one character: 送|变电公司, 讲|师团.
_WHOLE_WORD = re.compile(r"(?<=送)变电|(?<=讲)师团")
_PRESIDES = re.compile(r"主席团")
_UNITED = re.compile(r"党委|党总支|党支部|工会|国|会")
_OPENS = re.compile(
    r"原?(?:[省市区县州盟旗镇乡村]|街道|国家|中央|全国|中国|公司|学校|自治|[^和与及]{2,7}(?:[省市区县州旗乡]|(?<!小城)镇))"
)
_OF_PROVINCE = re.compile(rf"(?:{PROVINCES})[一-鿿]{{0,2}}")  # 山东义|和|车桥有限公司
# The first halves of the commonest double names: 住房和城乡建设局, 文化和旅游部.
_COMPOUND = re.compile(
    r"(?:住房|文化|文史|人力资源|工业|经济|科学|教育|发展|卫生|水利|规划|资源|农业|商务|宪法|民族|信息"
    r"|生态|广播|新闻|社会|环境|外事|财政|宗教|体育|旅游|粮食|机械|材料|化学|物理|电气|土木|数学|能源|生物|化工|计算机|地理|测绘|语言|历史|林业|安全|法制|人口|广电|民政|交通|政治)$"
)
_CLOSED = re.compile(
    r"(?:[局厅处科院校会社站所厂队团组村镇乡县省]|(?<!城)市|[州旗办馆台委府]|中心|公司|集团)$"
)


class Segmenter(Protocol):
    """Cuts texts into words."""

    def cut(self, text: str) -> list[tuple[int, int]]:
        """The words of a text as half-open spans."""


class Reach:
    """Finds the starts of organs' names; built once a worker."""

    def __init__(self, segmenter: Segmenter, folder: Path | None = None) -> None:
        self._cues = frozenset(
            row["word"] for row in load_gazetteer("cue", folder) if row["before"]
        )
        countries = "|".join(row["name"] for row in load_gazetteer("country", folder))
        self._abroad = re.compile(rf"[同与和对向给](?=(?:{countries}))")
        self._state = re.compile(countries)
        self._segmenter = segmenter
        self._cue = re.compile("|".join(map(re.escape, sorted(self._cues))))
        self._cue_words = lru_cache(_REMEMBERED)(self._find_cue_words)
        surnames = load_gazetteer("surname", folder)
        self._surnames = frozenset(row["surname"] for row in surnames)

    def find_start(
        self,
        text: str,
        least: int,
        end: int,
        *,
        whole: Collection[int] = (),
        inside: bool = False,
    ) -> int:
        """Where the name starts that ends at `end`, not before `least`; `end` if there is none.

        Args:
            whole: offsets inside names of places, where no word ends (八都镇).
            inside: a title goes on there, so that a conjunction stands inside the name.
        """
        start = _left_bound(text, max(least, end - _LONGEST), end)
        hards = _HARD if text.find("为", start, end) < 0 else _HARD_OR_MADE
        for hard in hards.finditer(text, start, end):
            start = start if hard.end() in whole else hard.end()
        for held in _HOLDS.finditer(text, start, end):
            start = held.end()
        abroad = self._abroad.search(text, start, end)
        start = abroad.end() if abroad else start
        start = self._taking_office(text, start, end)
        if start == end:
            return end
        conjunction: tuple[int, int] | None = None
        for first, last in self._cue_words(text[start:end]):
            if start + last in whole or _is_quoted(text, start + last, end):
                continue
            word = text[start + first : start + last]
            if last - first > 1 and _GOES_ON.match(text, start + last, end):
                continue
            if _WHOLE_WORD.match(text, start + last):
                continue
            if word in _INSIDE and _INSIDE[word].match(text, start + last):
                continue
            if word in _DONE and _MAKES_NAME.match(text, start + last, end):
                continue
            if word == "联合" and _UNITED.match(text, start + last):
                continue
            if word in ("大会", "论坛", "调研组") and start + last == end:  # 大会|秘书长
                continue
            if word == "大会" and _PRESIDES.match(text, start + last):
                continue
            if word in _CONJUNCTIONS and conjunction is None:
                conjunction = (start + first, start + last)
                continue
            start += last
            if word in _APPOINT:
                start = text.rfind("为", start, end) + 1 or start
            break
        if conjunction is None or _joins(text, start, conjunction, end, inside):
            return start
        state = self._state.match(text, start, conjunction[0])
        if (
            state
            and conjunction[0] - state.end() > 1
            and not self._state.match(text, conjunction[1])
        ):
            before = text[state.end() : conjunction[0]]
            if not _CLOSED.search(before) and not _OPENS.match(text, conjunction[1], end):
                return start
        return conjunction[1]

    def find_state(self, text: str, start: int, end: int) -> int:
        """Where the last state is named in what stands before a head of state's title; or `start`.

        播出|尼泊尔 before 总理; 驻, 前 and 原 before it belong to the title.
        """
        names = [found.start() for found in self._state.finditer(text, start, end)]
        if not names or text[names[0] - 1] in "驻前原":
            return start
        return names[0]

    def _taking_office(self, text: str, start: int, end: int) -> int:
        """Where the office begins that somebody takes: 高小满任|县…, （女）任|县…."""
        if "任" not in text[start:end] and text.find("为", start, end) < 0:
            return start
        if text[start - 1 : start] == "）" and text[start] == "任":
            return start + 1
        takes = _TAKES.match(text, start, end)
        if takes and takes["name"] is None:
            return takes.end()
        if takes and not self._surnames.isdisjoint((takes["name"][0], takes["name"][:2])):
            return takes.end()
        return start

    def _find_cue_words(self, text: str) -> tuple[tuple[int, int], ...]:
        """The words of a text that stand before names, the last one first."""
        if self._cue.search(text) is None:
            return ()
        words = reversed(self._segmenter.cut(text))
        return tuple((first, last) for first, last in words if text[first:last] in self._cues)


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a quote that opened before closes behind: “不忘初心、牢记|使命”主题教育指导组."""
    closed = text.find("”", start, end)
    return closed >= 0 and text.find("“", start, closed) < 0


def _joins(text: str, start: int, conjunction: tuple[int, int], end: int, inside: bool) -> bool:
    """Whether a conjunction stands inside one name: 区发展改革|和|经信局."""
    before, after = text[start : conjunction[0]], text[conjunction[1] : end]
    if before.endswith("中央") and after.startswith("国家机关"):
        return True
    if _OPENS.match(after):
        return False
    if inside or _COMPOUND.search(before):
        return True
    if text.startswith(("有限", "股份", "集团", "实业"), end) and _OF_PROVINCE.fullmatch(before):
        return _OF_PROVINCE.match(after) is None  # 山东义|和|车桥有限公司
    return bool(_OPENS.match(before)) and not _CLOSED.search(before) and bool(after)


def _left_bound(text: str, least: int, end: int) -> int:
    """How far left a run without punctuation reaches."""
    position = end
    while position > least:
        character = text[position - 1]
        if character in _STOPS or character in _OPENERS:
            break
        opener = _CLOSERS.get(character)
        if opener is None:
            position -= 1
            continue
        opened = text.rfind(opener, max(least, position - _LONGEST_BRACKET), position)
        if opened < 0 or _NOTE.match(text, opened, position):
            break
        position = opened
    return position
