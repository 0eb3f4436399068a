"""An honour's verb or heading in, those who received it out, where the rule does not name them.

They stand before the verb (read_subject), or are meant by a pronoun there or left out
(read_subject_of_article).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsie.article import MENTION_MARKS, Article, Sentence
from newsie.honour.anaphora import read_meant, speaks_of_before
from newsie.honour.bare_name import GROUP_NOUN, looks_like_name, person_at_end
from newsie.honour.items import cut_totals, strip_region
from newsie.honour.recipients import read_recipients
from newsie.honour.region import NOBODY, Found, RecipientKind, Recipients, Region, region_of
from newsie.honour.roster import is_roster, read_roster

_PERSON = MENTION_MARKS["person"]
_NAMES = tuple(MENTION_MARKS[kind] for kind in ("person", "organisation", "place"))
# 我市柳湾镇，城东村、城西村等: nothing but names.
_ALL_NAMES = re.compile(
    r"(?:[我本][省市县区州镇])?(?:[{}](?:、|和)?)+".format(
        "".join(MENTION_MARKS[kind] for kind in ("person", "organisation", "place"))
    )
)

# A person's mark, or what stands behind a body's and may be a name: the items before the last.
_NAMED_BEFORE = re.compile(
    f"{_PERSON}|{MENTION_MARKS['organisation']}[\u4e00-\u9fff]{{2,3}}(?=、|$)"
)

# 省政府印发《…的决定》: a clause of its own.
_ISSUED = re.compile(
    "(?:印发|下发|公布|发布|出台|宣读|签署)了?(?:《|[^，]{0,12}“)|(?:获悉|了解到|消息|报道|得知)$"
)
# 高小满、林春生，2人获…
_ONLY_A_COUNT = re.compile(rf"(?:共|计|这)?{MENTION_MARKS['quantity']}[^，、]{{0,3}}")

# 工信部审核并公布了…名单: whoever publishes it is not on it
_MADE_KNOWN = re.compile(
    "(?:公布|发布|公示|揭晓)了?[^，]{2,40}(?:名单|榜单|名录|结果)$|被[^，]{0,40}(?:评为|授予|命名为|认定为)"
)
# 民风淳朴, 纪律作风明显好转: how somebody is, never who.
_QUALITY = re.compile(
    "(?:明显|显著|大幅|不断|持续|日益|更加).{1,6}$"
    "|[率度量额](?:[为达超]|持续|稳定|保持).*$|(?:好转|淳朴|优美|和谐|浓厚|稳定|整洁|突出|优异|过硬|精湛|有力|扎实|良好|兴旺|富裕)$"
)
# 在环境保护等方面作出了贡献, 始终坚持创新: how and by what, never who.
_ADJUNCT = re.compile(
    r"(?:并|还|也|近年来|多年来|一直以来|长期以来)*(?:在[^，]{2,40}?(?:方面|领域|环节)|以[^，]{2,30}?为|始终|一直|不断|持续|积极|注重|重视|大力|着力|全力|努力|坚持|围绕|通过|依托|立足"
    r"|按照|聚焦|深入|全面|切实|扎实|充分|认真|勇于|敢于|善于|取得|实现|赢得|创下|发扬|弘扬|秉[承持]|践行|致力|扎根|投身|克服|紧[扣盯紧]|狠抓|强化|突出|锐意|奋力)"
)
# 连续受到省委、省政府表彰: by whom, and not who
_PRAISED = re.compile(
    "(?:近年来?|多次|连续|先后|也|还|曾)*受到?[^，]{1,}(?:表彰|嘉奖|好评|肯定|表扬|称赞|奖励)$"
)
_LONGEST_BODY = 8  # characters of a body's name that no finder knew
# What is told of a body behind its name, without another name: 牢记嘱托, 坚持创新驱动
_PREDICATE = re.compile(f"[^{''.join(MENTION_MARKS.values())}、的《“]{{4,40}}")
_DEED = re.compile(
    rf"(?:{MENTION_MARKS['date']}|并|还|也|已经?|逐[步渐]|先后|出色|圆满|顺利|积极|成功|主动|多次|参与)*(?:成为|享有|素有|拥有|位居|跻身|完成|承担|执行|参与|参加|开展|推动|坚持|围绕|克服|攻克|解决|创新|提出|打造|带领(?!的)|率领(?!的)|发动|动员"
    r"|建成|形成|实施|推进|加强|深化|组织(?!人事|部)|带动|服务|帮助)"
)
# 青石镇持续推进环境整治、垃圾分类等工作: whom a clause begins with, and what it tells of them
_COUNTED_DEED = re.compile(
    r"[^，、“”]{0,8}(?:建成|新[建增]|完成|改[造建]|建设|修建|引进|培育|发展|种植|创建|打造|实施|投入|举办|开展|接待|实现)"
    rf"[^，“”]*{MENTION_MARKS['quantity']}[^，“”]{{0,8}}"
)
_TOLD_TOTAL = re.compile(f"等{MENTION_MARKS['quantity']}")
_OF_WHAT = re.compile("的(?:“[^“”]+”|《[^《》]+》)$")
_UNTOLD = re.compile(
    "[他她]所?(?:带|任教|执教|指导|负责|领导|管理)的(?:班|学生|团队|球队|科室|车间)"
    f"|(?:一大?批|众多|广大)[^、“《{''.join(_NAMES)}]*$"
)
_COUNT_ALONE = re.compile(
    rf"[^，“”{MENTION_MARKS['person']}]{{1,12}}{MENTION_MARKS['quantity']}[^，“”]{{0,4}}"
)
_VIRTUES = (
    r"(?:爱岗敬业|无私奉献|勇于|甘于|兢兢业业|任劳任怨|尽职尽责|恪尽职守|勤勤恳恳|乐于助人|热心|品学兼优|勤奋|工作认真|忠于职守"
    r"|政治坚定|作风(?:正派|优良)|业务精湛|技术精湛|医德高尚|师德高尚|严于律己|以身作则|吃苦耐劳|踏实肯干|刻苦|顶住压力|[顽奋][强力勇]拼搏|沉着应战|不畏强[手敌]|敢打敢拼|一路过关斩将)"
)
_TOLD = re.compile(
    r"(?:同志|老师|医生|先生|女士|高度|累计|全年|共计?|还|也|已|均|都|严格|认真|科学|主动|牢固|以|凭借?|发扬)*"
    rf"(?:{_VIRTUES}|(?=[^，]*(?:、|等|方面|工作)){_ADJUNCT.pattern}|(?=[^，]*、){_DEED.pattern})"
)
_LEAD = re.compile(
    rf"“[^“”]{{2,12}}[连班营艇舰队组]”(?=[^的、和与，]{{2}})|[^，。“”《》的在]{{1,30}}?(?={_TOLD.pattern})"
)
# 厦河湾、青山湾等20个海湾的环境质量改善: of whom the quality is told
_QUALITY_OF = re.compile(
    rf"(?P<who>[^，]{{2,120}}?等{MENTION_MARKS['quantity']}[^，、的]{{0,8}})的[^，]{{4,40}}"
    r"(?:改善|提升|提高|增强|加强|好转|突出|显著|良好|优美|完善)$"
)
# 端午节是我国首个入选…的节日: what stands before 是.
_FIRST_OF = re.compile(r"是(?:[我全][国省市区县]|世界|首|第|唯一|目前|迄今)[^，]{0,16}$")
_LABEL = re.compile(r"\W*([\u4e00-\u9fff]{2,16})：")
_OURS = re.compile("[我全本][省市县区州旗镇乡]")
_TIMES = re.compile(
    r"(?:已|先后|曾|还|并)?(?:[0-9一二三四五六七八九十两多]+次|连续[0-9一二三四五六七八九十两多]+[年届次])"
)
# What a clause without a subject begins with: the honour goes to whoever was spoken of.
_ELIDED = re.compile(
    r"^(?:[和及与并还也又均都曾先后多次连续被年月日届0-9一二三四五六七八九十，、：“ ]"
    r"|其中|成功|一举|荣|已)*$"
)


# 海州县青石镇、白塘镇，云山柳湾镇: each begins with where it lies or is known, and ends like a body
_MARKS = "".join(MENTION_MARKS[kind] for kind in ("organisation", "place"))
_NAMED_BODY = re.compile(
    rf"(?![在与对向为由从经到来])[{_MARKS}\u4e00-\u9fff]{{0,18}}?"
    rf"(?:[{_MARKS}村镇乡县区]|社区|街道|办事处|公司|学校|[小中大]学|幼儿园|医院|[局院委办所站厅])"
)
_JOINS = re.compile("、|和|以?及")
_LAST_WORDS = re.compile(r"(?<=” )[^ ]{3,}$")
_SHORTEST = 5  # characters of a body that stands alone between commas
_OF_THOSE = re.compile("其中")
_TITLED = re.compile("《[^》]*》|（[^（）]*）")


def clause_before(sentence: Sentence, offset: int) -> int:
    """Where the clause that a passage offset stands in begins: behind the last ；or ：."""
    text = _TITLED.sub(lambda noted: "《" * len(noted[0]), sentence.text[: offset - sentence.start])
    if sentence.in_title and (last := _LAST_WORDS.search(text)):
        return sentence.start + last.start()  # 首个“荣誉日” 县公安局当选…
    return sentence.start + max(text.rfind("；"), text.rfind("：")) + 1


def read_subject(region: Region, hint: RecipientKind | None, fallback: RecipientKind) -> Recipients:
    """The recipients that stand before a verb: in the last part of the clause that names any."""
    if first := _FIRST_OF.search(region.marked):
        region = region.part(0, first.start())
    pieces = list(_pieces(region))
    guessed = NOBODY
    for i in range(len(pieces) - 1, -1, -1):
        piece = pieces[i]
        if praised := _PRAISED.search(piece.marked):
            piece = piece.part(0, praised.start())
        if quality := _QUALITY_OF.match(piece.marked):
            piece = piece.part(0, quality.end("who"))
        if meant := read_meant(strip_region(piece)):
            return meant
        if _UNTOLD.match(strip_region(piece).marked):
            break  # 她所带的班级, 一批技术人员: which ones is not told
        if told := _told_of(piece, hint, fallback):
            return told
        if speaks_of_before(strip_region(piece)):
            break  # 我校师生朝气蓬勃，学校获得…: which school is not told
        if (
            _DEED.match(piece.marked)
            or _is_adjunct(piece)
            or (i and _MADE_KNOWN.search(piece.marked))
        ):
            continue  # 出色完成演训、抢险等任务
        if (dash := piece.marked.rfind("——")) > 0 and "“" not in piece.marked:
            piece = piece.part(dash + 2, len(piece.marked))  # 商会会员单位——优旦科技
        start = piece.start
        # 旅美乡亲甲，商会会长乙获授予…: a list whose separator is a comma.
        while (
            i
            and not _OF_THOSE.match(pieces[i].marked)
            and (
                _goes_on(pieces[i - 1])
                or _counts(piece, pieces[i - 1])
                or (_lists_bodies(piece, piece) and _lists_bodies(pieces[i - 1], piece))
            )
        ):
            i -= 1
            start = pieces[i].start
        if start == piece.start and (listed := _counted_roster(pieces[: i + 1], hint)):
            return listed
        if i < len(pieces) - 1 and start == piece.start and (named := _leads(piece)):
            return named
        whole = Region(region.article, region.sentence, region.view, start, piece.end)
        found = read_recipients(whole, hint, free=True, fallback=fallback)
        if i < len(pieces) - 1 and _is_counted_deed(pieces, i) and _only_counts(found):
            continue  # 全县共建成标准化学校80所，先后荣获…
        if not found.items and whole.start != piece.start:
            found = read_recipients(piece, hint, free=True, fallback=fallback)
        if found and i and _is_guessed(whole, found):
            # 忠诚履职尽责, 抓执法、抓服务: no name, where words stand between it and the verb
            if i == len(pieces) - 1 and not any(
                _QUALITY.search(item.name or "") for item in found.items
            ):
                guessed = found
        elif found:
            return found
        elif _OURS.fullmatch(strip_region(piece).canonical):
            break  # 国家卫健委发布决定，我县成功创建…: whose it is, the article does not tell
    return guessed


def _counted_roster(pieces: Sequence[Region], hint: RecipientKind | None) -> Recipients:
    """The persons of a list over commas that says how many they are, not all surely persons.

    城东中学高小满，南海国际毕小明，县二中林春生、郝小雪等5名同学
    """
    last = pieces[-1]
    if len(pieces) < 2 or hint not in (None, "individual") or not _TOLD_TOTAL.search(last.marked):
        return NOBODY
    for first in pieces[:-1]:
        whole = Region(first.article, first.sentence, first.view, first.start, last.end)
        lists = list(cut_totals(strip_region(whole)))
        part, total, kind = lists[0]
        if len(lists) != 1 or total is None or kind != "individual":
            return NOBODY
        roster = read_roster(part, "individual", counted=True)
        if roster and 1 < len(roster) <= total and all(_is_named(one) for one in roster):
            return Recipients(roster, total)
    return NOBODY


def _is_named(item: Found) -> bool:
    return item.kind == "individual" and item.name is not None


def _is_counted_deed(pieces: Sequence[Region], i: int) -> bool:
    """Whether a part tells how much was done, or goes on with how much: 建成公园3个，广场5个."""
    marked = pieces[i].marked
    if _COUNTED_DEED.fullmatch(marked):
        return True
    return bool(i and _COUNT_ALONE.fullmatch(marked) and _is_counted_deed(pieces, i - 1))


def _only_counts(found: Recipients) -> bool:
    return all(item.name is None for item in found.items)


def _told_of(piece: Region, hint: RecipientKind | None, fallback: RecipientKind) -> Recipients:
    """Those whom a part begins with, where the rest tells of them: their deeds, their virtues."""
    stripped = strip_region(piece)
    marked = stripped.marked
    lead = _LEAD.match(marked)
    if lead is None or _TOLD.match(marked) or _names_somebody(marked, lead.end()):
        return NOBODY
    who = stripped.part(0, lead.end())
    known = any(mark in who.marked for mark in _NAMES) or who.marked.startswith("“")
    known = known or bool(person_at_end(_JOINS.split(who.canonical)[-1], "individual", False))
    if not (known or GROUP_NOUN.search(who.canonical)):
        return NOBODY
    return read_recipients(who, hint, fallback=fallback)


def _names_somebody(marked: str, start: int) -> bool:
    """Whether a part ends with a name, so that what stands before may only say who that is."""
    last = _JOINS.split(marked[start:])[-1]
    body = _NAMED_BODY.fullmatch(last)
    return marked[-1:] in _NAMES or bool(body) or person_at_end(last, None, False) is not None


def _leads(piece: Region) -> Recipients:
    """The body that a part begins with, where a verb follows it: 城东大队牢记嘱托，先后…."""
    stripped = strip_region(piece)
    marked = stripped.marked
    if marked[:1] != MENTION_MARKS["organisation"] or not _PREDICATE.fullmatch(marked, 1):
        return NOBODY
    if GROUP_NOUN.search(marked) or looks_like_name(marked[-3:]) or looks_like_name(marked[-2:]):
        return NOBODY
    return read_recipients(stripped.part(0, 1), None)


def _is_guessed(region: Region, found: Recipients) -> bool:
    """Whether what was read is the name of nothing known, by its place before the verb alone."""
    return not region.mentions() and not any(
        item.count
        or item.kind == "individual"
        or GROUP_NOUN.search(item.name or "")
        or re.search("[《“]", region.marked)
        for item in found.items
    )


def _is_adjunct(piece: Region) -> bool:
    """Whether a part between commas tells how the honour was earned, and ends with no name."""
    stripped = strip_region(piece)
    if re.match("为(?!了)", piece.marked) and "”" not in piece.marked:
        return True  # 为代表团夺得首枚金牌
    if not _ADJUNCT.match(stripped.marked) or _OF_WHAT.search(stripped.marked):
        return False  # 践行绿色理念的“山水工程”
    return stripped.marked[-1:] not in _NAMES and "的" not in stripped.marked[-_LONGEST_BODY:]


def _counts(piece: Region, before: Region) -> bool:
    """Whether a part between commas is the count of those named in the part before it."""
    if not _ONLY_A_COUNT.fullmatch(piece.marked):
        return False
    counted = piece.mentions()[0].value.value
    return bool(counted == before.marked.count("、") + 1)


def _goes_on(piece: Region) -> bool:
    """Whether a part between commas is of a list that the next part goes on with."""
    marked = piece.marked
    if _ISSUED.search(marked) or _DEED.match(marked):
        return False  # 已成为装备制造基地和“北方药都”，成功创建…
    if marked[-1:] in (_PERSON, "》", "”") or _ALL_NAMES.fullmatch(marked):
        return True
    before, joined, last = marked.rpartition("、")
    if is_roster(piece):
        return True
    return bool(joined) and looks_like_name(last) and bool(_NAMED_BEFORE.search(before))


def _lists_bodies(piece: Region, last: Region) -> bool:
    """Whether a part between commas lists bodies, or names one of the sort that the last one is."""
    names = _JOINS.split(piece.marked)
    if not all(_NAMED_BODY.fullmatch(name) for name in names):
        return False
    noun = last.canonical[-1:]
    return len(names) > 1 or (piece.canonical.endswith(noun) and len(piece.canonical) > _SHORTEST)


def _pieces(region: Region) -> Iterable[Region]:
    """The parts of a region between commas, quotes whole."""
    depth = start = 0
    marked = region.marked
    for i, character in enumerate(marked):
        depth += (character in "“《（") - (character in "”》）")
        if depth <= 0 and character == "，":
            yield region.part(start, i)
            start = i + 1
    yield region.part(start, len(marked))


def is_elided(region: Region) -> bool:
    """Whether the clause before a verb has no subject of its own."""
    stripped = strip_region(region)
    return bool(_ELIDED.match(stripped.marked) or _TIMES.fullmatch(stripped.canonical))


def read_label(article: Article, sentence: Sentence, clause: int) -> Recipients:
    """The body or person whose name and a colon stand in front of a clause: ★青石镇：曾获…."""
    found = _LABEL.fullmatch(sentence.text[: clause - sentence.start])
    if found is None or not (GROUP_NOUN.search(found[1]) or looks_like_name(found[1])):
        return NOBODY
    start = sentence.start + found.start(1)
    return read_recipients(region_of(article, sentence, start, start + len(found[1])), None)
