"""A small corpus for the notebooks: three years of news of three counties, all invented.

The divisions are real, everybody and everything else is not. The same every time.

python notebooks/corpus.py > corpus.jsonl
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from typing import Any

COUNTIES = {
    "长沙县": "甘立民 汪远帆 纪小舟 施半夏 于谦之",
    "浏阳市": "柏青松 雷开泰 温如玉 钟书远 段锦川",
    "桐庐县": "方朝阳 何晚舟 许知远 罗一川 岑静姝",
}
YEARS = (2022, 2023, 2024)
TOPICS = ("安全生产", "乡村振兴", "招商引资", "教育", "防汛抗旱", "生态环境保护")
HONOURS = ("文明村", "乡村旅游重点村", "卫生村", "民主法治示范村")
VILLAGES = ("柳湾村", "白露村", "石桥村", "青禾村", "云栖村", "松溪村")

Row = dict[str, Any]


def make_corpus(seed: int = 7) -> Iterator[Row]:
    """The documents in the order of their dates: id, published, place, title, text."""
    chance = random.Random(seed)
    rows = [
        row
        for year in YEARS
        for county, names in COUNTIES.items()
        for row in _make_year(chance, year, county, names.split())
    ]
    rows.sort(key=lambda row: (row["published"], row["place"]))
    for number, row in enumerate(rows, 1):
        yield {"id": f"{number:03}", **row}


def _make_year(chance: random.Random, year: int, county: str, names: list[str]) -> Iterator[Row]:
    level = county[-1]
    aims = _draw_aims(chance)
    yield _row(f"{year}-01-12", county, f"{county}部署全年目标", _tell_aims(year, level, aims))
    for month in range(2, 13):
        day = chance.randint(2, 27)
        topic = chance.choice(TOPICS)
        text = _tell_meeting(chance, level, month, day, topic, names)
        yield _row(f"{year}-{month:02}-{day + 1:02}", county, f"全{level}{topic}工作会议召开", text)
    for month in chance.sample(range(3, 13), 3):
        village, honour = chance.choice(VILLAGES), chance.choice(HONOURS)
        grade = chance.choice(("全国", "省级"))
        text = f"{month}月18日，记者获悉，{county}{village}荣获“{year}年度{grade}{honour}”称号。"
        yield _row(f"{year}-{month:02}-19", county, f"{village}获评{grade}{honour}", text)
    results = _tell_results(chance, year, level, aims)
    yield _row(f"{year + 1}-01-20", county, f"{county}交出{year}年成绩单", results)


def _row(published: str, county: str, title: str, text: str) -> Row:
    return {"published": published, "place": county, "title": title, "text": f"本报讯 {text}"}


def _draw_aims(chance: random.Random) -> dict[str, float]:
    return {
        "growth": chance.randint(10, 16) / 2,
        "jobs": chance.randint(60, 95) * 100,
        "investment": chance.randint(12, 20) / 2,
    }


def _tell_aims(year: int, level: str, aims: dict[str, float]) -> str:
    return (
        f"1月11日，全{level}经济工作会议召开。{year}年，全{level}力争地区生产总值增长"
        f"{aims['growth']}%以上，力争新增城镇就业{aims['jobs']}人以上，"
        f"力争固定资产投资增长{aims['investment']}%以上。"
    )


def _tell_results(chance: random.Random, year: int, level: str, aims: dict[str, float]) -> str:
    growth = round(aims["growth"] + chance.uniform(-1.2, 1.4), 1)
    jobs = int(aims["jobs"] * chance.uniform(0.9, 1.2))
    investment = round(aims["investment"] + chance.uniform(-2, 2), 1)
    return (
        f"{year}年，全{level}地区生产总值增长{growth}%。{year}年，全{level}新增城镇就业{jobs}人。"
        f"{year}年，全{level}固定资产投资增长{investment}%。"
    )


def _tell_meeting(
    chance: random.Random, level: str, month: int, day: int, topic: str, names: list[str]
) -> str:
    head, mayor, *others = names
    deputy, organiser = chance.sample(others, 2)
    return (
        f"{month}月{day}日，{level}委书记{head}主持召开全{level}{topic}工作会议并讲话。"
        f"{level}委副书记、{level}长{mayor}出席会议，副{level}长{deputy}通报有关情况，"
        f"{level}委常委、组织部部长{organiser}参加会议。"
    )


def main() -> None:
    for row in make_corpus():
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
