"""What the archivist may want to add: wordings that recur without evidence enough, for `review`.

Nothing here reaches the site by itself: the archivist decides, and what is decided stands in `seeds/lexicon.tsv`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from generator.analysis import tokens
from generator.analysis.candidates import quoted
from generator.analysis.counts import counted
from generator.analysis.matching import Matcher
from generator.analysis.normal import Normal, normal
from generator.analysis.places import places, witnesses
from generator.analysis.repeats import Repeat, repeats
from generator.model import HEADER_ROLES, Candidate, Role
from generator.work import ALONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.analysis.places import Texts
    from generator.model import Corpus, Slogan
    from generator.work import Work

_MOST, _FIRST_NEAR, _FIRST_QUOTED = 200, 15, 15
#: So many of the best repeats are looked at closely.
_LOOKED_AT = 4000
_SHORTEST_NEAR, _SHORTEST_QUOTED, _FULL_LENGTH = 5, 3, 8
_BEFORE, _AFTER = 14, 26
_FUNCTION = frozenset(
    "的了是在和与及或把被对为从以等之也就都要会能不又将着过所其这那各每更最很上中下里内外前后"
    "并而且但因由于向到给让使我你他她它们个些有无做年月日"
)
#: What begins with a verb of administration is a task (加强…队伍建设) more often than a wording.
_TASKS = (
    *("加强", "深化", "完善", "促进", "提高", "推进", "加快", "扩大", "保持", "发展", "支持", "落实", "维护", "做好"),
    *("开展", "健全", "增加", "改善", "推动", "实施", "建立", "加大", "增强", "保障", "稳定", "依法", "认真", "努力"),
    *("继续", "进一步", "积极", "表示", "严格", "大力", "切实", "深入", "全面", "必须", "国家", "本", "任何", "依照"),
)
#: What ends so is the name of a figure or of a thing.
_THINGS = (
    "增长",
    "下降",
    "减少",
    "提高",
    "增加",
    "上涨",
    "比重",
    "总值",
    "规定",
    "文件",
    "部门",
    "同胞",
    "机关",
    "工作",
)
_LESS = 0.4
#: What is printed around a speech.
_MUTE = HEADER_ROLES | {Role.SALUTATION, Role.CLOSING}


def proposals(
    corpus: Corpus, slogans: Sequence[Slogan], least: int, blocked: frozenset[str], work: Work = ALONE
) -> tuple[Candidate, ...]:
    """Wordings in at least `least` speeches that no published slogan explains, those most worth a look first.

    First what is one character from a slogan, and what was put in quotation marks too seldom; then closed repeats that
    often stand alone between marks. What holds or lies in a published wording, or a `blocked` one, is left out.
    """
    texts = [
        [normal("" if paragraph.role in _MUTE else paragraph.text) for paragraph in speech.paragraphs]
        for speech in corpus.speeches
    ]
    published = {form: slogan.form for slogan in slogans for form in slogan.variants}
    known = _Known((*published, *blocked))
    likely = sorted(repeats(_telling(texts), least), key=lambda each: (-_score(each), each.form))[:_LOOKED_AT]
    recurring = [
        each
        for each in likely
        if _is_wording(each.form) and not known.explains(each.form, texts[each.speech][each.paragraph].text)
    ]
    recurring.sort(key=lambda each: -_score(each) * (_LESS if tokens.is_noun_phrase(each.form) else 1))
    near = _near([each.form for each in recurring], published)
    made = [_candidate(each, texts, near.get(each.form, "")) for each in recurring]
    aliases = [each for each in made if each.target][:_FIRST_NEAR]
    seldom = [each for each in _seldom_quoted(texts, least, work) if not known.explains(each.form)]
    ranked = (*aliases, *seldom[:_FIRST_QUOTED], *made, *seldom[_FIRST_QUOTED:])
    return tuple({each.form: each for each in ranked}.values())[:_MOST]


class _Known:
    """Wordings that need no proposal."""

    def __init__(self, forms: Iterable[str]) -> None:
        forms = tuple(forms)
        self._matcher, self._whole = Matcher(forms), "\n".join(forms)

    def explains(self, form: str, text: str = "") -> bool:
        """Whether `form` is, holds or lies in a known wording, or overlaps one where it stands first in `text`."""
        start = text.find(form)
        overlapped = (begin < start + len(form) and start < end for begin, end, _ in self._matcher.all(text))
        return form in self._whole or any(True for _ in self._matcher.all(form)) or any(overlapped)


def _telling(texts: Texts) -> list[list[str]]:
    """The text of every paragraph; of those that several speeches have word for word, only the first."""
    told = set(map(id, witnesses(texts)))
    return [[paragraph.text if id(paragraph) in told else "" for paragraph in speech] for speech in texts]


def _score(repeat: Repeat) -> float:
    """How likely a repeat is a wording of its own: how far it reaches, how long it is, how often it stands alone."""
    form = repeat.form
    if form[0] in _FUNCTION or form[-1] in _FUNCTION:
        return 0
    weight = _LESS if form.startswith(_TASKS) or form.endswith(_THINGS) or "的" in form else 1
    alone = (repeat.alone + 1) / (repeat.count + 1)
    return weight * alone * math.log1p(repeat.speeches) * min(len(form), _FULL_LENGTH)


def _is_wording(form: str) -> bool:
    """Whether `form` is more than one word, with no word of grammar at its ends."""
    return form[0] not in _FUNCTION and form[-1] not in _FUNCTION and not tokens.is_known(form)


def _near(forms: Iterable[str], published: Mapping[str, str]) -> dict[str, str]:
    """For each of `forms` that is a published wording but for one character, the slogan that it belongs to."""
    holes: dict[str, str] = {}
    for wording in sorted(published):
        if len(wording) >= _SHORTEST_NEAR:
            holes.update((hole, published[wording]) for hole in _holes(wording))
    return {form: holes[hole] for form in forms for hole in _holes(form) if hole in holes}


def _holes(form: str) -> Iterator[str]:
    """`form` with each of its characters left open in turn."""
    return (f"{form[:at]}？{form[at + 1 :]}" for at in range(len(form)))


def _seldom_quoted(texts: Texts, least: int, work: Work) -> list[Candidate]:
    """What was put in quotation marks somewhere and stands in `least` speeches, first what most speeches quote."""
    first: dict[str, Normal] = {}
    for paragraph in witnesses(texts):
        for each in quoted(paragraph):
            first.setdefault(each.form, paragraph)
    counts = counted(places(texts, first, work))
    reaching = [
        form
        for form in first
        if form in counts.quoting and counts.reach([form]) >= least and len(form) >= _SHORTEST_QUOTED
    ]
    reaching.sort(key=lambda form: (-len(counts.quoting[form]), -counts.quoted[form] / counts.total[form], form))
    return [
        Candidate(
            form,
            f"有 {len(counts.quoting[form])} 篇加了引号",
            counts.reach([form]),
            counts.total[form],
            _context(first[form], form),
        )
        for form in reaching
    ]


def _candidate(repeat: Repeat, texts: Texts, target: str) -> Candidate:
    """`repeat` as it is shown to the archivist; `target` is the slogan that it is near to, if any."""
    example = _context(texts[repeat.speech][repeat.paragraph], repeat.form)
    reason = f"与“{target}”只差一字" if target else f"多篇重复，独立成句 {repeat.alone} 次"
    return Candidate(repeat.form, reason, repeat.speeches, repeat.count, example, target)


def _context(paragraph: Normal, form: str) -> str:
    """What `paragraph` prints around the first place of `form`."""
    start = paragraph.text.index(form)
    first, last = paragraph.original_span(start, start + len(form))
    text = paragraph.original
    left, right = max(first - _BEFORE, 0), min(last + _AFTER, len(text))
    return " ".join(f"{'…' * (left > 0)}{text[left:right]}{'…' * (right < len(text))}".split())
