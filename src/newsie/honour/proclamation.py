"""An honour's name in, who proclaims it elsewhere in the article than where it is received.

宣读了《柳湾县人民政府关于颁发首届县长质量奖的决定》   for 县长质量奖, 县长质量奖提名奖
全国总工会共表彰“全国五一劳动奖状”397个               the sentence that counts all of them
文化部确定了442个“民间文化艺术之乡”名单
"""

from __future__ import annotations

import re

from newsie.article import Article
from newsie.honour.conferral import BODIES

_DECISION = re.compile(
    r"《(?P<grantor>[^《》]{2,40}?)关于[^《》]{0,6}?(?:颁发|表彰|表扬|授予|命名|公布|认定|确定)"
    r"(?P<what>[^《》]{2,80})》"
)
_PROCLAIMED = re.compile(
    rf"(?:^|[，。；：！？、上])(?!大会|会议|[本此]次)(?P<grantor>{BODIES})(?:日前|近日|最近|正式|联合|共同|通报|共)*"
    r"(?:公布|发布|表彰|确定|命名|认定|评选|评出|授予|颁发|通报)(?!会|大会|活动)了?[^，。；]{0,40}$"
)
_OWN_YEAR = re.compile(r"^(?:(?:19|20)[0-9]{2}[-—至])?(?:19|20)[0-9]{2}年度?|^[首第].{0,3}[届批]")
_QUOTES = re.compile("[“”]")
_PIECE = 4  # characters that a decision's title must share with an honour
_FEWEST = 4  # characters of a name that says which honour it is


def find_proclaimer(article: Article, name: str) -> str | None:
    """Who decided on or announced an honour, as written; None where no sentence says.

    Args:
        name: the honour's, without quotes.
    """
    core = _OWN_YEAR.sub("", name)
    if len(core) < _FEWEST:
        return None
    pieces = [core[start : start + _PIECE] for start in range(len(core) - _PIECE + 1)]
    for sentence in article.sentences:
        text = sentence.text
        decided = _DECISION.search(text) if "关于" in text else None
        if decided and any(piece in decided["what"] for piece in pieces):
            return decided["grantor"]
        bare = _QUOTES.sub("", text)
        if core in bare and (told := _PROCLAIMED.search(bare[: bare.index(core)])):
            return told["grantor"]
    return None
