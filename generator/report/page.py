"""The report of `check` as one HTML file that needs nothing else. The only importer of jinja2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.report.files import known, summary
from generator.site import labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.report.files import File


def page(found: Sequence[File], folder: str, day: str) -> str:
    """The page for the seeds in `folder`, made on `day` (ISO 8601)."""
    environment = Environment(
        loader=PackageLoader("generator", "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("check.html").render(
        files=found,
        known=known,
        summary=summary(found),
        severities=labels.SEVERITIES,
        catalogued=labels.CATALOGUED,
        folder=folder,
        day=labels.date(day),
    )
