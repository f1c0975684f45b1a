"""With what the fast way was proved to give the same bytes as MkDocs. With anything else it steps aside."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

#: The packages whose work is anticipated. To add a version: install it, run the tests, and list it here.
PROVED: Final = {
    "mkdocs": ("1.6.1",),
    "mkdocs-material": ("9.8.1",),
    "markdown": ("3.11.3",),
    "jinja2": ("3.1.6",),
}
#: Extensions of Markdown, with the options under which they are known.
_EXTENSIONS: Final[dict[str, set[str]]] = {
    "attr_list": set(),
    "def_list": set(),
    "fenced_code": set(),
    "md_in_html": set(),
    "tables": set(),
    "toc": {"title"},
}
#: Plugins that do nothing to pages, and the option that sees to it.
_IDLE: Final = {"material/search": ("enabled", False)}


def unproved(config: MkDocsConfig) -> str:
    """Why the fast way is not known to be right here, in a phrase for the archivist; nothing if it is."""
    return next(_reasons(config), "")


def _reasons(config: MkDocsConfig) -> Iterator[str]:
    """All such reasons."""
    for package, known in PROVED.items():
        if (found := version(package)) not in known:
            yield f"快速生成没有在 {package} {found} 上验证过（验证过的版本：{'、'.join(known)}）"
    if config.theme.name != "material":
        yield f"快速生成没有在主题 {config.theme.name} 上验证过"
    options = {name: set(config["mdx_configs"].get(name) or ()) for name in config["markdown_extensions"]}
    if options.keys() != _EXTENSIONS.keys() or any(options[name] - _EXTENSIONS[name] for name in options):
        yield "mkdocs.yml 里的 markdown_extensions 改动过，快速生成没有验证过"
    for name, plugin in config.plugins.items():
        option, idle = _IDLE.get(name, ("", None))
        if not option or plugin.config[option] is not idle:
            yield f"mkdocs.yml 里的插件 {name} 会改动网页"
    if config.hooks or config.extra_templates:
        yield "mkdocs.yml 里有 hooks 或 extra_templates，会改动网页"
