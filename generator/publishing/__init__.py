"""From the site's source to the built site: made aside, checked, and only then put in the place of the old one.

`plain` has MkDocs build it. `accelerator` makes the same bytes faster, and says so where it cannot.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from generator import atomic
from generator.problems import problem
from generator.publishing import accelerator, folder, inputs, plain
from generator.publishing.output import Output
from generator.publishing.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.model import Problem, Speech

__all__ = ["Published", "publish"]


@dataclass(frozen=True, slots=True)
class Published:
    """What came of it.

    What is `wrong` (then the old site stays as it was), what else is to be told, how many files of the site are new or
    other than before, and how many are gone.
    """

    wrong: tuple[Problem, ...] = ()
    told: tuple[Problem, ...] = ()
    changed: int = 0
    gone: int = 0


def publish(  # noqa: PLR0913 - where things are, and two ways to go about it
    config: Path,
    source: Path,
    site: Path,
    record: Path,
    speeches: Callable[[], Iterable[Speech]] = tuple,
    *,
    home: str = "",
    fast: bool = True,
    workers: int = 1,
) -> Published:
    """Build the pages in the folder `source` as `config` (a mkdocs.yml) says and put them at `site`.

    MkDocs runs in the folder of `config`. Before the new site takes the place of the old one, it is held against what
    sites promise, the text of `speeches` included; its address will be `home`, if known. Files that stay as they were
    are not written anew. The file `record` keeps what the site consists of for the next build; the hashes of its files
    also stand beside it, under its name with `.sha256`, so that a webmaster can tell what to copy.
    """
    site, config = site.resolve(), config.absolute()
    known = Record.read(record, pages=False)
    given = inputs.given(source, known.given)
    variables = os.environ | plain.environment(source)
    environment = inputs.environment(config, known.folders, variables)
    if fast and known.inputs == inputs.whole(environment, given, variables) and folder.as_recorded(site, known):
        return Published()
    site.parent.mkdir(parents=True, exist_ok=True)
    for left in site.parent.glob(f".{site.name}-*"):  # by a build that was cut off
        shutil.rmtree(left, ignore_errors=True)
    with TemporaryDirectory(dir=site.parent, prefix=f".{site.name}-") as place:
        aside = Path(place)
        Record(given=given).written(aside / "given")
        told, wrong = _built(config, source, site, record, aside, workers if fast else 0)
        if not wrong:
            # This loads the analysis, a second's work; the accelerator's process loads this package, but not for that.
            from generator.publishing import promises  # noqa: PLC0415

            output, made = Output(str(aside / "new"), str(site), known), Record.read(aside / "record")
            now, wrong = promises.held(output, made, speeches(), home)
        if wrong:
            return Published(wrong, told)
        folder.swap(aside / "new", site, aside / "old")
    now.written(record)
    atomic.put(site.with_name(f"{site.name}.sha256"), now.manifest().encode())
    return Published((), told, *known.compared(now))


def _built(  # noqa: PLR0913, PLR0917 - as above
    config: Path, source: Path, site: Path, record: Path, aside: Path, workers: int
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """What is to be told of the site that is now in `aside`, with what it consists of, and what is wrong with it.

    MkDocs alone builds it with no `workers`, and where the accelerator cannot.
    """
    told: tuple[Problem, ...] = ()
    if workers:
        wrong, why = accelerator.built(config, source, site, record, aside, workers)
        if wrong is not None:
            return told, wrong
        told = (problem("P003", config.name, why=why),)
        shutil.rmtree(aside / "new", ignore_errors=True)
    wrong = plain.built(config, source, aside / "new")
    if not wrong:
        Record.of(aside / "new").written(aside / "record")
    return told, wrong
