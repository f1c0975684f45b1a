"""Fuzz one target, or all in turn: python -m fuzz [--seconds 200] [--corpus fuzz/corpus] [TARGET …]."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path


def main() -> None:
    """Each target in a process of its own, for libFuzzer ends the process that it runs in."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=225)
    parser.add_argument("--corpus", type=Path, default=Path("fuzz/corpus"))
    parser.add_argument("targets", nargs="*")
    asked = parser.parse_args()
    if "FUZZED" in os.environ:
        fuzz(os.environ["FUZZED"], asked.corpus, asked.seconds)
        return
    from fuzz.targets import TARGETS  # noqa: PLC0415 - below it is imported instrumented

    failed = []
    for name in asked.targets or TARGETS:
        print(f"== {name}", flush=True)
        ran = subprocess.run(
            [sys.executable, "-m", "fuzz", *sys.argv[1:]], env={**os.environ, "FUZZED": name}, check=False
        )
        failed += [name] if ran.returncode else []
    raise SystemExit(f"failed: {', '.join(failed)}" if failed else 0)


def fuzz(name: str, corpus: Path, seconds: int) -> None:
    """Fuzz the target of that name until the time is up or it fails; what fails is left beside the corpus."""
    import atheris  # noqa: PLC0415 - only for those who fuzz

    with atheris.instrument_imports(include=["generator"]):
        from fuzz.targets import TARGETS  # noqa: PLC0415 - only now, so that it is instrumented
    kept = corpus / name
    kept.mkdir(parents=True, exist_ok=True)
    limits = [f"-max_total_time={seconds}", "-max_len=8192", "-timeout=30", "-rss_limit_mb=3000"]
    atheris.Setup([sys.argv[0], str(kept), f"-artifact_prefix={corpus}/failed-{name}-", *limits], TARGETS[name])
    atheris.Fuzz()


main()
