"""The built site: made aside, checked, and only then put in the place of the old one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from generator.problems import problem
from generator.site.links import dead_links

if TYPE_CHECKING:
    from generator.model import Problem

#: How MkDocs begins a line about what is wrong. (Under --quiet it would not count warnings, and --strict do nothing.)
_WRONG = ("WARNING", "ERROR", "Error")
#: Spares the archivist Material's farewell to MkDocs; UTF-8 whatever the terminal's encoding.
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}


def publish(config: Path, into: Path, site: Path) -> tuple[Problem, ...]:
    """Build the pages in the folder `into` as `config` (a mkdocs.yml) says and put them at `site`; what is wrong.

    If anything is, the old site stays as it is. MkDocs runs in the folder of `config`.
    """
    site = site.resolve()
    site.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=site.parent, prefix=f".{site.name}-") as aside:
        new = Path(aside, "new")
        wrong = _built(config, into, new) or _checked(new)
        if not wrong:
            _swap(new, site, Path(aside, "old"))
    return wrong


def _built(config: Path, source: Path, into: Path) -> tuple[Problem, ...]:
    """Have MkDocs build the pages in the folder `source` into the folder `into`."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", config.name]
    ran = subprocess.run(  # noqa: S603 - our own interpreter, arguments that are paths
        [*command, "--site-dir", str(into)],
        cwd=config.absolute().parent,
        env={**os.environ, **_QUIET, "SITE_SOURCE": str(source.absolute())},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if ran.returncode == 0:
        return ()
    told = [line.strip() for line in f"{ran.stdout}\n{ran.stderr}".splitlines() if line.strip()]
    why = [line for line in told if line.startswith(_WRONG)] or told
    return tuple(problem("P002", config.name, why=line) for line in why)


def _checked(site: Path) -> tuple[Problem, ...]:
    """The dead links of the site in the folder `site`."""
    return tuple(problem("P001", dead.page, target=dead.target) for dead in dead_links(site))


def _swap(new: Path, site: Path, old: Path) -> None:
    """Put the folder `new` at `site`, and what was there at `old`; if that fails, all is as before."""
    if not site.exists():
        new.rename(site)
        return
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise
