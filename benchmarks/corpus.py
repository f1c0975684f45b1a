"""A corpus to measure with: speeches put together from the paragraphs of real texts, always the same for a size.

Each has a title, a date, three parts with heads, about 3,500 characters, and six slogans: clauses of the texts in
quotation marks, drawn from a list that is a quarter as long as the corpus, so that speeches share them.

    python benchmarks/corpus.py 1000 FOLDER laws.tar.xz reports/
"""

from __future__ import annotations

import random
import re
import sys
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SEED = 7
CHARACTERS = 3500
SLOGANS = 6
_PARAGRAPH = re.compile(r"^\W*([\u4e00-\u9fff“《（][^\n<>#|]{40,600}。)$", re.MULTILINE)
_CLAUSE = re.compile(r"(?<=[，。；、])[\u4e00-\u9fff]{4,8}(?=[，。；])")
_PLACES, _MEETINGS = ("全市", "全区", "全县", "全省"), ("经济工作", "党建工作", "农村工作", "安全生产", "作风建设")


def texts(sources: Sequence[Path]) -> Iterator[str]:
    """The texts of folders of files and of archives."""
    for source in sources:
        if source.is_dir():
            yield from (path.read_text("utf-8", errors="ignore") for path in sorted(source.rglob("*.txt")))
        else:
            with tarfile.open(source) as archive:
                found = (archive.extractfile(each) for each in archive if each.isfile())
                yield from (file.read().decode("utf-8", errors="ignore") for file in found if file)


def speeches(count: int, sources: Sequence[Path]) -> Iterator[str]:
    """`count` speeches."""
    chance = random.Random(SEED)  # noqa: S311 - the same corpus every time, not secrets
    paragraphs = sorted({found for text in texts(sources) for found in _PARAGRAPH.findall(text)})
    clauses = sorted({clause for paragraph in paragraphs[::7] for clause in _CLAUSE.findall(paragraph)})
    slogans = chance.sample(clauses, max(count // 4, SLOGANS))
    for number in range(count):
        yield _speech(number, chance, paragraphs, slogans)


def _speech(number: int, chance: random.Random, paragraphs: Sequence[str], slogans: Sequence[str]) -> str:
    """One speech."""
    body: list[str] = []
    while sum(map(len, body)) < CHARACTERS:
        body.append(chance.choice(paragraphs))
    for slogan in chance.sample(slogans, SLOGANS):
        at = chance.randrange(len(body))
        body[at] += f"要牢牢把握“{slogan}”，抓好落实。"
    third = max(len(body) // 3, 1)
    for part, head in enumerate(("一、提高认识", "二、突出重点", "三、加强领导")):
        body.insert(min(part * (third + 1), len(body)), f"{head}，做好{chance.choice(slogans)}的工作")
    title = f"在{chance.choice(_PLACES)}{chance.choice(_MEETINGS)}第{number + 1}次会议上的讲话"
    date = f"（{chance.randrange(1990, 2026)}年{chance.randrange(1, 13)}月{chance.randrange(1, 28)}日）"
    return "\n".join((title, date, "同志们：", *body, "谢谢大家！", ""))


def main() -> None:
    """Write the corpus."""
    count, folder, *sources = sys.argv[1:]
    into = Path(folder)
    into.mkdir(parents=True, exist_ok=True)
    for number, speech in enumerate(speeches(int(count), list(map(Path, sources)))):
        (into / f"{number:06}.txt").write_text(speech, "utf-8")


if __name__ == "__main__":
    main()
