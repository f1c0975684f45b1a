"""Builds killed at random moments while someone reads: what the reader missed. Run as a module: benchmarks.cut_off."""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.publishing.test_cut_off import cut_off
from tests.test_build import project

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with TemporaryDirectory() as place:
        reader = cut_off(project(Path(place)), asked.kills, asked.seed)
    print(f"{asked.kills} builds killed, {reader.asked} pages asked for, {len(reader.wrong)} missed or wrong")
