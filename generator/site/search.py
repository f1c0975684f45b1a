"""The page on which one searches: an empty form and empty places, which the search script fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.site import labels, paths
from generator.site.markdown import WIDE_PAGE, folded, heading, table

if TYPE_CHECKING:
    from collections.abc import Iterator


def page() -> Iterator[str]:
    """The page's blocks. Without scripts it says that it needs them."""
    yield WIDE_PAGE
    yield heading(1, labels.SEARCH, "title")
    yield f'<noscript markdown="0"><p>{labels.SEARCH_SCRIPTLESS}</p></noscript>'
    yield _form()
    yield folded(labels.SEARCH_HELP, table(labels.SEARCH_HELP_HEAD, *labels.SEARCH_HELP_ROWS), labels.SEARCH_HELP_MORE)
    yield _places()


def invitation(root: str, hint: str) -> str:
    """A field that asks this page from another one; `root` leads from its address to the site's root."""
    return (
        f'<form class="invitation" role="search" method="get" action="{root}{paths.address(paths.SEARCH)}">\n'
        f'<input type="search" name="q" aria-label="{labels.SEARCH_WHAT}" placeholder="{hint}"'
        ' autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" required>\n'
        f'<button type="submit">{labels.SEARCH}</button>\n'
        "</form>"
    )


def _form() -> str:
    """What is asked. It works as an ordinary form too: its address is the page's own."""
    orders = "".join(f'<option value="{value}">{label}</option>' for value, label in labels.SEARCH_ORDERS.items())
    switches = "".join(
        f'<label><input type="checkbox" name="{name}" value="1"> {label}</label>\n'
        for name, label in labels.SEARCH_SWITCHES.items()
    )
    return (
        '<form class="asking" role="search" method="get" action="./">\n'
        f'<div><input type="search" name="q" aria-label="{labels.SEARCH_WHAT}" placeholder="{labels.SEARCH_WHAT}"'
        ' autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search">\n'
        f'<button type="submit">{labels.SEARCH}</button></div>\n'
        f'<div>{switches}<label>{labels.SEARCH_ORDER} <select name="order">{orders}</select></label></div>\n'
        "</form>"
    )


def _places() -> str:
    """Where the answer goes; what changes in the first is read out."""
    return (
        '<div class="answer">\n'
        '<div class="told" role="status" tabindex="-1"></div>\n'
        '<div class="offered"></div>\n'
        '<div class="facets"></div>\n'
        '<div class="hits"></div>\n'
        "</div>"
    )
