"""The numbers that slogan pages print, against a count by other means over the sources themselves."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from generator import pipeline, site
from generator.options import Options
from tests.conftest import texts
from tests.site.conftest import Reader, html

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

OPENING, CLOSING = "“‘「『〈《", "”’」』〉》"
WIDE = dict(zip(",，:;?!(", "、、：；？！（", strict=True)) | {")": "）"}
BOOKMARK = re.compile(r"\[bookmark:[^\]]*\]")


@dataclass
class Told:
    """What one page prints; `wordings` with how often they are said, and how often in quotation marks."""

    form: str
    speeches: int
    count: int
    facts: tuple[int, int, int]
    rate: float
    wordings: dict[str, tuple[int, int]] = field(default_factory=dict)
    uses: int = 0


def told(markdown: str) -> Told:
    text = Reader(html(markdown)).text
    first = re.search(r"见于 (\d+) 篇讲话，共 (\d+) 次", text)
    facts = re.search(r"(\d+) 次，加引号 (\d+) 次，不加引号 (\d+) 次", text)
    rate = re.search(r"每万字\s*([\d.]+) 次", text)
    assert first
    assert facts
    assert rate
    form = text.strip().splitlines()[0]
    found = Told(form, int(first[1]), int(first[2]), tuple(map(int, facts.groups())), float(rate[1]))
    tree = text[text.index("写法和谱系") : text.index("出现在哪些讲话")]
    for name, count, quoted in re.findall(r"(\S+?)(\d+) 次（加引号 (\d+) 次）", tree):
        found.wordings[name] = (int(count), int(quoted))
    found.uses = markdown.count('data-at="')
    return found


def bare(line: str) -> tuple[str, set[tuple[int, int]]]:
    """A line as slogans are compared, and the stretches of it that stand in quotation marks."""
    text, opened, quoted = "", [], set()
    for character in line:
        if character in OPENING:
            opened.append((character, len(text)))
        elif character in CLOSING:
            mark, start = opened.pop() if opened else ("《", 0)
            if mark not in "《〈":
                quoted.add((start, len(text)))
        elif character not in "\"'" and not character.isspace():
            text += WIDE.get(character, character)
    return text, quoted


def brute(seeds: Path, forms: Iterable[str]) -> tuple[Mapping[str, Counter[str]], Counter[str], int]:
    """By form, how often it stands in each file where no longer form has the place; how often quoted; the length."""
    by_length = sorted(forms, key=len, reverse=True)
    found: dict[str, Counter[str]] = {form: Counter() for form in by_length}
    quotes: Counter[str] = Counter()
    length = 0
    for path in sorted(seeds.glob("*.txt")):
        for line in BOOKMARK.sub("", path.read_text("utf-8-sig")).splitlines():
            length += len(line.strip())
            text, quoted = bare(line)
            at = 0
            while at < len(text):
                form = next((form for form in by_length if text.startswith(form, at)), None)
                if form:
                    found[form][path.name] += 1
                    quotes[form] += (at, at + len(form)) in quoted
                at += len(form) if form else 1
    return found, quotes, length


def generated(folder: Path) -> Path:
    """Forty speeches made by chance of slogans that lie in one another, quoted or not, and of other words."""
    chance = random.Random(11)
    slogans = ["四个意识", "“四个意识”", "四个自信", "全面从严治党", "从严治党", "全面从严治党主体责任", "主体责任"]
    slogans += ["不忘初心、牢记使命", "不忘初心，牢记使命", "“不忘初心、牢记使命”主题教育", "初心使命", "“不忘初心”"]
    others = [
        "要",
        "把",
        "，",
        "。",
        "、",
        "的",
        "坚持",
        "党员干部",
        "抓好 落实",
        "《准则》",
        "加强学习",
        "“",
        "”",
        "：",
        "20%",
    ]
    folder.mkdir()
    for number in range(40):
        lines = ["".join(chance.choices(slogans + others * 2, k=60)) + "。" for _ in range(8)]
        year = 1990 + number // 2
        head = f"在第{number}次会议上的讲话\n（{year}年3月5日）\n同志们：\n"
        (folder / f"{number}.txt").write_text(head + "\n".join(lines) + "\n", "utf-8")
    return folder


@pytest.fixture(scope="module", params=["seeds", "generated"])
def archive(request: pytest.FixtureRequest, seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seeds if request.param == "seeds" else generated(tmp_path_factory.mktemp("counts") / "seeds")


def test_every_number_on_every_slogan_page_is_what_counting_the_sources_gives(archive: Path) -> None:
    made = pipeline.mined(pipeline.archive(archive, "2026-01-01", Options()))
    assert made.ledger
    files = texts(site.pages(made.corpus, pipeline.linked(made), made.problems, made.ledger))
    pages = [told(files[f"slogans/{slogan.id}.md"]) for slogan in made.slogans]
    found, quotes, length = brute(archive, [form for page in pages for form in page.wordings])
    assert len(pages) > 5
    for page in pages:
        count = sum(found[form].total() for form in page.wordings)
        quoted = sum(quotes[form] for form in page.wordings)
        files_with = set().union(*(found[form].keys() for form in page.wordings))
        assert (page.speeches, page.count) == (len(files_with), count), page.form
        assert page.facts == (count, quoted, count - quoted), page.form
        assert page.wordings == {form: (found[form].total(), quotes[form]) for form in page.wordings}, page.form
        assert page.uses == min(count, 100), page.form
        assert page.rate == pytest.approx(10_000 * count / length, rel=0.01, abs=0.01), page.form
    assert max(page.count for page in pages) > 15
