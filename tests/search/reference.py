"""Search by brute force: every paragraph is normalised character by character, and looked through."""

from __future__ import annotations

import random
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.search.normal import simplified

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.model import Corpus, Speech

Hit = tuple[str, str, str, int, int]
"""Speech, section, paragraph, start, end."""


@dataclass(frozen=True)
class Plain:
    """Normalised text, and where each of its characters stands in the original."""

    text: str
    at: tuple[int, ...]

    @cached_property
    def loose(self) -> Plain:
        kept = [n for n, character in enumerate(self.text) if not is_punctuation(character)]
        return Plain("".join(self.text[n] for n in kept), tuple(self.at[n] for n in kept))


@cache
def is_punctuation(character: str) -> bool:
    return unicodedata.category(character).startswith("P")


@cache
def folded(raw: str) -> tuple[str, bool, bool]:
    """What stands for a character, whether that is of a word, and whether it is kept."""
    character = chr(ord(raw) - 0xFEE0) if "\uff01" <= raw <= "\uff5e" else raw
    character = character.lower() if len(character.lower()) == 1 else character
    character = simplified().get(character, character)
    kept = unicodedata.category(character) not in {"Zs", "Zl", "Zp", "Cc", "Cf"}
    return character, re.fullmatch("[0-9a-zß-öø-ɏ]", character) is not None, kept


def plain(text: str) -> Plain:
    found: list[str] = []
    at: list[int] = []
    in_word = False
    for offset, raw in enumerate(text):
        character, word, kept = folded(raw)
        if word and not in_word:
            found.append(" ")
            at.append(offset)
        if kept:
            found.append(character)
            at.append(offset)
        in_word = word
    return Plain("".join(found), tuple(at))


@dataclass(frozen=True)
class Paragraph:
    speech: Speech
    number: int
    plain: Plain

    def hit(self, text: Plain, start: int, end: int) -> Hit:
        first, last = text.at[start], text.at[end - 1] + 1
        division = self.speech.division_at(self.number, first)
        section = "" if division is None else self.speech.divisions[division].id
        return self.speech.id, section, self.speech.paragraphs[self.number].id, first, last


@dataclass(frozen=True)
class Query:
    """What is typed, and what it means: patterns that a paragraph must have (the first is what is shown) or not."""

    text: str
    must: tuple[str, ...]
    without: tuple[str, ...] = ()
    loose: bool = False


class Reference:
    """All paragraphs in one long text, a line each, so that a pattern runs over it once."""

    def __init__(self, corpus: Corpus) -> None:
        self.paragraphs = [
            Paragraph(speech, number, plain(paragraph.text))
            for speech in corpus.speeches
            for number, paragraph in enumerate(speech.paragraphs)
        ]
        self.lines = {loose: [self._shown(p, loose=loose).text for p in self.paragraphs] for loose in (False, True)}
        self.whole = {loose: "\n".join(lines) for loose, lines in self.lines.items()}
        self.starts = {
            loose: [0, *accumulate(len(line) + 1 for line in lines)][:-1] for loose, lines in self.lines.items()
        }

    def hits(self, query: Query) -> set[Hit]:
        first, *others = (re.compile(pattern) for pattern in query.must)
        without = [re.compile(pattern) for pattern in query.without]
        starts, lines = self.starts[query.loose], self.lines[query.loose]
        found: set[Hit] = set()
        for start, end in places(first, self.whole[query.loose]):
            number = bisect_right(starts, start) - 1
            line, offset = lines[number], starts[number]
            if all(other.search(line) for other in others) and not any(other.search(line) for other in without):
                text = self._shown(self.paragraphs[number], loose=query.loose)
                found.add(self.paragraphs[number].hit(text, start - offset, end - offset))
        return found

    @staticmethod
    def _shown(paragraph: Paragraph, *, loose: bool) -> Plain:
        return paragraph.plain.loose if loose else paragraph.plain


def places(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Where the pattern matches, one place for each beginning, overlapping ones too."""
    match = pattern.search(text)
    while match:
        yield match.span()
        match = pattern.search(text, match.start() + 1)


def pattern(text: str, *, loose: bool = False) -> str:
    normal = plain(text)
    return re.escape(normal.loose.text if loose else normal.text)


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


TRADITIONAL = str.maketrans("发党设务国会业实习总东个为义", "發黨設務國會業實習總東個為義")
ABSENT = "焱犇鑫垚淼发国的"
GAP = "[^。!?;…\n]{0,8}?"


def queries(corpus: Corpus, count: int, seed: int) -> Iterator[Query]:
    """Queries of all sorts made from the corpus; none without a character that is no punctuation."""
    rng = random.Random(seed)
    texts = [p.text for speech in corpus.speeches for p in speech.paragraphs]
    while count:
        text = rng.choice(texts)
        made = rng.choice(SORTS)(rng, text)
        if made is not None and all(map(_searchable, (*made.must, *made.without))):
            count -= 1
            yield made


def _searchable(part: str) -> bool:
    """Whether `part` has a character that is no punctuation."""
    return any(not is_punctuation(character) and character not in " \\" for character in part)


def _piece(rng: random.Random, text: str, least: int = 1, most: int = 20) -> str:
    length = min(rng.randint(least, most), len(text))
    start = rng.randrange(len(text) - length + 1)
    return text[start : start + length]


def _phrase(rng: random.Random, text: str) -> Query:
    piece = _piece(rng, text)
    return Query(quoted(piece), (pattern(piece),))


def _bare(rng: random.Random, text: str) -> Query | None:
    piece = _piece(rng, text, 2, 8)
    return Query(piece, (pattern(piece),)) if re.fullmatch(r"[\u4e00-\u9fff]+", piece) else None


def _wide(rng: random.Random, text: str) -> Query:
    piece = _piece(rng, text)
    return Query(
        quoted("".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c.upper() for c in piece)),
        (pattern(piece),),
    )


def _traditional(rng: random.Random, text: str) -> Query:
    piece = _piece(rng, text)
    return Query(quoted(piece.translate(TRADITIONAL)), (pattern(piece),))


def _blanks(rng: random.Random, text: str) -> Query:
    piece = _piece(rng, text, 2)
    at = rng.randrange(1, len(piece)) if len(piece) > 1 else 0
    spread = f"{piece[:at]}　 {piece[at:]}"
    return Query(quoted(spread), (pattern(spread),))


def _absent(rng: random.Random, text: str) -> Query:
    piece = list(_piece(rng, text))
    piece[rng.randrange(len(piece))] = rng.choice(ABSENT)
    return Query(quoted("".join(piece)), (pattern("".join(piece)),))


def _loose(rng: random.Random, text: str) -> Query:
    piece = _piece(rng, text)
    shown = "".join(c for c in piece if not is_punctuation(c) or rng.random() < 0.5)
    return Query(quoted(shown), (pattern(piece, loose=True),), loose=True)


def _both(rng: random.Random, text: str) -> Query:
    one, other = _piece(rng, text, 1, 4), _piece(rng, text, 1, 4)
    return Query(f"{quoted(one)} {quoted(other)}", (pattern(one), pattern(other)))


def _without(rng: random.Random, text: str) -> Query:
    one, other = _piece(rng, text, 1, 3), _piece(rng, text, 1, 2)
    return Query(f"{quoted(one)} -{quoted(other)}", (pattern(one),), (pattern(other),))


def _starred(rng: random.Random, text: str) -> Query | None:
    piece = _piece(rng, text, 5, 12)
    if not re.fullmatch(r"[\u4e00-\u9fff，]{5,}", piece):
        return None
    return Query(f"{piece[:2]}*{piece[-2:]}", (pattern(piece[:2]) + GAP + pattern(piece[-2:]),))


SORTS: Sequence[Callable[[random.Random, str], Query | None]] = (
    _phrase, _phrase, _phrase, _bare, _wide, _traditional, _blanks, _absent, _loose, _both, _without, _starred,
)  # fmt: skip
