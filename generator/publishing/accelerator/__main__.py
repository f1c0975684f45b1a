"""The process that builds: asked by JSON as its one argument, it answers by JSON on standard output."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

from mkdocs.exceptions import MkDocsException

from generator.publishing import inputs
from generator.publishing.accelerator import build, mkdocs_site
from generator.publishing.accelerator.versions import unproved
from generator.publishing.output import Output
from generator.publishing.record import Record


def main(asked: str) -> None:
    """Build as asked, and answer."""
    answer = json.dumps(_answer(**json.loads(asked)), ensure_ascii=False)
    sys.stdout.buffer.write(answer.encode())


def _answer(config: str, site: str, record: str, aside: str, workers: int) -> dict[str, object]:
    """What came of it: `why` not, or `warnings` of MkDocs and dead links; and how many pages were made, and slowly."""
    new = Path(aside, "new")
    try:
        configured = mkdocs_site.configured(Path(config), new)
        if why := unproved(configured):
            return {"why": why}
        folders = [place for place in configured.theme.dirs if "site-packages" not in place]
        environment = inputs.environment(Path(config), folders, os.environ)
        given = Record.read(Path(aside, "given")).given
        output = Output(str(new), site, Record.read(Path(record)))
        made = build.built(configured, output, given, environment, Path(record).with_name("templates"), workers)
    except build.Different as page:
        return {"why": f"{page} 与 MkDocs 生成的不同，请报告"}
    except (MkDocsException, UnicodeError) as error:
        return {"why": f"{type(error).__name__}"}
    whole = inputs.whole(environment, given, os.environ)
    replace(made.record, inputs=whole, folders=tuple(folders), given=given).written(Path(aside, "record"))
    dead = [(each.page, each.target) for each in made.dead]
    return {"why": "", "warnings": made.warnings, "dead": dead, "made": made.made, "slow": made.slow}


main(sys.argv[1])
