"""The engine's modules as one classic script, which also runs in a page opened by double click; modules do not.

Each module becomes a function that returns what it exports. Comments, indents and the blanks beside operators are left
out: the modules are written so that a comment has its lines for itself and no string has such a blank or a line's end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

MODULES: Final = ("bits", "normal", "store", "loaders", "grams", "query", "match", "suggest", "archive", "engine")
"""Every module after those that it imports."""

PUBLIC: Final = ("engine", "loaders", "store")
"""Those whose names a page may use."""

_COMMENT = re.compile(r"^\s*(?://[^\n]*|/\*\*(?:(?!\*/).)*\*/)\n", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^\s+", re.MULTILINE)
_BLANK = re.compile(r" ([=+*/%<>&|?:!^-]+) |(?<=[,;{(]) | (?=[{}])|(?<=[})]) (?=[{(])|(?<=\}) ")
_BRACE = re.compile(r";?\n(?=\})|(?<=\{)\n")
_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./(\w+)\.mjs";$', re.MULTILINE)
_REEXPORT = re.compile(r"^export \{[^}]*\};\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)


def script(modules: Mapping[str, str]) -> str:
    """A script that sets `speechSearch` to an object with the names that the `PUBLIC` modules export."""
    functions = "".join(f"const _{name}=(()=>{{{_function(modules[name])}}})();\n" for name in MODULES)
    public = ",".join(f"..._{name}" for name in PUBLIC)
    return f"globalThis.speechSearch=(()=>{{{functions}return{{{public}}}}})();\n"


def _function(module: str) -> str:
    r"""The body of a function that returns what `module` exports.

    >>> _function('import { b } from "./b.mjs";\n// why\nexport const a = b;\n')
    'const{b}=_b;\nconst a=b;\nreturn{a};\n'
    """
    code = _INDENT.sub("", _COMMENT.sub("", module))
    code = _REEXPORT.sub("", _IMPORT.sub(r"const \1 = _\2;", code))
    names = ", ".join(_EXPORT.findall(code))
    return _BRACE.sub("", _BLANK.sub(r"\1", f"{_EXPORT.sub('', code)}return {{ {names} }};\n"))
