"""What the generator writes, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site import Written, write
from generator.site.paths import OWNED

FILES = {"index.md": "首页\n", "speeches/abc.md": "讲话\n"}


def test_a_second_run_with_nothing_changed_writes_nothing(tmp_path: Path) -> None:
    assert write(FILES, tmp_path) == Written(2, 0, 0)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert write(FILES, tmp_path) == Written(0, 2, 0)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    write(FILES, tmp_path)
    assert write({**FILES, "index.md": "新的\n"}, tmp_path) == Written(1, 1, 0)
    assert (tmp_path / "index.md").read_text("utf-8") == "新的\n"


def test_pages_that_are_no_longer_wanted_are_deleted_with_their_folders(tmp_path: Path) -> None:
    write({**FILES, "slogans/old.md": "", "assets/data/a/b.json": ""}, tmp_path)
    assert write(FILES, tmp_path) == Written(0, 2, 2)
    kept = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*"))
    assert kept == ["assets", "index.md", "speeches", "speeches/abc.md"]


def test_what_is_written_by_hand_is_never_touched(tmp_path: Path) -> None:
    for name in ("about.md", "assets/css/reading.css", "speeches.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("手写", "utf-8")
    write(FILES, tmp_path)
    write({}, tmp_path)
    kept = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert kept == ["about.md", "assets/css/reading.css", "speeches.md"]


@pytest.mark.parametrize("path", ["about.md", "assets/css/x.css", "../x.md", "speeches/../about.md", "/etc/x"])
def test_nothing_is_written_outside_the_owned_folders(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not the generator's"):
        write({path: ""}, tmp_path)


def test_a_symbolic_link_is_replaced_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("别处", "utf-8")
    (tmp_path / "site_src").mkdir()
    (tmp_path / "site_src" / "index.md").symlink_to(outside)
    write({"index.md": "首页\n"}, tmp_path / "site_src")
    assert outside.read_text("utf-8") == "别处"
    assert not (tmp_path / "site_src" / "index.md").is_symlink()


def test_git_ignores_exactly_what_the_generator_owns() -> None:
    ignored = (Path(__file__).parents[2] / ".gitignore").read_text("utf-8").splitlines()
    assert sorted(line for line in ignored if line.startswith("/site_src")) == sorted(
        f"/site_src/{own}" for own in OWNED
    )
