"""The preview follows whatever the generator reads."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from generator import serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES = ("seeds/讲话.txt", "seeds/下一级/讲话.docx", "seeds/lexicon.tsv", "site_src/assets/search/ui/box.js")
IGNORED = ("seeds/ids.json", "seeds/.讲话.txt.swp", "site_src/speeches/abc.md", "site_src/assets/data/search.js")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project below a hidden folder, as some keep theirs."""
    tmp_path /= ".work"
    for name in (*FILES, *IGNORED):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("旧", "utf-8")
    return tmp_path


def written(path: Path) -> None:
    path.write_text("新", "utf-8")


def follows(project: Path, name: str, change: Callable[[Path], object] = written) -> bool:
    """Whether a change of that file is noted within a few seconds."""
    (project / name).with_name(".new").write_text("新", "utf-8")
    changes = serve.changes(*serve.folders(project / "seeds", project / "site_src"))
    next(changes)
    noted = threading.Event()

    def wait() -> None:
        next(changes)
        noted.set()

    threading.Thread(target=wait, daemon=True).start()
    change(project / name)
    return noted.wait(5 if name in FILES else 1)


@pytest.mark.parametrize("name", FILES)
def test_what_the_generator_reads_is_followed(name: str, project: Path) -> None:
    assert follows(project, name)


def test_a_file_that_an_editor_puts_in_place_whole_is_followed(project: Path) -> None:
    assert follows(project, FILES[0], lambda path: (path.parent / ".new").replace(path))


@pytest.mark.parametrize("name", IGNORED)
def test_what_the_generator_writes_is_not(name: str, project: Path) -> None:
    assert not follows(project, name)


def test_a_site_without_search_scripts_can_be_served(tmp_path: Path) -> None:
    assert tmp_path / "none" not in {folder.parent for folder in serve.folders(tmp_path, tmp_path / "none")}


def test_what_is_loaded_before_the_fork_can_be_forked() -> None:
    """The minifier is Go, whose threads do not come along: a copy that calls it would wait for ever."""
    asked = "import sys, generator.cli; sys.exit('minify' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
