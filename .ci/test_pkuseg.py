"""pkuseg's words, by newsie and by pkuseg itself; needs the extra, so it is run by name.

pytest tests/check_pkuseg.py
"""

from __future__ import annotations

from pathlib import Path

import pkuseg
import pytest

from newsie.tokenise import Segmenter, load_segmenter

SENTENCES = [
    "区委副书记、区长高小满主持召开区委常委会会议，研究部署第三季度重点工作。",
    "2024年，全区 GDP 达440.5亿元\n同比增长5.4%",
    "　陆方舟荣获“上海市劳动模范”称号。\r\n",
    "",
]


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return load_segmenter("pkuseg", ["高小满主持"])


@pytest.fixture(scope="module")
def reference() -> pkuseg.pkuseg:
    return pkuseg.pkuseg(user_dict=["高小满主持"])


@pytest.mark.parametrize("text", SENTENCES)
def test_words_are_those_of_pkuseg(
    segmenter: Segmenter, reference: pkuseg.pkuseg, text: str
) -> None:
    words = [text[start:end] for start, end in segmenter.cut(text)]
    assert ([word for word in words if not word.isspace()], "".join(words)) == (
        reference.cut(text),
        text,
    )


def test_nothing_was_downloaded() -> None:
    assert not (Path.home() / ".pkuseg").exists()
