"""No text breaks the whole flow: evidence quotes the source, values keep to the contract."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsie.article import MENTION_MARKS, Document
from newsie.errors import ArticleError
from newsie.pipeline import Extractor

PIECES = {
    "name": ("高小满 陆方舟 欧阳震华 李　明 阿不都热合曼·艾力 严明 某某 约翰·史密斯 鄒嘉驊 𠮷田"),
    "title": (
        "区委书记 区委副书记、区长 区委常委、组织部部长 董事长 原主任 教授 区领导 縣長 代表团团长"
    ),
    "number": (
        "440.5亿元 5.4% 1200 一千二百 三分之二 近七成 20余 99999999999999999999 １２３ "
        "1，234，567 1234万 第3位 翻一番 -3.5 1e5 半 ½ ① 〇 ² 3至5 10%—20% 亿亿亿 ٣ १२ "
        "13900000000 400-000-0000"
    ),
    "date": (
        "2025年2月6日 2月6日 今年 去年 上月 一季度 1至6月 “十四五”期间 2月30日 "
        "13月45日 0年0月0日 99999年 到2025年 年底前 近日 3月9日至11日 今年以来 春节 "
        "2026年至2020年 1997年以来 12月至1月"
    ),
    "quote": "“ ” ‘ ’ 「 」 『 』 \" ' 《 》 “三个融合” 《条例》",
    "bracket": "（ ） ( ) 【 】 [ ] 〔 〕 { } <b> </b>",
    "verb": (
        "举行 召开 主持 出席 讲话 强调 调研 慰问 荣获 授予 被评为 入选 表彰 增长 达到 "
        "实现 力争 确保 计划 将 预期 完成 新增 下降 提高到 签约 揭牌 会见 宣读 免去 "
        "颁发 居 占 累计 分别 均 等 和 、 的 了"
    ),
    "honour": (
        "全国文明城区 先进集体 “五一劳动奖章” 一等奖 二等奖、三等奖 称号 劳动模范 百强 "
        "金奖 优秀提案"
    ),
    "unit": "亿元 万元 个 家 人 平方米 % 个百分点 倍 件 名 吨 元/平方米 场次",
    "place": (
        "上海市 嘉定区 安亭镇 我区 全区 本市 浏阳市 湖南省 市 区 县 内蒙古自治区 外冈镇泉泾村"
    ),
    "org": (
        "区委 区政府 区人大常委会 区妇联 长风(集团)有限公司 嘉定一中 工会 该公司 国务院 各街镇"
    ),
    "meeting": ("会议 推进会 第二十七次会议 座谈会 七届七次执委(扩大)会议 论坛 启动仪式 评选活动"),
    "indicator": (
        "规模以上工业增加值 地区生产总值 城乡居民收入 企业 占比 增速 养老床位 PM2.5浓度 GDP"
    ),
    "hidden": (
        "&nbsp; &amp; &#12288; &#0; &#x110000; &#xD800; &bogus; & \u200b \ufeff \u00ad "
        "\u200d \x00 \ufe0f \ue001 \ue006 \uf8ff \U000f0000 \u0301 \u2060"
    ),
    "emoji": "😀 👨‍👩‍👧‍👦 🇨🇳 ● ◆ ★ ▲ 👉",
    "furniture": (
        "本报讯 (记者 新华社北京2月6日电 上接第1版 下转第3版 通讯员 摄 责任编辑： "
        "■本报记者 文/图 来源： 往期推荐 扫描二维码 热线电话 【开年第一访】 第01版 "
        "图为 阅读原文 遗失声明 招聘 1． 一、 微信号："
    ),
}
BREAKS = ["\n", "\n\n", "\r\n", "\r", "\u2028", "\x0b", "\x85", "　　", "\t", " ", "\n　　"]
MARKS = [*"，。；：、！？…—·～%", "。", "，", "、", "。\n"]
FORMULAS = (
    "date ， org verb meeting 。",
    "title name verb verb meeting 。",
    "indicator verb number unit ， verb number 。",
    "org verb honour 、 honour verb name 、 name 等 number unit 。",
    "date indicator 力争 verb number unit ；",
    "title name 、 title name 、 name 一行到 place org 调研 。",
    "会议由 title name 主持 ， title name 讲话 ， name 、 name 出席 。",
    "indicator number unit 力争 verb 。",
)
ENUMS: dict[str, dict[str, str]] = {
    "kind": {
        "article": "news feature caption continuation teaser advert",
        "activity": "visit ceremony reception other",
    },
    "published_source": {"article": "metadata text inferred None"},
    "sector": {
        "official": "party government congress cppcc supervision judiciary mass_organization "
        "military enterprise institution grassroots foreign None",
    },
    "modality": {"target": "expect strive ensure plan"},
    "comparator": {
        "metric": "eq gt ge lt le approx range",
        "target": "eq gt ge lt le approx range None",
    },
    "aspect": {
        "metric": "level increase decrease rank",
        "target": "level increase decrease rank None",
    },
}
TYPES = ("article", "meeting", "activity", "official", "award", "metric", "target")
ROLES = ["host", "speaker", "presenter", "attendee"]
SPLIT = {kind: words.split(" ") for kind, words in PIECES.items()}


@cache
def extractor() -> Extractor:
    return Extractor()


def records(text: str, **known: str) -> list[dict[str, Any]]:
    found = extractor().extract(Document("a.txt", text, **known))
    return [json.loads(record.model_dump_json()) for record in found]


@st.composite
def formulas(draw: st.DrawFn) -> str:
    words = draw(st.sampled_from(FORMULAS)).split()
    return "".join(draw(st.sampled_from(SPLIT[word])) if word in SPLIT else word for word in words)


@st.composite
def lists(draw: st.DrawFn) -> str:
    words = draw(st.lists(st.sampled_from(SPLIT[draw(st.sampled_from(sorted(SPLIT)))]), min_size=2))
    return draw(st.sampled_from(["、", "和", "，", " ", "", "\n", "；"])).join(words)


PIECE = st.sampled_from([word for words in SPLIT.values() for word in words])
TEXTS = st.lists(
    st.one_of(
        formulas(),
        formulas(),
        PIECE,
        lists(),
        st.sampled_from(BREAKS),
        st.sampled_from(MARKS),
        st.builds(str.__mul__, PIECE, st.sampled_from([2, 30])),
        st.text(max_size=4),
    ),
    min_size=1,
    max_size=14,
).map("".join)
KNOWN = st.sampled_from(
    [{}, {"published": "2025-02-06", "place": "嘉定区"}, {"published": "2024", "title": "开会"}]
)


def is_date(words: str) -> bool:
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", words, re.ASCII):
        return False
    year, month, day = (words + "-01-01"[len(words) - 10 :])[:10].split("-")
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def is_period(words: str) -> bool:
    start, slash, end = words.partition("/")
    if slash:
        width = min(len(start), len(end))
        return is_date(start) and is_date(end) and start[:width] <= end[:width]
    return is_date(words) or bool(re.fullmatch(r"\d{4}-(H[12]|Q[1-4])", words, re.ASCII))


def broken_promises(text: str, found: list[dict[str, Any]]) -> list[str]:
    """What in the records of a text is against the contract."""
    broken = []
    articles = {record["id"]: record for record in found if record["type"] == "article"}
    if len({record["id"] for record in found}) < len(found):
        broken.append("two records of one id")
    places = []
    for record in found:
        article = articles.get(record["article_id"] or record["id"])
        assert article is not None
        spans = [(item["start"], item["end"]) for item in record["evidence"]]
        places.append((article["index"], TYPES.index(record["type"]), spans[0][0]))
        if [item["text"] for item in record["evidence"]] != [text[a:b] for a, b in spans]:
            broken.append(f"{record['rule']}: evidence is not the source")
        if any(not 0 <= a < b <= len(text) for a, b in spans):
            broken.append(f"{record['rule']}: no span of the source: {spans}")
        if any(one[1] > other[0] for one, other in pairwise(spans)):
            broken.append(f"{record['rule']}: evidence out of order: {spans}")
        broken += [f"{record['rule']}: {fault}" for fault in faults(record, article)]
    if places != sorted(places):
        broken.append("records out of order")
    return broken


def faults(record: dict[str, Any], article: dict[str, Any]) -> list[str]:
    """What in a record is against the contract, by itself."""
    kind = record["type"]
    wrong = [
        key
        for key, allowed in ENUMS.items()
        if kind in allowed and str(record[key]) not in allowed[kind].split()
    ]
    for key in ("date", "end_date", "published"):
        if record.get(key) is not None and not is_date(record[key]):
            wrong.append(key)
    if record.get("period") is not None and not is_period(record["period"]):
        wrong.append("period")
    for key in ("name", "goal", "description", "indicator"):
        if record.get(key) is not None and not record[key].strip():
            wrong.append(f"{key} is empty")
    if kind != "article" and article["kind"] in ("teaser", "advert"):
        wrong.append("made of no story")
    if kind in ("meeting", "award") and re.search('["“”‘’「」『』]', record["name"]):
        wrong.append("quotes in the name")
    if kind == "official" and record["place"]:
        wrong += ["place"] * (record["sector"] in ("enterprise", "institution", "foreign"))
    for person in record.get("participants", ()):
        if person["roles"] != [role for role in ROLES if role in person["roles"]]:
            wrong.append("roles")
    for key in ("value", "value_max"):
        if isinstance(record.get(key), int) and abs(record[key]) >= 1 << 63:
            wrong.append("more than 64 bits")
    own = {
        key: value
        for key, value in record.items()
        if key not in ("evidence", "id", "rule") and not isinstance(value, int | float)
    }
    words = json.dumps(own, ensure_ascii=False)
    # a headline is as printed, whatever stands in it
    if kind != "article" and any(mark in words for mark in MENTION_MARKS.values()):
        wrong.append("a mark shows")
    if re.search(r"(?<![\d.])(?:13900000000|400-000-0000)(?![\d.%％万亿元余多])", words):
        wrong.append("a phone number shows")
    return [f"{fault}: {words}" for fault in wrong]


@settings(
    derandomize=True,
    deadline=None,
    max_examples=150,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(TEXTS, KNOWN)
def test_no_text_breaks_a_promise(text: str, known: dict[str, str]) -> None:
    found = records(text, **known)
    assert broken_promises(text, found) == []
    assert records(text, **known) == found


@pytest.mark.parametrize(
    "text",
    [
        "。企5亿元力争有",  # the cue behind its number
        "1997年以来。5万美元",  # an interval without an end
        "2026年以来，企业达5万家。",
        "毛凤山主任、教授出席。",  # the second post tells the sector
        "全区新增" + "1" * 5000 + "个。",  # more digits than Python reads
        "全区企业达99999999999999999999999999家，新增9亿亿亿个。",  # more than 64 bits
        "”　　第一名　名街",  # a table of results with a lone quote
        "区委书记高小满13900000000副局长陆方舟出席会议。",
        "。模范",  # the heading of a list that the article does not have
        "",
        "\n",
        "\ufeff",
        "\x00" * 20,
        "“" * 500,
        "（" * 500 + "）" * 500,
        "&#x110000;&#xD800;区长高小满出席会议。",
        # Somebody does something in the middle of what is held.
        '林春生讲话t">s="riext">d="js">城东发id="pe">20>下一篇：ight"粉节开幕<',
    ],
)
def test_texts_that_broke_one_once(text: str) -> None:
    for known in ({}, {"published": "2025-02-06", "place": "嘉定区"}):
        assert broken_promises(text, records(text, **known)) == []


def test_phone_numbers_are_in_no_field() -> None:
    text = "2月6日，区委书记13900000000高小满主持召开区委常委会会议。"
    found = records(text, published="2025-02-07", place="嘉定区")
    assert broken_promises(text, found) == []
    assert [
        (record["name"], record["title"]) for record in found if record["type"] == "official"
    ] == [("高小满", "区委书记")]


def test_an_article_without_end_is_refused_with_what_to_do() -> None:
    text = "全区召开大会。" * 150_000
    with pytest.raises(ArticleError) as raised:
        Extractor(types=["meeting"]).extract(Document("long.txt", text))
    assert str(raised.value) == (
        "an article of 1,050,000 characters, where 1,000,000 can be read; "
        "give its parts as documents of their own"
    )
