"""A site as MkDocs sees it before it renders pages, and a page as MkDocs itself makes it: the slow way.

This follows `mkdocs.commands.build`, which has no doors at these places.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

#: What is said of files that get into the site (and may or may not be in its navigation).
PUBLISHED: Final = frozenset(level for level in InclusionLevel if level.name in {"INCLUDED", "NOT_IN_NAV", "UNDEFINED"})


@dataclass(frozen=True, slots=True)
class MkDocsSite:
    """What MkDocs knows of a site when it begins to render pages; `documents` are the files that become pages."""

    config: MkDocsConfig
    files: Files
    env: jinja2.Environment
    nav: Navigation
    documents: Sequence[File]


def configured(file: Path, site: Path) -> MkDocsConfig:
    """The configuration in `file`, for a site to be written to the folder `site`."""
    config = load_config(str(file), site_dir=str(site), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    return config


def opened(config: MkDocsConfig) -> MkDocsSite:
    """The site that `config` speaks of."""
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = get_files(config)
    env = config.theme.get_env()
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    env = config.plugins.on_env(env, config=config, files=files)
    return MkDocsSite(config, files, env, nav, files.documentation_pages())


def read(page: Page, site: MkDocsSite) -> None:
    """Have MkDocs read and convert the page's Markdown."""
    page.read_source(site.config)
    page.render(site.config, site.files)


def rendered(page: Page, site: MkDocsSite) -> bytes:
    """What the theme's template makes of a page that was read."""
    page.active = True
    try:
        template = site.env.get_template(page.meta.get("template", "main.html"))
        html = template.render(get_context(site.nav, site.documents, site.config, page))
    finally:
        page.active = False
    return html.encode("utf-8", errors="xmlcharrefreplace")


class Told(logging.Handler):
    """Keeps what MkDocs warns of, as its command line words it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record."""
        self.lines.append(f"{record.levelname} -  {record.getMessage()}")

    def taken(self) -> list[str]:
        """What was told since this was last asked."""
        lines, self.lines = self.lines, []
        return lines
