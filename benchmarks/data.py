"""What data to take away cost: the processor's seconds and the size of each kind of file.

    python -m benchmarks.data FOLDER… [--size 1000]

An archive of so many speeches (`benchmarks.speeches`) is made of the documents in the FOLDERs.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import speeches
from generator import export, pipeline
from generator.model import Links
from generator.options import Options
from generator.site.content import whole
from generator.site.write import write


def publication(seeds: Path) -> export.Publication:
    """The speeches of a folder with their slogans."""
    made = pipeline.mined(pipeline.archive(seeds, "2026-01-01", Options()))
    assert made.ledger is not None  # noqa: S101 - the folder is our own
    return export.Publication(made.corpus, Links(made.slogans, (), {}, ()), made.ledger, "https://archive.example/")


def kind(path: str) -> str:
    """What a file is called in the table."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/*.{name.partition('.')[2]}" if folder in {"data/speeches", "feeds"} else path


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--size", type=int, default=1000)
    told = parser.parse_args()
    with TemporaryDirectory() as folder:
        speeches.write(Path(folder, "seeds"), told.size, told.folders)
        given = publication(Path(folder, "seeds"))
        started = time.process_time()
        written = write(export.files(given), Path(folder, "out"))
        print(f"{written.written} files written: {time.process_time() - started:.2f} s")
    seconds, sizes = Counter[str](), Counter[str]()
    for path, content in export.files(given).items():
        started = time.process_time()
        sizes[kind(path)] += len(whole(content))
        seconds[kind(path)] += time.process_time() - started
    print("| files | s | MB |\n|---|---:|---:|")
    for name, spent in seconds.most_common():
        print(f"| {name} | {spent:.2f} | {sizes[name] / 1e6:.1f} |")


if __name__ == "__main__":
    main()
