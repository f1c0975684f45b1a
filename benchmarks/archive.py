"""A large archive to measure on: real documents, and copies of them in which sentences have changed places.

    python -m benchmarks.archive INTO CHARACTERS FOLDER…

FOLDERs hold documents as .txt or .md. INTO gets them as seeds (.txt), then copies until there are about so many
CHARACTERS. A copy keeps its document's title, date and heads; its sentences come from all documents, by chance with a
fixed seed, each of them once a round. So words, lengths and repetition are those of the real documents.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SENTENCE = re.compile(r"[^。！？；]*[。！？；]+|[^。！？；]+")
HEAD = re.compile(r"#+\s*|第[一二三四五六七八九十百]+[编章节][\s\u3000]")
DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
MARKUP = re.compile(r"<!--.*?-->|^---$|^\w+: .*$|[*_`]", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Document:
    """A document: its title, and its lines, each as its sentences; a head is a line of one."""

    title: str
    lines: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """The document as a seed, dated by the first date in it."""
        whole = "\n".join("".join(line) for line in self.lines)
        date = DATE.search(whole)
        return f"{self.title}\n{f'（{date[0]}）' if date else ''}\n{whole}\n"


def document(content: str) -> Document:
    r"""What `content`, plain text or Markdown, says.

    >>> document("# 甲法<!-- 注 -->\n\n## 第一章 总则\n\n一句。两句。\n")
    Document(title='甲法', lines=(('第一章 总则',), ('一句。', '两句。')))
    """
    lines = [line.strip() for line in MARKUP.sub("", content).splitlines() if line.strip()]
    title, *body = lines or [""]
    return Document(HEAD.sub("", title, count=1), tuple(_sentences(line) for line in body))


def _sentences(line: str) -> tuple[str, ...]:
    """The sentences of a line; a head is one."""
    head = HEAD.match(line)
    return (line.lstrip("# "),) if head else tuple(SENTENCE.findall(line))


def documents(folders: Iterable[Path]) -> list[Document]:
    """The documents of the folders, those without a text left out."""
    paths = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in {".md", ".txt"})
    found = (document(path.read_text("utf-8-sig")) for path in paths)
    return [each for each in found if each.title and each.lines]


def archive(originals: list[Document], characters: int, seed: int = 0) -> Iterator[str]:
    """The seeds: the originals, and copies until there are so many characters."""
    rng = Random(seed)  # noqa: S311
    sentences = [sentence for each in originals for line in each.lines if not is_fixed(line) for sentence in line]
    for number in count(1):
        pool = iter(rng.sample(sentences, len(sentences)))
        for original in originals:
            made = original.text if number == 1 else _copy(original, number, pool).text
            characters -= len(made)
            if characters < 0:
                return
            yield made


def is_fixed(line: tuple[str, ...]) -> bool:
    """Whether the line keeps its place: a head, or a date."""
    return len(line) == 1 and not line[0].endswith(("。", "！", "？", "；"))


def _copy(original: Document, number: int, pool: Iterator[str]) -> Document:
    """The document with the next sentences of `pool` in the place of its own."""
    lines = tuple(line if is_fixed(line) else tuple(next(pool) for _ in line) for line in original.lines)
    return Document(f"{original.title}（第{number}稿）", lines)


def main(into: str, characters: str, *folders: str) -> None:
    """Write the seeds."""
    originals = documents(Path(folder) for folder in folders)
    Path(into).mkdir(parents=True)
    written = 0
    for number, text in enumerate(archive(originals, int(characters)), 1):
        Path(into, f"{number:06}.txt").write_text(text, "utf-8")
        written += len(text)
    print(f"{number} documents, {written} characters")


if __name__ == "__main__":
    main(*sys.argv[1:])
