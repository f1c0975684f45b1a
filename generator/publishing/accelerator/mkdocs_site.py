"""A site as MkDocs sees it before it renders pages, and a page as MkDocs itself makes it: the slow way.

This follows `mkdocs.commands.build`, which has no doors at these places.
"""

from __future__ import annotations

import logging
import os
import sys
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final, cast

from jinja2 import FileSystemBytecodeCache
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
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
    # Material's search loads a dictionary of Chinese if there is one, even if it is switched off as ours must be.
    sys.modules.setdefault("jieba", None)  # type: ignore[arg-type] # None: as if it were not installed
    config = load_config(str(file), site_dir=str(site), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    return config


def opened(config: MkDocsConfig, templates: Path) -> MkDocsSite:
    """The site that `config` speaks of. In the folder `templates` those of the theme are kept as Jinja runs them."""
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = get_files(config)
    env = config.theme.get_env()
    env.bytecode_cache = _compiled(templates)
    files.add_files_from_theme(cast("Any", _Visible(config.theme.dirs)), config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    env = config.plugins.on_env(env, config=config, files=files)
    return MkDocsSite(config, files, env, nav, files.documentation_pages())


def _compiled(templates: Path) -> FileSystemBytecodeCache:
    """Where templates are kept compiled, by their content; to compile Material's takes a third of a small build."""
    folder = templates / f"jinja2-{version('jinja2')}"  # the cache itself only knows Python's version
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


@dataclass(frozen=True, slots=True)
class _Visible:
    """Lists a theme's files as Jinja's environment does, but does not look into folders with hidden names.

    Material has 14,000 icons in such a one. MkDocs publishes none of them, but holds each against a dozen patterns.
    """

    folders: Sequence[str]

    def list_templates(self, filter_func: Callable[[str], bool]) -> Iterator[str]:
        """The names of files that `filter_func` lets pass, in order."""
        found = {name for folder in self.folders for name in _names(folder)}
        return filter(filter_func, sorted(found))


def _names(folder: str) -> Iterator[str]:
    """All files in `folder` but hidden ones, relative to it, with `/`."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = os.path.relpath(place, folder).replace(os.sep, "/")
        yield from (name if inside == "." else f"{inside}/{name}" for name in names)


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
