"""What web pages and print layouts put around a speech: bars, licences, lists of other pages, page numbers.

Only looked for at a file's edges (page numbers anywhere), and always listed as artefacts, never dropped in silence.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.model import LineKind
from generator.structure.heads import opens_with_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Line

_SIZES = r"[【\[（(]?(?:字体|字号|文字)(?:大小)?[：:]?\s*[大中小特标准默认超\s|/】\])）]*"
_BUTTON = (
    r"(?:首页|打印(?:本页|本文|此页)?|关闭(?:窗口|本页|页面)?|收藏(?:本页)?|复制(?:链接|本文)?|纠错|返回(?:顶部|首页|列表)?|转发|点赞"
    r"|评论|分享(?:到|至)?(?:[：:].*)?|朗读|播放|全文|加入收藏|设为首页|编辑|大|中|小|A[+-]?|微信|微博|QQ空间)"
)
#: Whole lines that are of a page, not of a speech, where they stand first or last in a file.
_BAR = re.compile(
    rf"(?:{_SIZES}[\s|｜]*)?(?:[【\[]?{_BUTTON}[】\]]?[\s|｜/·、]*)+"
    rf"|{_SIZES}"
    r"|(?:您?(?:的|现在的|当前的?)?(?:所在)?位置|当前位置)(?:是|在)?[：:].*"
    r"|首页\s*[>＞»›/].*"
    r"|(?:https?://|www\.)[^\u3400-\u9fff]*"
    r"|(?:(?:发布|发表|更新|录入|上传|来稿)(?:时间|日期)|来源|稿源|信息来源|文章来源|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:数|次数|量)?"
    r"|访问量|索\s*引\s*号|责任编辑|责编|编辑|网络编辑|审核|校对|录入)[：:]\s*.{0,80}"
    r"|[（(\[【](?:责任编辑|责编|编辑|来源)[：:].{0,40}[）)\]】]"
    r"|扫一扫.{0,30}"
)
#: Lines from which all that follows, to the file's end, is of the page; none of them longer than so many characters.
_TRAILERS = (
    (300, re.compile(
        r"(?:本|此|该|該)作品.*|Public domain.*"
        r"|(?:本文|本站|本网站?)(?:内容)?(?:版权|采用|依据|所有).*|本页面?最[后後].*(?:编辑|修[改訂]).*"
    )),
    (60, re.compile(
        r"[【\[（(]?(?:相关|延伸|推荐|热门|更多|猜你)(?:报道|阅读|新闻|链接|文章|专题|推荐|稿件|内容|信息|资讯|喜欢)[】\]）)]?[：:]?"
        r"|[【\[]?(?:上|下)一(?:篇|页|条)[】\]]?(?:[：:].*)?"
        r"|版权(?:所有|声明|归).*|(?:Copyright|©).*|.{0,6}ICP[备證证].*|.{0,4}公网安备.*|技术支持[：:].*|主办[：:].*(?:承办|维护|电话).*"
        r"|网站(?:地图|声明|标识码).*|联系我们|关于我们|取自[“\"].*|检索自.*|(?:隐藏)?分类[：:].*"
    )),
)  # fmt: skip
_PAGE_NUMBER = re.compile(r"[—–－-]+\s*\d{1,4}\s*[—–－-]+|第\s*\d{1,4}\s*页(?:\s*[/，,、]?\s*共\s*\d{1,4}\s*页)?")

_FIRST, _LAST = 12, 60
_LONGEST, _MOST = 100, 1500


def chrome(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are not of the speech."""
    solid = [line for line in lines if line.text.strip() and line.kind is LineKind.TEXT]
    numbers = [line for line in solid if _PAGE_NUMBER.fullmatch(line.text.strip())]
    solid = [line for line in solid if line not in numbers]
    found = [*numbers, *_leading(solid), *_trailing(solid)]
    return frozenset(line.number for line in found)


def _is_bar(line: Line) -> bool:
    return bool(_BAR.fullmatch(line.text.strip()))


def _leading(solid: Sequence[Line]) -> Iterator[Line]:
    """The bars among the first lines, before anything as long as a sentence."""
    short = takewhile(lambda line: len(line.text) <= _LONGEST, solid[:_FIRST])
    return filter(_is_bar, short)


def _trailing(solid: Sequence[Line]) -> Iterator[Line]:
    """What follows the first trailer near the end, and the bars that stand last before it."""
    cut = next((i for i in range(max(len(solid) - _LAST, 1), len(solid)) if _is_trailer(solid, i)), len(solid))
    yield from solid[cut:]
    yield from takewhile(_is_bar, reversed(solid[1:cut]))


def _is_trailer(solid: Sequence[Line], number: int) -> bool:
    """Whether a page's own words run from that line to the end: few, none long, none numbered like a head."""
    rest = [line.text.strip() for line in solid[number:]]
    longest = next((longest for longest, trailer in _TRAILERS if trailer.fullmatch(rest[0])), 0)
    return max(map(len, rest)) <= longest and sum(map(len, rest)) <= _MOST and not any(map(opens_with_mark, rest))
