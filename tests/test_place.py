"""Places in text, names and codes resolved, home places inferred."""

from __future__ import annotations

import tomllib
from array import array
from pathlib import Path
from typing import Any

import pytest

from newsie.article import Article, Document, Passage, Place
from newsie.mentions.place import PlaceFinder

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parent / "mentions" / "place.toml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def finder() -> PlaceFinder:
    return PlaceFinder()


def known(finder: PlaceFinder, name: str) -> Place:
    place = finder.resolve_place(name)
    assert place is not None
    return place


def named(article: Article) -> str:
    return article.place.name if article.place else ""


def article(
    text: str, index: int = 0, start: int = 0, kind: Any = "news", title_end: int = 0
) -> Article:
    passage = Passage(text, text, array("L"), array("L"), title_end)
    return Article(index, kind, start, start + len(text), passage=passage)


@pytest.mark.parametrize("case", CASES["find"], ids=lambda case: case["name"])
def test_find_places(finder: PlaceFinder, case: dict[str, Any]) -> None:
    text = case["text"]
    found = finder.find_places(text)
    assert [
        [text[mention.start : mention.end], "".join(mention.value.codes[:1])] for mention in found
    ] == case["places"]


def test_home_makes_a_place_of_an_ordinary_word(finder: PlaceFinder) -> None:
    text = "宝山定目标"
    home = known(finder, "上海市宝山区")
    assert [
        [text[mention.start : mention.end] for mention in finder.find_places(text, of)]
        for of in (None, home)
    ] == [[], ["宝山"]]


@pytest.mark.parametrize("case", CASES["resolve"][0]["cases"], ids=str)
def test_resolve_place(finder: PlaceFinder, case: list[str]) -> None:
    text, published, code, name = case
    assert finder.resolve_place(text, published or None) == Place(code, name)


def test_resolve_place_near_another(finder: PlaceFinder) -> None:
    near = known(finder, "双鸭山市")
    assert [finder.resolve_place("宝山区", near=of) for of in (None, near)] == [
        Place("310113", "上海市宝山区"),
        Place("230506", "黑龙江省双鸭山市宝山区"),
    ]


def test_resolve_place_does_not_guess(finder: PlaceFinder) -> None:
    texts = CASES["unknown"][0]["texts"]
    assert {text: finder.resolve_place(text) for text in texts} == dict.fromkeys(texts)


@pytest.mark.parametrize("case", CASES["home"], ids=lambda case: case["name"])
def test_infer_places(finder: PlaceFinder, case: dict[str, Any]) -> None:
    title = case.get("title", "")
    text = f"{title}\n{case['text']}" if title else case["text"]
    document = Document("a.txt", text, published=case.get("published"), place=case.get("metadata"))
    story = article(text, title_end=len(title))
    finder.infer_places(document, [story])
    assert named(story) == case["place"]


def test_articles_of_a_page_share_a_home_but_for_a_source_of_their_own(
    finder: PlaceFinder,
) -> None:
    texts = [
        "嘉定区召开区委全会，区委书记何初一讲话，全区干部参加。\n",
        "全区秋粮丰收，农户喜笑颜开。\n",
        "来源：顺德发布　顺德区勒流街道举办龙舟赛，区长林小满出席。\n",
        "点击关注嘉定融媒\n",
    ]
    masthead = "嘉定周报　第2版\n"
    starts = [len(masthead) + sum(map(len, texts[:i])) for i in range(len(texts))]
    kinds = ["news", "news", "news", "advert"]
    stories = [article(*each) for each in zip(texts, range(4), starts, kinds, strict=True)]
    finder.infer_places(Document("a.txt", masthead + "".join(texts)), stories)
    assert [named(story) for story in stories] == [
        "上海市嘉定区",
        "上海市嘉定区",
        "广东省佛山市顺德区",
        "",
    ]


def test_place_option_holds_where_the_metadata_say_nothing(finder: PlaceFinder) -> None:
    option = known(finder, "青浦区")
    stories = [article("嘉定区召开区委全会。"), article("嘉定区召开区委全会。")]
    finder.infer_places(Document("a.txt", "嘉定区召开区委全会。"), stories[:1], option)
    finder.infer_places(
        Document("b.txt", "嘉定区召开区委全会。", place="宝山区"), stories[1:], option
    )
    assert [named(story) for story in stories] == ["上海市青浦区", "上海市宝山区"]


@pytest.mark.parametrize("case", CASES["parent"][0]["cases"], ids=str)
def test_meant_by(finder: PlaceFinder, case: list[str]) -> None:
    name, level, expected = case
    meant = known(finder, name).meant_by(level)
    assert (meant.name if meant else "") == expected


@pytest.mark.parametrize("case", CASES["short"][0]["cases"], ids=str)
def test_short_form_of_the_home(finder: PlaceFinder, case: list[str]) -> None:
    name, text, expected = case
    story = article(text)
    finder.infer_places(Document("a.txt", text, place=name), [story])
    assert story.place is not None
    assert story.place.short == expected


def test_places_of_mentions(finder: PlaceFinder) -> None:
    text = "襄樊市、宝山区、我市、全省、城关镇"
    home = known(finder, "石柱县")
    assert [
        mention.value.place.name if mention.value.place else None
        for mention in finder.find_places(text, home)
    ] == ["湖北省襄樊市", "上海市宝山区", "重庆市", None, home.name]


def test_a_gazetteer_of_the_users_own_adds_and_replaces_divisions(tmp_path: Path) -> None:
    (tmp_path / "place.tsv").write_text(
        "# source: made up; licence: MIT\n"
        "code\tname\tshort\tsince\tuntil\tformer\n"
        "310114\t嘉定新区\t嘉定\t\t\t嘉定区~2030\n"
        "310199\t云汉区\t云汉\t2026\t\t\n",
        encoding="utf-8",
    )
    finder = PlaceFinder(tmp_path)
    assert [
        finder.resolve_place(text, published)
        for text, published in (("云汉", None), ("310114", None), ("嘉定区", "2025"))
    ] == [
        Place("310199", "上海市云汉区"),
        Place("310114", "上海市嘉定新区"),
        Place("310114", "上海市嘉定区"),
    ]
