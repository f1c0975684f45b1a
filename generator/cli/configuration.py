"""What the generator has to know of mkdocs.yml: where the site will stand."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import yaml

if TYPE_CHECKING:
    from pathlib import Path


class _Loader(yaml.SafeLoader):
    """YAML as MkDocs reads it: `!ENV` takes a value from the environment, other tags mean nothing here."""


def _environment(loader: _Loader, node: yaml.Node) -> object:
    """The first of the variables that is set, else the value that comes last."""
    values = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else [loader.construct_object(node)]
    *names, default = values if len(values) > 1 else (*values, None)
    return next((os.environ[str(name)] for name in names if str(name) in os.environ), default)


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("", lambda *_: None)


def site_url(config: Path) -> str:
    """The `site_url` of the file `config`, with `/` at its end; empty where there is none that is an address."""
    if not config.is_file():
        return ""
    told = yaml.load(config.read_text("utf-8"), _Loader) or {}  # noqa: S506 - a safe loader
    url = told.get("site_url") or ""
    return url.rstrip("/") + "/" if urlsplit(url).scheme in {"http", "https"} else ""
