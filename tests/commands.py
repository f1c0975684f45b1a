"""The commands as an archivist gives them, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import ROOT

_PATIENCE = 300  # seconds


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What the command did in that folder.

    Loading the programme takes longer than most commands do, so the process is a copy of one that has loaded it; with
    an `environment` of its own it is a new one.
    """
    told = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1800000000", **environment}
    if environment:
        whole = [sys.executable, "-W", "ignore", "-m", "generator", *command]
        return subprocess.run(whole, cwd=folder, env=told, capture_output=True, encoding="utf-8", check=False)
    context = get_context("forkserver")
    context.set_forkserver_preload(["generator.cli"])
    with TemporaryDirectory() as place:
        streams = [Path(place, "out"), Path(place, "err")]
        process = context.Process(target=_obey, args=(command, folder, told, streams))
        process.start()
        process.join(_PATIENCE)
        if process.is_alive():
            process.kill()
            raise AssertionError(f"{command} does not end")
        out, err = (stream.read_text("utf-8") for stream in streams)
    return subprocess.CompletedProcess(command, process.exitcode or 0, out, err)


def _obey(command: tuple[str, ...], folder: Path, environment: dict[str, str], streams: list[Path]) -> None:
    """Do what `python -m generator` does, in a process that has begun already."""
    from generator.cli import main  # noqa: PLC0415 - loaded beforehand

    for number, stream in enumerate(streams, start=1):
        os.dup2(os.open(stream, os.O_WRONLY | os.O_CREAT), number)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    warnings.simplefilter("ignore")
    main(command, prog_name="generator")
