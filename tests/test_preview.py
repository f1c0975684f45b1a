"""The preview shows the site as it is, and has pages load anew when it was renewed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from generator import preview, serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.preview import Renewals

PAGE = b"<html><body><p>\xe8\xae\xb2\xe8\xaf\x9d</p></body></html>"
SHOWN = PAGE.replace(b"</body>", b'<script src="/-/reload.js"></script></body>')
PORT = 18473
HERE = f"http://127.0.0.1:{PORT}"


@pytest.fixture
def renewals(tmp_path: Path) -> Iterator[Renewals]:
    (tmp_path / "speeches").mkdir()
    (tmp_path / "speeches" / "index.html").write_bytes(PAGE)
    (tmp_path / "404.html").write_bytes(PAGE)
    (tmp_path / "a.css").write_bytes(b"p {}")
    with preview.served(tmp_path, PORT) as found:
        yield found


def got(path: str) -> bytes:
    with urlopen(HERE + path, timeout=10) as answer:  # noqa: S310 - our own
        content: bytes = answer.read()
        return content


@pytest.mark.parametrize("path", ["/speeches/", "/speeches/index.html", "/speeches/?a=1"])
def test_a_page_comes_with_the_script_that_reloads_it(path: str, renewals: Renewals) -> None:
    assert got(path) == SHOWN
    assert renewals.count == 0


def test_other_files_come_as_they_are(renewals: Renewals) -> None:
    assert got("/a.css") == b"p {}"
    assert renewals.count == 0


def test_a_wrong_address_gets_the_page_for_that(renewals: Renewals) -> None:
    with pytest.raises(HTTPError) as refused:
        got("/nowhere/")
    assert (refused.value.code, refused.value.read()) == (404, SHOWN)
    refused.value.close()
    assert renewals.count == 0


def test_nothing_outside_the_site_is_served(tmp_path: Path, renewals: Renewals) -> None:
    (tmp_path.parent / "secret.html").write_bytes(PAGE)
    with pytest.raises(HTTPError) as refused:
        got("/../secret.html")
    refused.value.close()
    assert renewals.count == 0


def test_who_waits_is_told_at_once_when_the_site_is_renewed(renewals: Renewals) -> None:
    told: list[bytes] = []
    waiting = threading.Thread(target=lambda: told.append(got("/-/renewed?since=0")))
    waiting.start()
    renewals.renewed()
    waiting.join(5)
    assert told == [b"1"]
    assert got("/-/renewed?since=0") == b"1"


def test_a_build_is_made_in_another_process(tmp_path: Path) -> None:
    serve._in_a_copy((tmp_path / "built").touch)  # noqa: SLF001 - what `serve` calls for ever
    assert (tmp_path / "built").exists()
