"""The readable lines of a web page in, the same lines without what stands around its story out.

Which part of a page is its main text is for resiliparse to say (Apache-2.0; the rules of its
`extract_plain_text` hold for sites of any make). It gives text without places, so its answer is
looked up among the page's own lines: everything from the first line that it holds to the last one
stays, and so does the page's title above. Comments and recommended stories it often takes for main
text, so behind the greater part of what the page tells a line that heads such things is the end.
"""

from __future__ import annotations

import re

from resiliparse.extract.html2text import extract_plain_text

from newsie.ingest.visible import Line, blank, lines_of, squeeze

_SURE = 8  # characters; a shorter line may stand in the main text by chance
_TITLE_ELEMENT = re.compile(r"(?is)<title[^>]*>(.*?)</title")
_SHORTEST_TITLE = 6
# What stands between a story and the rest of its page.
_BORDER = re.compile(
    r"(?:分享(?:到|至|$)|收藏|举报|打印|关闭窗口|返回(?:列表|首页|顶部|搜狐|$)|上一[篇页条]|下一[篇页条]|阅读下一篇"
    r"|(?:更多)?(?:相关|热门|精彩|推荐|最新|往期|延伸|网友|热点|今日|图片|头条)"
    r"(?:的)?(?:阅读|新闻|链接|文章|推荐|内容|评论|资讯|组图|回顾|故事|专题|视频|产品|话题)"
    r"|猜你喜欢|大家都在看|你可能|您可能|跟贴|评论|发表评论|我要评论|\d+条评论|最近发表|推荐中|换一换"
    r"|免责声明|版权(?:声明|所有)|(?:微信)?扫(?:一扫|描|码)|用微信扫|长按|特别声明|登录后|最新闻"
    r"|点击(?:加载|查看|排行)|(?:阅读|评论|点击|热点|新闻|跟贴)排行)"
)
_BYLINE = re.compile(
    r"(?:编辑|责编|来源|稿源|作者|记者|通讯员|审核|监制|供稿|摄影)(?:[:：]|[^，。…]{0,16}$)"
)
_LONGEST_BYLINE = 60
_BUTTON = re.compile(
    r"分享(?:到|至|$)|举报|收藏|打印|转发微博|(?:用)?微信扫|扫(?:一扫|描)|我要评论|\d+(?:条评论|人参与|评论)"
    r"|(?:缩小|放大)字体|字[号体]|T[+-]"
)
_LONGEST_BUTTON = 30


def blank_surroundings(page: str, text: str, title: str | None) -> str:
    """Blank the menus, notices and teasers around a page's main text.

    Args:
        page: The page as it is given.
        text: Its readable text, as long as the page, a line a block.
        title: The title that the page gives in its `meta` elements.

    Returns:
        A text of the same length. It is the one given where no main text is found, or where more
        is told outside it than inside.
    """
    main = squeeze(extract_plain_text(page, main_content=True, alt_texts=False, comments=False))
    lines = list(lines_of(text))
    region = _region(lines, main)
    if region is None:
        return text
    first, end = _with_title(lines, region[0], _titles(page, title)), region[1]
    if _told(lines[:first]) + _told(lines[end:]) > _told(lines[first:end]):
        return text
    end = _end_of_story(lines, first, end)
    buttons = [line for line in lines[first:end] if _is_button(line)]
    behind = [line for line in lines[end:] if not _is_byline(line)]
    return blank(text, [*lines[:first], *buttons, *behind])


def _region(lines: list[Line], main: str) -> tuple[int, int] | None:
    """The lines, half-open, from the first to the last one that the main text holds."""
    sure = [i for i, line in enumerate(lines) if len(line.shown) >= _SURE and line.shown in main]
    if not sure:
        return None
    first, end = sure[0], sure[-1] + 1
    while first > 0 and lines[first - 1].shown in main:
        first -= 1
    while end < len(lines) and lines[end].shown in main:
        end += 1
    return first, end


def _told(lines: list[Line]) -> int:
    """How many characters stand in lines that hold a sentence."""
    return sum(len(line.shown) for line in lines if "。" in line.shown)


def _titles(page: str, title: str | None) -> list[str]:
    """What the page calls itself, in its `meta` elements and in `<title>`."""
    element = _TITLE_ELEMENT.search(page)
    given = [title or "", element[1] if element else ""]
    return [squeezed for squeezed in map(squeeze, given) if squeezed]


def _with_title(lines: list[Line], first: int, titles: list[str]) -> int:
    """The first line of the main text, or the one above it that holds the page's title."""
    for i in range(first - 1, -1, -1):
        shown = lines[i].shown
        if len(shown) >= _SHORTEST_TITLE and any(shown in title for title in titles):
            return i
    return first


def _end_of_story(lines: list[Line], first: int, end: int) -> int:
    """The first border behind half of what is told from `first` to `end`, or `end`."""
    whole = _told(lines[first:end])
    told = 0
    for i in range(first, end):
        if 2 * told > whole and _BORDER.match(lines[i].shown):
            return i
        told += _told([lines[i]])
    return end


def _is_button(line: Line) -> bool:
    """Whether the line asks the reader to share, print or judge the story it stands in."""
    return len(line.shown) <= _LONGEST_BUTTON and (
        _BUTTON.match(line.shown) is not None and not _BYLINE.search(line.shown)
    )


def _is_byline(line: Line) -> bool:
    """Whether the line says who wrote the story; that often stands below the page's buttons."""
    return len(line.shown) <= _LONGEST_BYLINE and _BYLINE.search(line.shown) is not None
