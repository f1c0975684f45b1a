"""The engine's modules as one classic script, which also runs in a page opened by double click; modules do not.

Each module becomes a function that returns what it exports; then a minifier that parses the language makes it small.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

MODULES: Final = (
    *("bits", "normal", "store", "loaders", "text", "grams", "query", "match", "suggest", "archive"),
    *("sources", "walk", "filters", "plan", "engine"),
)
"""Every module after those that it imports."""

PUBLIC: Final = ("engine", "loaders", "store")
"""Those whose names a page may use."""

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./(\w+)\.mjs";$', re.MULTILINE)
_REEXPORT = re.compile(r"^export \{[^}]*\};\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)


def script(modules: Mapping[str, str]) -> str:
    """A script that sets `speechSearch` to an object with the names that the `PUBLIC` modules export."""
    functions = "".join(f"const _{name}=(()=>{{{_function(modules[name])}}})();\n" for name in MODULES)
    public = ",".join(f"..._{name}" for name in PUBLIC)
    return squeezed(f"globalThis.speechSearch=(()=>{{{functions}return{{{public}}}}})();\n")


def squeezed(code: str) -> str:
    """The same programme in fewer characters: no comment, no needless blank, short names inside functions.

    >>> squeezed("function f(number) { return `${number}  // no comment`; } // one")
    'function f(e){return`${e}  // no comment`}'
    """
    # It is written in Go, which does not survive the fork of a process that has loaded it (`serve` forks one).
    import minify  # noqa: PLC0415

    return str(minify.string("application/javascript", code))


def _function(module: str) -> str:
    r"""The body of a function that returns what `module` exports.

    >>> _function('import { b } from "./b.mjs";\nexport const a = b;\n')
    'const { b } = _b;\nconst a = b;\nreturn { a };\n'
    """
    code = _REEXPORT.sub("", _IMPORT.sub(r"const \1 = _\2;", module))
    return f"{_EXPORT.sub('', code)}return {{ {', '.join(_EXPORT.findall(code))} }};\n"
