"""An archive of speeches to measure on: so many documents of one length, with slogans in them.

    python -m benchmarks.speeches INTO COUNT FOLDER…

FOLDERs hold documents as .txt or .md. INTO gets COUNT seeds of about 3,500 characters: title, name, date, salutation,
two levels of heads, paragraphs of sentences from the documents. Each paragraph opens with wordings that the documents
put in quotation marks, a fourth as many as there are speeches, drawn by Zipf's law. Of
sentences that begin or end alike one is taken, and none comes twice before all have come; from then on clauses are
mixed instead, so that a larger archive has no larger share of borrowed passages. Chance has a fixed seed.
"""

from __future__ import annotations

import re
import sys
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks.archive import documents, is_fixed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.archive import Document

LENGTH = 3500
PARTS, POINTS, PARAGRAPH = "一二三四", "一二三", 280
ALIKE, MOST = 10, 120
HAN = r"[\u4e00-\u9fff]"
QUOTED = re.compile(rf"“({HAN}{{3,8}})”")
PAIR = re.compile(rf"{HAN}{{4}}(?=[，。；、])")
LEADS = ("要深入贯彻“{}”和“{}”的要求。", "牢牢把握“{}”、“{}”，推动工作落实。", "全面落实“{}”，坚持“{}”不动摇。")
SPEAKERS = ("李林", "王建国", "张志强", "刘洋", "陈晓华")


def speeches(originals: Sequence[Document], number: int, seed: int = 0) -> Iterator[str]:
    """So many seeds."""
    rng = Random(seed)  # noqa: S311
    told = [sentence for each in originals for line in each.lines if not is_fixed(line) for sentence in line]
    pool = _sentences(_distinct(told), rng)
    wordings = _wordings(told, max(number // 4, 2), rng)
    chances = list(accumulate(1 / rank for rank in range(1, len(wordings) + 1)))
    for index in range(number):
        title = f"在{originals[index % len(originals)].title[:20]}工作会议上的讲话（{index + 1}）"
        date = f"（{rng.randint(1990, 2024)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日）"
        lines = [title, f"{rng.choice(SPEAKERS)}", date, "同志们：", _paragraph(pool, "")]
        for part in PARTS:
            lines.append(f"{part}、{_head(pool)}")
            for point in POINTS:
                lead = rng.choice(LEADS).format(*rng.choices(wordings, cum_weights=chances, k=2))
                lines.append(f"（{point}）{_head(pool)}。{_paragraph(pool, lead)}")
        yield "\n".join((*lines, "谢谢大家！", ""))


def _distinct(told: Sequence[str]) -> list[str]:
    """The sentences of which neither beginning nor end is another's: laws say much alike, word for word."""
    once = {sentence[:ALIKE]: sentence for sentence in told if ALIKE <= len(sentence) <= MOST}
    return list({sentence[-ALIKE:]: sentence for sentence in once.values()}.values())


def _sentences(told: list[str], rng: Random) -> Iterator[str]:
    """Every sentence once in the order of chance; then for ever sentences whose clauses come from all of them."""
    yield from rng.sample(told, len(told))
    clauses = [clause for sentence in told for clause in sentence.rstrip("。！？；").split("，")]
    while True:
        yield "，".join(rng.choices(clauses, k=rng.randint(2, 4))) + "。"


def _wordings(told: Sequence[str], number: int, rng: Random) -> list[str]:
    """So many wordings: those in quotation marks, then clauses of four characters, if there are enough."""
    found = dict.fromkeys(match for pattern in (QUOTED, PAIR) for each in told for match in pattern.findall(each))
    kept = list(found)[:number]
    return rng.sample(kept, len(kept))


def _head(pool: Iterator[str]) -> str:
    """A head: the first clause of the next sentence that has a short one."""
    clauses = (re.split("[，。；：、！？]", sentence)[0] for sentence in pool)
    return next(clause for clause in clauses if 6 <= len(clause) <= 16)  # noqa: PLR2004


def _paragraph(pool: Iterator[str], lead: str) -> str:
    """`lead` and sentences, as long as a paragraph is."""
    while len(lead) < PARAGRAPH - MOST // 4:
        lead += next(pool)
    return lead


def write(into: Path, number: int, folders: Sequence[Path]) -> int:
    """Put the seeds there; how many characters they have."""
    into.mkdir(parents=True)
    written = 0
    for index, text in enumerate(speeches(documents(folders), number), 1):
        Path(into, f"{index:06}.txt").write_text(text, "utf-8")
        written += len(text)
    return written


if __name__ == "__main__":
    print(write(Path(sys.argv[1]), int(sys.argv[2]), [Path(folder) for folder in sys.argv[3:]]), "characters")
