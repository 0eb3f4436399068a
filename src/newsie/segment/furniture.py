"""A line of text → what of the page's furniture it is: chrome, source line, label, advert.

Furniture is what stands on a page besides its stories. What each class looks like:

- masthead: 嘉定报　2025年2月11日　星期二　第2版
- chrome: 当前位置：首页 > 新闻中心, 【打印本页】【关闭窗口】, 版权所有：…, 点击上方蓝字关注我们
- contact: 招商热线：400-000-0000, 电话/微信 13800000000
- source: 来源：区融媒体中心　发布时间：2025-01-14　字号：[大 中 小]
- more: 往期推荐, 相关阅读, 今日看点
- next: 上一篇：…, 下一条：…
- advert: —— 广告 ——, 【广告】…
- turn: （下转第2版）
- page: 第3页, A05
"""

from __future__ import annotations

import re
from functools import cache

from newsie.segment.masthead import is_edition, is_masthead
from newsie.segment.prompts import any_of, any_word, furniture_words, is_prompt
from newsie.segment.signs import EDGE, is_list_label, is_sign, plain_label
from newsie.triggers import compile_quick

_LONG = 90  # characters; no single piece of furniture is longer, unless it is a row of links
_TOLD = 30  # characters; a longer line with a comma tells something besides a number to call
_SENTENCE = re.compile(r"。.{8,}")
_TURN = re.compile(
    r"[（(【\[▶►→>]*\s*(?:紧?[下后]转|转|详见|全文见|请看)\s*第?\s*[A-Za-z]?[\d一二三四五六七八]{1,3}\s*版?.{0,6}[）)】\]]?$"
)
_PAGE = re.compile(
    r"[-—\s]*(?:(?:PART|Part)\.?\s?\d{1,2}|第\s*[\d一二三四五六七八九十]{1,3}\s*[版页](?:\s*[（(][^）)]{0,8}[）)])?|[A-Z]{0,2}\d{1,2}\s*版?|\d{1,2}\s*/\s*\d{1,2}|(?<=[-—]\s)\d{3,4})[-—\s]*$"
)
_ADDRESS = re.compile(
    r"(?:(?:https?://|www\.)\S+|(?:[\w-]+\.){1,3}(?:com|cn|net|org)(?:\.cn)?/?)$|ID[:：]\s?[A-Za-z\d_-]+$"
)
_URL = re.compile(r"https?://[\w./-]+")
_PHONE = compile_quick(
    r"(?<![\d.])(?:1[3-9]\d{9}|0\d{2,3}[-—\s]?\d{7,8}|[48]00[-\s]?\d{3,4}[-\s]?\d{3,4})(?!\d)|\*{4}"
)
# The links to a story's own pages: 首页 上一页 [1] [2] 下一页 尾页
_PAGINATION = re.compile(
    r"(?=.*\d)(?>[\s<>«»|]++|[\[（(]?\d{1,2}(?!\d)[\]）)]?|首页|上一?页|[\[（(]?下一?页|尾页|末页"
    r"|共\d+页|第\d+页|\.{3})++$"
)
_DIGITS = re.compile(r"[\d*][\d*]{2}")  # every number to call has three in a row
_CONTACT = re.compile(
    r"电话|热线|微信|手机|联系|QQ|地址|专线|咨询|租售|租赁|招租|加盟|预约|邮箱|☎|📞|Tel",
    re.IGNORECASE,
)
_ADVERT = re.compile(r"[【\[(（]广告[】\])）]")
_CRUMBS = compile_quick(r"[>\u203a»→＞]{1,2}|\s-\s")
_SITE = re.compile(
    r"\S{2,10}\s+正文$|\S{2,8}\s*[•·]\s*\S{2,10}\s*[•·]\s*(?:正文|详情|内容)$|首页(?:[-—_/·\s]+[^-—_/·\s]{2,10}){1,4}[-—_/·\s]+(?:正文|详情|内容)$|首页\s*[>\u203a»→＞]|\S{0,10}(?:网|网站|首页|频道|新闻|门户)\s*[>\u203a»→＞]{1,2}\s*\S{1,12}$"
)
_STEPS = re.compile(r"\S{2,12}\s*[>\u203a»→＞]{1,2}\s*[^>\u203a»→＞，。]{2,12}[>\u203a»→＞]")
_LINKS = re.compile(r"\s*[|｜丨]\s*")
_HOST = re.compile(
    r"(?:中国[·•\s]?)?[\u4e00-\u9fff·]{2,18}(?:政府|新闻|门户|政务|信息|文明|党建|在线)网(?:站)?$"
    r"|[\u4e00-\u9fff·\s]{2,20}(?:https?://|www\.)\S+$"
)
_POSITION = re.compile(
    r"[·•]?\s*[【\[]?(?:您|你)?(?:当前|现在)?(?:所在|所处)?的?位置\s*(?:[:：]|(?=\S{2,10}\s*[>＞»]))"
)
_PAGES = re.compile(r"页\s*[:：]\s*(?:\[\d+\][\[\]\d\s]*)?$|\[\d{1,2}\]$")  # of a forum's thread
_REMARKS = re.compile(r"[·•*]?\s*评论\s*[:：]\s*[（(].+[）)]$")
_CODE = re.compile(r"(?=.*[/_={}<>])(?=.*[A-Za-z]{3})[\x20-\x7e]+$")  # what a page's script left
_SHARES = re.compile(
    r"(?:(?:微信|QQ空间|QQ好友|QQ|新浪微博|腾讯微博|微博|朋友圈|人人网|豆瓣|开心网|复制链接|一键分享)(?:\s+|$)){2,}$"
)
_REGISTERED = re.compile(r"ICP备|ICP证|公网安备|网信备|新备\d")
_LIST_MARK = re.compile(r"[-·•*]\s+")
# What a site says of itself below its stories: 云山新闻，讲述家乡的故事。…
_SLOGAN = re.compile(
    r"[\u4e00-\u9fff]{2,8}新闻，(?=\D{0,120}(?:我们|[家故他]乡|乡土|正能量|社会正气|讲述|传播|新鲜))\D{8,120}$"
    r"|(?:感谢|谢谢)(?:您的|您|大家的?)?(?:阅读|浏览|收看|关注|访问|光临|支持)"
)
_FOLLOW = re.compile(
    r"[^\w\s]*(?:轻触|点击).{0,6}(?:关注|订阅|阅读|查看|播放|观看|收听)|(?:[您你]好[！!，])?欢迎您?(?:关注|访问|光临|来到)"
    r"|关注[^，。]{2,20}(?:微信|公众号|平台|微博|客户端)$|[^，。]{2,20}扫描关注$"
    r"|微信扫一扫[，,\s]*(?:阅读|关注|分享|查看|打开|获取|下载)|(?:[请您你]*选择)?[您你]看到(?:此篇文章|这篇新闻|本文)[^。]{0,12}[：:]?$|查看心情排行"
    r"|欢迎(?:发送|编辑|订阅|下载|投稿|致电|拨打|登录)[^。]{2,60}$|[^，。]{2,20}欢迎[您你](?:的?(?:到来|光临|访问))?[!！]?$"
)
_DISCLAIMER = re.compile(
    r"(?:[【\[*※#]{0,2}|[①-⑳\d一二三四五六][.、．\s]{0,2})(?:免责声明|版权声明|版权与免责声明|法律声明|特别声明|郑重声明|凡本[网站]|本[网站]站?(?:声明|转载|所有|部分|注明|原创)"
    r"|凡(?:注明|标注|未注明|转载)[^。]{0,16}(?:来源|稿件|作品)|[声说]明[:：]\s*[该此]文(?:观点|仅代表|系)"
    r"|[您你]的(?:电子)?邮箱地址不会被公开|[您你]?需要登录后|登录后(?:才|即)?可以?(?:评论|发表|查看)"
    r"|(?:温馨|友情|重要)提示[:：].*(?:本报|投递|订户|订阅|本栏目|广告)|敬告读者"
    r"|附件(?:下载)?[:：]?$|[（(]?共印\s?\d+\s?份|(?:[报送发]|抄[送报]|呈[送报])[:：][^。]{4,80}$"
    r"|网友评论|[\u4e00-\u9fff]{0,4}声明[】\]]?\s*[:：]\s*(?:本[网站]|本文|转载|凡|.{0,24}(?:版权|转载))|(?:(?:本?网站)?(?:文章|图片|素材|内容|图文))(?:来源|来自)(?:于)?(?:网络|互联网)"
    r"|(?:[版免特郑严]\S{1,3})?声\s?明[:：]$|本内容不代表"
    r"|除非.{2,10}另有规定，未经|违反上述声明"
    r"|[您你]?当前(?:使用的)?浏览器|版权作品，|以上(?:文章|内容)仅代表|(?:更换或)?升级(?:您的)?浏览器|若您当前使用的浏览器|您即将离开|本篇?文章?共?约?\d+字|!\[[^\]]*\]\("
    r"|受苹果公司新规|本文(?:来自|仅代表).{0,40}(?:观点|立场)"
    r"|本文(?:系|为|由).{0,16}转载|[（(]?图片(?:资料)?仅供参考|\S{0,6}版权归原作者"
    r"|本文(?:来源|转自|内容).{0,20}(?:侵权|版权)|转载请|未经(?:授权|许可|本)"
    r"|(?:如|若)(?:因|有|您|本).{0,20}(?:版权|侵权|侵犯|转载|作品内容).{0,30}(?:联系|删除|告知))"
)
_CONTENT = re.compile(r"(?:[【\[*※#]{0,2}|[①-⑳\d][.、．\s]{0,2}).{2,50}相关内容[（(]包括但不限于")
_IMAGE = re.compile(r"[\w.-]{1,60}\.(?:jpe?g|png|gif|bmp)$", re.IGNORECASE)
_FILE = re.compile(
    r"(?:[【\[*※#]{0,2}|[①-⑳\d][.、．\s]{0,2})\S{1,60}\.(?:docx?|pdf|xlsx?|zip|rar|wps|jpe?g|png)$"
)
# What an application asks, and what pictures' files are called: 打开云山APP阅读, 发布会_副本
_APP = re.compile(
    r"(?:继续|向[上下])滑动看|收录于合集|本文(?:链接|网址|地址)[:：]|[您你]是第\s*\d+\s*位|建议使用.{2,40}浏览|\S{0,6}二维码$"
    r"|返回[^，。]{2,8}[，\s]*查看更多|平台声明$|原文(?:链接|网址|地址)[:：]|(?:更多|获取更多)(?:精彩|新闻|资讯|内容|信息|本地)[^。]{0,16}(?:下载|关注|登录|点击|扫)"
    r"|(?:(?:阅读|分享|收藏|点?赞|在看|转发|写?留言|评论|喜欢|推荐)\s*+(?:[\d.]+万?\+?\s*+)?){3,}$"
    r"|打开\S{1,16}(?:阅读|查看|观看|客户端|APP)$|(?:论文)?部分内容阅读$|[^，。]{1,20}_副本$|热门(?:搜索|标签)[:：]|离线\S{1,16}$|©\W{0,3}(?:(?:19|20)\d\d(?:\s?[-–—]\s?(?:19|20)\d\d)?\s*)?[\u4e00-\u9fff]{2,10}$|等待处理[….]*$|(?:正在|数据)?加载中?[….]*$|A\+A-.{0,12}$"
)
# Where a text was taken from, on a line of its own: 转自:云山日报
_TAKEN = re.compile(
    r"[（(]?(?:转自|转载自|摘自|(?:文章|信息|内容|稿件)?来源于?)\s*[:：]\s*(?:https?://\S+\s*)?\S{2,16}[）)]?$"
)
_FILE_ENDS = frozenset("cfgprsx\n")  # what these end with
_TOOL = re.compile(r"关键词|标签|分享|字[体号]|打印|浏览|阅读|点击|访问|评论|收藏|纠错")
# 云山天气：今天多云，气温9~20℃; 今天白天到夜间：晴，偏北风3—4级
_WEATHER = re.compile(
    r"[^，。]{2,10}天气[:：](?=[^。]{4,60}(?:℃|度|级)$)"
    r"|(?:今[天日晚夜]|明[天日晚]|后天|\d{1,2}日|\d{1,2}月\d{1,2}日)[^，。:：]{0,12}[:：，\s]\s*(?:晴|阴|多云|[小中大阵雷暴到]*[雨雪]|雾|霾)"
    r"[^。]{0,60}(?:℃|度|级|风)$"
)
_TOLD_OF = re.compile(r"来源|稿源|作者|编辑|记者|供稿|撰稿|摄影|审核|责编")
_NEIGHBOUR = re.compile(r"[^。]{0,12}[:：|丨\]】]")
_NO_NEIGHBOUR = re.compile(
    r"[【\[（(]?(?:没有了?|无|暂无.{0,4}|已(?:经)?是.{1,6}|返回.{1,4})[】\]）)。]?$"
)
_TOOLS_ONLY = re.compile(r"\s*\d?(?:\d{4}年\d{1,2}月\d{1,2}日|放大|缩小|默认|大|中|小|[\W_])+$")
_MORE = re.compile(r"\s*[\[(（【]?(?:更多|MORE|More|more)?[\])）】]?\s*[>＞»]+\s*$")
# 上一期　下一期, with digits where a site's own font had arrows: 3上一篇　下一篇4
_TURNS = re.compile(
    r"(?:[\s\d<>＜＞«»◀▶←→|｜/]{0,24}(?:[上下前后]一?[期篇版页条则个]|首页|尾页|末页"
    r"|[本当往]期(?:导航|回顾|报纸)|版面概览|放大|缩小|默认)){1,6}"
    r"[\s\d<>＜＞«»◀▶←→|｜]*(?:[【\[]?打印[】\]]?)?\s*$"
)
# What stands empty on pages made by a form: 作者：, • 附件:, A-　A+
_EMPTY = re.compile(
    r"[·•*-]?\s*(?:(?:原标题|原题|作者|[\u4e00-\u9fff]{0,4}编辑|责编|记者|通讯员|摄影|供稿|供稿单位|撰稿|审核|校对|时间|日期|专?栏目?)\s*[:：]\s*)+$"
    r"|[·•*]\s*[\u4e00-\u9fff]{2,6}\s*[:：]$|[A-Z\d]{6,}/\d{4}-\d{3,}$|A[-+]\s*A[-+]?$|[\da-f]{16,}$"
)
_ATTACHMENTS = re.compile(r"[•·●*-]\s*(?:附件|视频|音频|图片)(?:下载)?\s*[:：]?$")
# • 51阅读, 阅读 (3022)
_COUNTED = re.compile(
    r"[·•*]?\s*(?:\d+\s*(?:次)?(?:阅读|回复|浏览|评论|人参与)(?:\s*(?:19|20)\d{2}-\d\d-\d\d)?"
    r"|(?:(?:阅读|浏览|评论|点赞|转发|收藏)(?:量|数)?\s*[（(]?\s*\d+(?:\.\d)?万?\+?\s*[）)]?\s*){1,4})$"
)
# What may stand behind the word that says that a text is a digest
_NAME_ENDS = re.compile(
    r"[\W_]*$|[（(【\[「|｜丨\s]|第|\d|[:：]\s*\d"
    r"|(?:回顾|播报|汇总|一览|速览|摘要|精选|摘编|集锦|专栏|选登|来了|导读|大?盘点|[\u4e00-\u9fff]{2}事$|[早晚周日月]报)"
)
_IN_LABEL = re.compile(r"[^】\]]{0,8}[】\]]")
_GREETING = re.compile(
    r".{0,6}(?:早上好|早安|上午好|中午好|下午好|晚上好|晚安|大家好|你好|您好)(?:$|[！!，。~～].{0,60}$)"
)
_ARROWS = (">", "＞", "»")  # what such a button ends with
_BUTTON = re.compile(
    r"朗读|播报|语音播报|关注|原创|置顶|订阅|分享|收藏(?:成功)?|登录|注册|搜索|更多|(?:返?回)?首页|打印|下载|[大中小]字?|微博|微信(?:公众号)?"
    r"|朋友圈|回到顶部|举报/反馈|展开全文|政务微[信博]|A(?:\s+A)*[-+]?|Qzone|QQ空间|评论|喜欢|转发|举报|图集|打开|听新闻|投稿|投诉|一键分享|分享到微[信博]|按日期检索|按日期查找|手机版|电脑版|手机端|客户端|立即(?:下载|打开)"
)
_BUTTONS = 20  # characters of a button, its blanks counted
_ISSUE = re.compile(r"[（(]?(?:\d{4}年)?(?:总)?第?\s*\d{1,4}\s*期[）)]?$")
_SIZES = re.compile(
    r"[·•*-]?\s*[【\[(（〖\s]*字[体号](?:大小)?[\s:：【\[(（]*大[\s】\])）|/【\[(（]*中"
)
# One of these is in every key of a source line.
_SOURCE_SIGN = re.compile(r"[:：|｜丨阅点浏分]")
_SOURCE_DATE = re.compile(
    r"(?:19|20)\d{2}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|(?<![\d-])(?:\d{2}-)?\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?(?!\d)"
)
# A title with its day glued to it, which no body's name ends: 云山大桥合龙发布日期:2016年…
_TITLED = re.compile(r"[^\s:：]{8,}(?<![室局委府网站报心部])(?:发布|发表|更新)(?:日期|时间)[:：]")
_BACKWARD = re.compile(r"\d{2}[./-]\d{2}[./-](?:19|20)\d{2}(?:\s+\d{1,2}:\d{2})?$")
_SPELT = re.compile(
    r"[一二]\s?[一二三四五六七八九〇○零Ｏ\s]{3,6}年[一二三四五六七八九十\s]{1,4}月[一二三四五六七八九十\s]{1,5}日$"
)
# of a day that another follows: 公示期：2021年6月1日至6月3日
# 发布于2014年9月28日, 最后更新 2024-03-13, 发布于：江苏省
_UNTIL = re.compile(r"\s*[起前后]\s|\s*(?:起?至|到|[—–~-]{1,2})\s*(?:(?:19|20)\d{2}年)?\d{1,2}月")
_PUT_UP = re.compile(
    r"(?:最后)?(?:发布|发表|更新|刊发|编辑|修改|上传|推送|转载)(?:于|时间|日期)?\s*(?:19|20)\d{2}\s?[-年/.]\s?\d"
    r"|(?:发布|发表)于[:：\s]?[\u4e00-\u9fff]{2,8}$"
)
_EVENT_KEYS = ("时间", "日期", "名称")  # of an event to come, more often than of publishing
# 2020-01-07林晓, 云山画报 2020年9期: as magazines' texts are headed
_OF_ISSUE = re.compile(
    r"(?:19|20)\d{2}-\d{2}-\d{2}(?![日起止至前后])[\u4e00-\u9fff]{2,10}$"
    r"|[\u4e00-\u9fff·]{2,10}\s+(?:19|20)\d{2}年第?\d{1,2}期$"
)
# A document's data on lines of two: [ 主题分类 ] 统计 [ 发布机构 ] 云山县统计局
_DATA = re.compile(
    r"(?:[\[【［]\s*[\u4e00-\u9fff]{0,3}(?:索引号|分类|机构|日期|文号|字号|效性)\s*[\]】］][^\[【［]{0,40}){2}"
)
_HOLDER = re.compile(r"(?:长|书记|主任|主席|[员师])[\s\u3000]+\S")  # 发布人：县教育局局长 高小满
_ACCOUNT = re.compile(
    r"原创\s+\S{2,12}(?:\s+\S{2,14})?$|"
    r"\S{2,12}\s+(?:昨天|今天|前天|星期[一二三四五六日]|\d{1,2}天前|\d{1,2}小时前)(?:\s+\d{1,2}:\d{2})?(?:\s+\S{2,4})?$"
)
_NUMBER = re.compile(
    r"[（(]?[\u4e00-\u9fff]{2,12}\s?[〔\[（(【]\s?\d{4}\s?[〕\]）)】]\s?第?\d{1,4}\s?号[）)]?$"
)


def classify_line(text: str) -> str:
    """Return the class of furniture that a line is, or "" where it may be part of a story."""
    if len(text) > 2 * _LONG:
        return "chrome" if is_disclaimer(text) else ""
    shown = _MORE.sub("", text) if text.rstrip().endswith(_ARROWS) else text
    bare = shown.strip(EDGE)
    if not bare or is_sign(text):
        return "page"
    if len(bare) <= _BUTTONS and _BUTTON.fullmatch("".join(bare.split())):
        return "chrome"
    if _TURN.match(text):
        return "turn"
    bare = plain_label(bare)
    if bare in furniture_words("more") or (is_list_label(bare) and not has_series_word(bare)):
        return "more"
    if bare in furniture_words("advert") or _ADVERT.match(text):
        return "advert"
    if "页" in text and _PAGINATION.match(text):
        return "page"
    if bare.rstrip(":： ") in furniture_words("next") or _TURNS.match(text):
        return "chrome"
    neighbour = _match_next(text)
    if neighbour:
        unnamed = _NO_NEIGHBOUR.match(text, neighbour.end()) or _TOOLS_ONLY.match(
            text, neighbour.end()
        )
        return "chrome" if unnamed else "next"
    if _PAGE.match(text) or _CODE.match(text) or _IMAGE.match(text):
        return "page"
    if is_disclaimer(text):
        return "chrome"
    if _REGISTERED.search(text) and "。" not in text:
        return "chrome"
    if len(text) > _LONG or _SENTENCE.search(text):
        return ""
    if is_masthead(text):
        return "masthead"
    if _POSITION.match(text):
        return "chrome"
    if _is_source(text):
        return "source"
    if _is_chrome(text) or _ADDRESS.match(text):
        return "chrome"
    told = "。" in text or ("，" in text and len(text) > _TOLD)
    return "contact" if is_contact(text) and not told else ""


def next_title(text: str) -> int:
    """Where the title starts in a line such as 上一篇：…; 0 where there is no such label."""
    match = _match_next(text)
    return match.end() if match else 0


def _match_next(text: str) -> re.Match[str] | None:
    if text[-1:] == "。" and not _NEIGHBOUR.match(text):
        return None  # 上篇《云山春》中，演员们…。
    mark = _LIST_MARK.match(text)
    return _next_label().match(text, mark.end() if mark else 0)


def is_disclaimer(text: str) -> bool:
    """Whether a line says who answers for the page (凡本网注明…), or what it is for."""
    if _DISCLAIMER.match(text) or _SLOGAN.match(text):
        return True
    if "相关内容" in text and _CONTENT.match(text):
        return True
    return text[-1:] in _FILE_ENDS and _FILE.match(text) is not None


def is_tool(text: str) -> bool:
    """Whether a source line only offers tools (【字体：大 中 小】【打印】, 分享到：)."""
    return _TOOL.search(text) is not None and _TOLD_OF.search(text) is None


def is_crumbs(text: str) -> bool:
    """Whether a line says where on its site a page stands (当前位置：首页 > 要闻 > 正文)."""
    if _POSITION.match(text) or _SITE.match(text):
        return True
    return len(_CRUMBS.findall(text)) > 1 and _STEPS.match(text) is not None


def is_greeting(text: str) -> bool:
    """Whether a line greets the reader or listener of a digest (早上好！今天是…)."""
    return _GREETING.match(text) is not None


def has_digest_word(text: str) -> bool:
    """Whether a heading promises several items (要闻速览, 国内联播快讯)."""
    return _names_digest(text, "digest")


def has_series_word(text: str) -> bool:
    """Whether a heading promises several items where they are numbered too (一周数读)."""
    return has_digest_word(text) or _names_digest(text, "series")


def _names_digest(text: str, kind: str) -> bool:
    """Whether such a word ends a digest's name: 云山要闻（第3期）, but not 要闻栏目获奖."""
    return any(
        _NAME_ENDS.match(text, word.end()) or _IN_LABEL.match(text, word.end())
        for word in any_word(kind).finditer(text)
    )


def is_picture_label(text: str) -> bool:
    """Whether a heading announces pictures (图片新闻)."""
    return any_word("picture").search(text) is not None


def is_contact(text: str) -> bool:
    """Whether a line tells how to get in touch (电话/微信 13800000000)."""
    return bool(_DIGITS.search(text) and _PHONE.search(text) and _CONTACT.search(text))


def _is_source(text: str) -> bool:
    if _NUMBER.match(text) or _SIZES.match(text) or _ISSUE.match(text) or _EMPTY.match(text):
        return True
    if _OF_ISSUE.match(text) or (text[0] in "[【［" and _DATA.match(text)):
        return True
    if _SPELT.match(text) or _BACKWARD.match(text) or _TAKEN.match(text) or _PUT_UP.match(text):
        return True
    if text[-1] == "。" and len(text) > _TOLD:
        return False  # 阅读量：66近日，… with its story behind it
    if _TITLED.match(text):
        return False
    keys = _source_keys().findall(text) if _SOURCE_SIGN.search(text) else []
    if keys and (len(keys) > 1 or text.lstrip("[【（(>·•*- \t").startswith(keys[0])):
        if keys[0].startswith("发布人") and _HOLDER.search(text):
            return False  # who speaks to the press
        return (
            not "".join(text.split()).startswith(_EVENT_KEYS)
            or len(keys) > 1
            or _is_day(text, keys[0])
        )
    if _ACCOUNT.match(text):
        return True
    match = _SOURCE_DATE.search(text)
    if not match or "，" in text or "。" in text or _UNTIL.match(text, match.end()):
        return False
    if not keys and text[-1] in "：:":
        return False
    if keys and match.start() == 0:
        return True
    rest = _URL.sub("", text[: match.start()] + text[match.end() :]).strip(EDGE)
    return len(rest) <= 24 and (not rest or bool(re.search(r"[\s\u3000:：|/]", text)))


def _is_day(text: str, key: str) -> bool:
    """Whether nothing but a whole date stands behind a key (时间：2018-09-13 08:20)."""
    match = _SOURCE_DATE.match(text.partition(key)[2].strip(EDGE))
    return match is not None and match.end() == len(match.string)


def _is_chrome(text: str) -> bool:
    if len(_CRUMBS.findall(text)) >= 2 and not re.search(r"[，。；\d]", text):
        return True
    if (
        _APP.match(text)
        or _SHARES.match(text)
        or _SITE.match(text)
        or _HOST.match(text)
        or _FOLLOW.match(text)
    ):
        return True
    if _ATTACHMENTS.match(text) or _COUNTED.match(text) or _PAGES.match(text):
        return True
    if _REMARKS.match(text):
        return True
    if _WEATHER.match(text) or is_edition(text):
        return True
    parts = _LINKS.split(text.strip("|｜丨 ")) if any(bar in text for bar in "|｜丨") else []
    if len(parts) >= 3 and max(map(len, parts)) <= 10 and not text.startswith("|"):
        return not any(part.isdigit() for part in parts)
    return is_prompt(text)


def _spaced(words: frozenset[str]) -> str:
    """The words, those of three characters or less with a blank between any two (索 引 号)."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"[\s\u3000]?".join(word) if len(word) < 4 else word for word in ordered)


@cache
def _next_label() -> re.Pattern[str]:
    return re.compile(
        rf"[【\[<《◀▶]?\s*(?:{any_of(furniture_words('next'))})[】\]>》]?\s*[:：|丨]?\s*(?=[^\s:：])"
    )


@cache
def _source_keys() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_spaced(furniture_words('source'))})\s*[:：]|(?:来源|时间|日期)\s*[|｜丨]|(?:阅读|点击|浏览)\s*\d+|分享$"
    )
