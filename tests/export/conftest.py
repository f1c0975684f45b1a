"""The seeds as they are published, and speeches that were written to break things."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import permalinks, pipeline
from generator.export import Publication
from generator.model import Corpus, Links
from generator.options import Options
from tests.conftest import speech_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.pipeline import Archive

SITE = "https://archive.example/a/"
#: The signs of every format: markup, quotation marks, braces, tags of RIS, formulas, what XML cannot hold.
HOSTILE = """=HYPERLINK("http://a.cn")在\\LaTeX{}大会$上&的%讲话#_~^
——ER  - 副题"},{<b>
李　林、<i>王明</i>，张三
（2020年3月）

同志们：
<script>alert(1)</script>]]> &amp; “四个意识”\ufffe\U0001f600\U00020000。
一、@book{x, title={y}}
TY  - 一是要有作为。二是要<head>有担当。
（一）'); DROP TABLE speech;--
谢谢大家！
"""


def published(archive: Archive, site: str = "") -> Publication:
    assert archive.ledger is not None
    return Publication(archive.corpus, pipeline.linked(archive), archive.ledger, site)


@pytest.fixture(scope="session")
def archive(seeds: Path) -> Archive:
    return pipeline.mined(pipeline.archive(seeds, "2026-01-01", Options()))


@pytest.fixture(scope="session")
def publication(archive: Archive) -> Publication:
    return published(archive, SITE)


def publication_of(*texts: str, site: str = SITE) -> Publication:
    """Speeches without slogans as they are published."""
    speeches = [speech_of(text, f"{number}.txt") for number, text in enumerate(texts, 1)]
    corpus, ledger = permalinks.assign(speeches, permalinks.Ledger(), "2026-01-01")
    return Publication(Corpus(corpus.speeches), Links((), (), {}, ()), ledger, site)


@pytest.fixture(scope="session")
def hostile() -> Publication:
    return publication_of(HOSTILE)


@pytest.fixture(scope="session")
def both(publication: Publication, hostile: Publication) -> list[Publication]:
    return [publication, hostile]


@pytest.fixture(scope="session")
def make() -> Callable[..., Publication]:
    return publication_of
