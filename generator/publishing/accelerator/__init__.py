"""Pages made many times faster than MkDocs with Material makes them, to the same bytes.

Half of MkDocs's time goes into parsing Markdown as anybody may write it, and the rest into rendering, for every page, a
template of which all pages but a few share nearly everything. Our pages are written by our own writer. So:

- `blocks` turns our writer's Markdown into HTML; what it does not recognize, MkDocs makes (page by page);
- `shell` learns what surrounds pages from the theme's own template, once for each folder, and puts pages together;
- `build` does the rest as MkDocs does, by its own functions, but skips pages that were made from the same as before,
  and gives shares of the others to several processes.

It stands on what other programmes do in detail, so it trusts nothing: `versions` lists with what it was proved, some
pages of every build are made the slow way too, and if one differs, MkDocs builds the whole site, and the archivist is
told.
No plugin and no hook of MkDocs is used: the same mkdocs.yml gives the same site with `mkdocs build`.

It runs in a process of its own, so that MkDocs's modules and memory are not those of the generator.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from generator.problems import problem
from generator.publishing import plain

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Problem


def built(  # noqa: PLR0913, PLR0917 - where things are
    config: Path, source: Path, site: Path, record: Path, aside: Path, workers: int
) -> tuple[tuple[Problem, ...] | None, str]:
    """Build the pages in the folder `source` into `aside`/new, with the files of the old `site` that stay as they are.

    Gives what is wrong, and nothing else; or None and why it steps aside, in a phrase for the archivist. `record` is
    what is known of the old site, `aside`/given a record of the files in `source`; the new record is put at
    `aside`/record.
    """
    places = {"config": config, "site": site.absolute(), "record": record.absolute(), "aside": aside.absolute()}
    asked = json.dumps({**{name: str(place) for name, place in places.items()}, "workers": workers})
    ran = plain.run([sys.executable, "-m", __name__, asked], config, source)
    try:
        answer = json.loads(ran.stdout)
    except ValueError:
        lines = [line for line in ran.stderr.splitlines() if line.strip()]
        return None, f"快速生成出错（{lines[-1].strip() if lines else ran.returncode}）"
    if answer["why"]:
        return None, answer["why"]
    warned = tuple(problem("P002", config.name, why=line) for line in answer["warnings"])
    return warned or tuple(problem("P001", page, target=target) for page, target in answer["dead"]), ""
