"""How a slogan is spread over speeches and years."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from generator import analysis
from generator.analysis.dispersion import deviation_by_chance
from tests.analysis.test_slogans import lexicon_of, mined
from tests.conftest import corpus_of

if TYPE_CHECKING:
    from generator.model import Corpus, Slogan

LINES = lexicon_of("收入\t四个意识\n")


def slogan_of(corpus: Corpus) -> Slogan:
    return mined(corpus, LINES, 1)["四个意识"]


def dated(*dates: str) -> Corpus:
    return corpus_of(*(f"讲话{n}\n（{date}）\n同志们：\n增强四个意识{n}。" for n, date in enumerate(dates)))


def test_a_slogan_spread_as_the_text_is_has_no_deviation() -> None:
    corpus = corpus_of(*[f"增强四个意识。{n}" for n in range(6)])
    spread = analysis.dispersion(slogan_of(corpus), analysis.extent(corpus))
    assert spread
    assert spread.deviation == pytest.approx(0, abs=0.01)
    assert spread.by_chance > 0.2


def test_a_slogan_that_keeps_to_one_speech_deviates_by_all_the_others() -> None:
    corpus = corpus_of("增强四个意识。" * 5, *[f"讲别的事情。{n}" + "讲别的事情。" * 4 for n in range(5)])
    found = slogan_of(corpus)
    extent = analysis.extent(corpus)
    spread = analysis.dispersion(found, extent)
    assert spread
    own = extent.characters(found.speeches[0]) / extent.total
    assert spread.deviation == pytest.approx(1 - own)


def test_few_speeches_or_few_occurrences_say_nothing_of_the_spread() -> None:
    few_speeches, few_uses = (
        corpus_of("四个意识。" * 9, "别的。"),
        corpus_of("四个意识。", *[f"别的{n}。" for n in range(9)]),
    )
    for corpus in (few_speeches, few_uses):
        assert analysis.dispersion(slogan_of(corpus), analysis.extent(corpus)) is None


def test_the_mean_deviation_by_chance_is_what_chance_gives() -> None:
    chance, lengths, count = random.Random(5), (100, 300, 50, 50, 900), 12
    whole, trials, total = sum(lengths), 4000, 0.0
    for _ in range(trials):
        fell = Counter(chance.choices(range(len(lengths)), lengths, k=count))
        total += sum(abs(fell[n] / count - length / whole) for n, length in enumerate(lengths)) / 2
    assert deviation_by_chance(count, Counter(lengths)) == pytest.approx(total / trials, rel=0.03)


def test_a_timeline_counts_by_year_and_keeps_the_years_without_a_speech() -> None:
    corpus = dated("2001年3月1日", "2001年5月1日", "2004年3月1日", "2006年3月1日")
    periods = analysis.timeline(slogan_of(corpus), analysis.extent(corpus))
    assert [(each.date, each.speeches, each.reach, each.count) for each in periods] == [
        ("2001", 2, 2, 2),
        ("2002", 0, 0, 0),
        ("2003", 0, 0, 0),
        ("2004", 1, 1, 1),
        ("2005", 0, 0, 0),
        ("2006", 1, 1, 1),
    ]


def test_speeches_of_a_short_time_are_told_by_the_month() -> None:
    corpus = dated("2019年11月1日", "2020年1月1日", "2020年1月5日")
    extent = analysis.extent(corpus)
    assert extent.periods == ("2019-11", "2019-12", "2020-01")
    assert analysis.extent(dated("2019年", "2020年1月1日", "2020年1月5日")).periods == ("2019", "2020")


def test_however_far_apart_the_dates_the_periods_are_few() -> None:
    for dates in (("1001年", "9001年"), ("1921年", "2021年"), ("1949年10月1日", "2024年1月1日")):
        assert len(analysis.extent(dated(*dates, "2000年")).periods) <= 100


def test_too_few_dated_speeches_are_no_timeline() -> None:
    for corpus in (dated("2001年3月1日", "2004年3月1日"), dated("2001年3月1日", "2001年3月2日", "2001年3月3日")):
        assert analysis.timeline(slogan_of(corpus), analysis.extent(corpus)) == ()


def test_a_place_is_told_as_a_share_of_the_speech() -> None:
    corpus = corpus_of("四个意识。" + "讲" * 80 + "四个意识")
    extent = analysis.extent(corpus)
    first, last = (extent.place(each.span) for each in slogan_of(corpus).occurrences)
    (length,) = (starts[-1] for starts in extent.starts.values())
    assert last - first == pytest.approx(85 / length)
    assert last == pytest.approx(1 - 4 / length)
