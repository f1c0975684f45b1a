from __future__ import annotations

from generator import permalinks
from generator.permalinks import Ledger, State, slogan_ids

SERVE = "为人民服务"
HEART = "不忘初心、牢记使命"
SHORT = "不忘初心"


def test_a_slogan_has_the_same_id_whatever_else_there_is() -> None:
    alone, _ = slogan_ids({HEART: [HEART]}, Ledger(), "2026-01-01")
    among, _ = slogan_ids({SERVE: [SERVE], HEART: [HEART, SHORT]}, Ledger(), "2026-01-02")
    assert alone[HEART] == among[HEART]


def test_nothing_changed_means_the_same_ledger() -> None:
    _, ledger = slogan_ids({HEART: [HEART, SHORT], SERVE: [SERVE]}, Ledger(), "2026-01-01")
    _, again = slogan_ids({SERVE: [SERVE], HEART: [SHORT, HEART]}, ledger, "2026-01-02")
    assert again == ledger


def test_a_slogan_whose_form_is_now_another_of_its_wordings_keeps_its_id() -> None:
    before, ledger = slogan_ids({HEART: [HEART, SHORT]}, Ledger(), "2026-01-01")
    after, _ = slogan_ids({SHORT: [SHORT, HEART]}, ledger, "2026-01-02")
    assert after[SHORT] == before[HEART]


def test_a_slogan_that_became_a_wording_of_another_leads_there_and_has_its_id_back_when_they_part() -> None:
    apart, ledger = slogan_ids({HEART: [HEART], SHORT: [SHORT]}, Ledger(), "2026-01-01")
    _, joined = slogan_ids({HEART: [HEART, SHORT]}, ledger, "2026-01-02")
    assert permalinks.slogan_forwards(joined) == {apart[SHORT]: apart[HEART]}
    again, _ = slogan_ids({HEART: [HEART], SHORT: [SHORT]}, joined, "2026-01-03")
    assert again == apart


def test_a_slogan_no_longer_published_is_deleted_until_it_is_back() -> None:
    before, ledger = slogan_ids({HEART: [HEART], SERVE: [SERVE]}, Ledger(), "2026-01-01")
    _, without = slogan_ids({HEART: [HEART]}, ledger, "2026-01-02")
    assert without.slogans[before[SERVE]].state is State.DELETED
    after, _ = slogan_ids({HEART: [HEART], SERVE: [SERVE]}, without, "2026-01-03")
    assert after == before


def test_an_id_leads_to_the_slogan_that_took_in_the_one_that_took_it_in() -> None:
    first, ledger = slogan_ids({"甲": ["甲"], "乙": ["乙"], "丙": ["丙"]}, Ledger(), "2026-01-01")
    _, ledger = slogan_ids({"乙": ["甲", "乙"], "丙": ["丙"]}, ledger, "2026-01-02")
    _, ledger = slogan_ids({"丙": ["丙", "乙"]}, ledger, "2026-01-03")
    assert permalinks.slogan_forwards(ledger) == {first["甲"]: first["丙"], first["乙"]: first["丙"]}
