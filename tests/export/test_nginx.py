"""The deployed site behind Debian's nginx, at the root of its server and below it."""

from __future__ import annotations

import gzip
import http.client
import json
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.commands import run
from tests.conftest import ROOT
from tests.test_build import project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed (on Debian: apt-get install nginx-light)")
SPEECH = "在全区第{n}次会议上的讲话\n同志们：\n要增强“四个意识”，坚定“四个自信”，做到“两个维护”。今天是第{n}次。\n"
WRAPPED = """pid {folder}/pid; error_log {folder}/error.log; daemon off; {user}
events {{}}
http {{ access_log off; client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5; include {folder}/www/nginx.conf; }}
"""


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Server:
    port: int
    base: str
    folder: Path

    def get(self, path: str, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", self.base + path, headers=headers)
        found = connection.getresponse()
        answer = Answer(found.status, {key.lower(): value for key, value in found.getheaders()}, found.read())
        connection.close()
        return answer

    def speech(self) -> str:
        return next(key for key in self.ids() if len(key) == 7)

    def ids(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = json.loads(self.get("ids.json").body)
        return found


def free_port() -> int:
    with socket.socket() as some:
        some.bind(("127.0.0.1", 0))
        port: int = some.getsockname()[1]
        return port


@pytest.fixture(scope="module", params=["/", "/archive/"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = project(tmp_path_factory.mktemp("nginx"))
    for number in (1, 2, 3):
        (folder / "seeds" / f"{number}.txt").write_text(SPEECH.format(n=number), "utf-8")
    port = free_port()
    where = {"SITE_URL": f"http://127.0.0.1:{port}{request.param}"}
    assert run(folder, "generate").returncode == 0  # mints the id that is merged afterwards
    (folder / "seeds" / "lexicon.tsv").write_text("合并\t四个自信\t四个意识\n", "utf-8")
    assert run(folder, "build", **where).returncode == 0
    (folder / "site" / "csp.txt").write_text("default-src 'self'\n", "utf-8")
    deploy = ["sh", ROOT / "publishing" / "deploy.sh", folder / "site", folder / "www", request.param]
    subprocess.run([*deploy, f"127.0.0.1:{port}"], check=True, capture_output=True)
    folder.chmod(0o755)
    config = folder / "wrapped.conf"
    user = "user root;" if shutil.os.geteuid() == 0 else ""
    config.write_text(WRAPPED.format(folder=folder, user=user))
    checked = subprocess.run([NGINX, "-t", "-c", config], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    assert "[warn]" not in checked.stderr
    with subprocess.Popen([NGINX, "-c", config], stderr=subprocess.DEVNULL) as process:
        made = Server(port, request.param, folder)
        for _ in range(100):
            try:
                made.get("")
                break
            except OSError:
                time.sleep(0.05)
        yield made
        process.terminate()


def test_pages_come_compressed_as_they_were_written(server: Server) -> None:
    page = f"speeches/{server.speech()}/"
    plain, packed = server.get(page), server.get(page, **{"Accept-Encoding": "gzip"})
    assert plain.status == packed.status == 200
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.body) == plain.body
    assert plain.headers["content-type"] == "text/html; charset=utf-8"


def test_what_has_its_hash_in_its_name_is_kept_and_all_else_asked_for_again(server: Server) -> None:
    style = next((server.folder / "site" / "assets" / "stylesheets").glob("main.*.min.css")).name
    kept = server.get(f"assets/stylesheets/{style}")
    assert kept.status == 200
    assert kept.headers["cache-control"] == "public, max-age=31536000, immutable"
    shard = next((server.folder / "site" / "assets" / "data" / "index").glob("*/*.js"))
    assert "immutable" in server.get(f"assets/data/index/{shard.parent.name}/{shard.name}").headers["cache-control"]
    for path in ("", "assets/data/site.css", "assets/data/index/index.js"):
        answer = server.get(path)
        assert answer.headers["cache-control"] == "no-cache", path
        assert server.get(path, **{"If-None-Match": answer.headers["etag"]}).status == 304


def test_every_answer_has_the_headers_of_security(server: Server) -> None:
    for path in ("", "no-such-page", "data/slogans.csv", "feeds/all.xml", f"data/speeches/{server.speech()}.xml"):
        headers = server.get(path).headers
        assert headers["x-content-type-options"] == "nosniff", path
        assert headers["content-security-policy"] == "default-src 'self'", path
        assert headers["referrer-policy"] == "same-origin", path


def test_a_wrong_address_gets_our_page_with_styles_that_are_there(server: Server) -> None:
    for path in ("no-such-page", "speeches/0000000/", "data/no.csv", ".git/config", "data/speeches/no.xml"):
        answer = server.get(path)
        assert answer.status == 404
        assert "没有这一页" in answer.body.decode()
    href = server.get("no/such/page").body.decode().split('rel="stylesheet" href="')[1].split('"')[0]
    assert href.startswith(server.base)
    assert server.get(href.removeprefix(server.base)).status == 200


def test_a_merged_slogan_s_address_leads_to_the_other(server: Server) -> None:
    ids = server.ids()
    (old,) = (key for key, entry in ids.items() if key.startswith("slogans/") and entry["text"] == "四个自信")
    for path in (old, f"{old}/", f"{old}/index.html"):
        answer = server.get(path)
        assert answer.status == 301
        assert answer.headers["location"] == f"{server.base}{ids[old]['at']}/"
    assert server.get(f"{ids[old]['at']}/").status == 200


def test_every_id_ever_published_has_an_answer(server: Server) -> None:
    for key in server.ids():
        if "#" not in key and key not in {"", "schema"}:
            path = key if "/" in key else f"speeches/{key}"
            assert server.get(f"{path}/").status in {200, 301}
            assert server.get(path).status == 301


def test_data_come_as_what_they_are(server: Server) -> None:
    speech = f"data/speeches/{server.speech()}"
    kinds = {
        "data/archive.sqlite": "application/vnd.sqlite3",
        "data/slogans.csv": "text/csv; charset=utf-8",
        "data/speeches.jsonl": "application/x-ndjson",
        "feeds/all.xml": "application/atom+xml",
        f"{speech}.xml": "application/tei+xml",
        f"{speech}.txt": "text/plain; charset=utf-8",
        f"{speech}.json": "application/json; charset=utf-8",
        "sitemap.xml": "text/xml; charset=utf-8",
    }
    assert {path: server.get(path).headers["content-type"] for path in kinds} == kinds


def test_the_map_of_the_site_names_every_speech_at_its_place(server: Server) -> None:
    listed = server.get("sitemap.xml").body.decode()
    assert f"<loc>http://127.0.0.1:{server.port}{server.base}speeches/{server.speech()}/</loc>" in listed
    assert f"http://127.0.0.1:{server.port}{server.base}feeds/all.xml" in server.get("feeds/all.xml").body.decode()


def test_a_new_site_takes_the_old_one_s_place_and_the_one_before_stays(server: Server, tmp_path: Path) -> None:
    www = server.folder / "www"
    before = (www / "current").resolve()
    command = ["sh", ROOT / "publishing" / "deploy.sh", server.folder / "site", www, server.base, str(server.port)]
    subprocess.run(command, check=True, capture_output=True)
    assert (www / "current").resolve() != before
    assert before.is_dir()
    refused = subprocess.run(["sh", command[1], tmp_path, www], capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert server.get("").status == 200
