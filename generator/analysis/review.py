"""What the archivist may want to add: wordings that recur without evidence enough, for `review.tsv`.

Nothing here reaches the site by itself: the archivist decides, and what is decided stands in `seeds/lexicon.tsv`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from generator.analysis import tokens
from generator.analysis.candidates import quoted
from generator.analysis.counts import counted, witnesses
from generator.analysis.matching import Matcher
from generator.analysis.normal import Normal, normal
from generator.analysis.repeats import Repeat, repeats
from generator.model import Candidate, Evidence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from generator.model import Corpus, Slogan

    Texts = Sequence[Sequence[Normal]]

_MOST = 200
#: Repeats are looked at so many times as deeply as they are shown.
_LOOKED_AT = 5 * _MOST
_LONG_ENOUGH, _TELLING_LENGTH = 5, 8
_CONTEXT = 20
_FUNCTION = frozenset(
    "的了是在和与及或把被对为从以等之也就都要会能不又将着过所其这那各每更最很上中下里内外前后并而且但因由于向到给让使我你他她它们个些有无做年月日"
)
#: Verbs of administration: what begins with one is a task (加强…队伍建设) more often than a wording.
_TASKS = tuple(
    "加强 深化 完善 促进 提高 推进 加快 扩大 保持 发展 支持 落实 维护 做好 开展 健全 增加 改善 推动 实施 建立 加大 增强 保障 稳定 依法 认真 努力 继续 进一步 积极 表示 严格 大力 切实".split()
)
#: Words of statistics: what ends with one is a figure's name.
_FIGURES = ("增长", "下降", "减少", "提高", "增加", "上涨", "占比", "比重", "总值")


def proposals(corpus: Corpus, slogans: Sequence[Slogan], least: int, blocked: frozenset[str]) -> tuple[Candidate, ...]:
    """Wordings in at least `least` speeches that no published slogan explains, those most worth a look first.

    First what is one character from a slogan, and what was put in quotation marks too seldom; then closed repeats that
    often stand alone between marks. What holds or lies in a published wording, or a `blocked` one, is left out.
    """
    texts = [[normal(paragraph.text) for paragraph in speech.paragraphs] for speech in corpus.speeches]
    published = {form: slogan.form for slogan in slogans for form in slogan.variants}
    known = _Known({*published, *blocked})
    found = sorted(_worth(texts, least), key=lambda repeat: (-_score(repeat), repeat.form))
    recurring = [repeat for repeat in found[:_LOOKED_AT] if not known.explains(repeat.form)]
    near = _near([repeat.form for repeat in recurring], published)
    made = [
        Candidate(
            form=repeat.form,
            reason=f"与“{near[repeat.form]}”只差一字" if repeat.form in near else "多篇重复，常独立成句",
            speeches=repeat.speeches,
            count=repeat.count,
            example=_context(texts[repeat.speech][repeat.paragraph], repeat.form),
            target=near.get(repeat.form, ""),
        )
        for repeat in recurring
        if repeat.form in near or _is_wording(repeat, texts)
    ]
    made.sort(key=lambda each: not each.target)
    seldom = [each for each in _seldom_quoted(texts, least) if not known.explains(each.form)]
    return _interleaved(seldom, made)[:_MOST]
