"""catalogue.yml: a list of speeches, or the files' names each with its fields. The only importer of yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import yaml

from generator.catalogue.fields import FIELDS, LEVELS, MAIN, SEPARATE, UNKNOWN
from generator.catalogue.rows import Cell, Row, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_HEAD: Final = f"""\
# 编目表：更正或补充程序识别的结果。改好“：”后面的字，存盘，再运行一次即可；空着的照识别结果办。
# 识别错了又不知道该是什么的，写“{UNKNOWN}”。
# 日期：知道多少写多少，如 2020、2020-03、2020年3月26日。级别：{"、".join(LEVELS)}。
# 标签：几个之间用顿号隔开。次序：同一天的几篇，小的在前。不公开：写“是”，网站上就不出这一篇。
# 版本：同一篇讲话有几份时，要作正文的一份写“{MAIN}”；其实不是同一篇的，写“{SEPARATE}”。
# 还可以写的栏目：{"、".join(FIELDS.values())}。
"""
_SHAPE: Final = "应是一篇一条，每条写“栏目: 内容”"


class _Dumper(yaml.SafeDumper):
    """Writes nothing where there is nothing, not null."""


_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def read(content: bytes) -> list[Row]:
    r"""The rows of `content`. Values are taken as they are written: 2020-03 is no number, 否 and no are the same text.

    >>> read("- 文件: a.txt\n  日期: 2020-03\n".encode())[0].cells[1]
    Cell(name='日期', value='2020-03', line=2)
    """
    root = _root(content)
    if root is None or (isinstance(root, yaml.ScalarNode) and not root.value):
        return []
    if isinstance(root, yaml.SequenceNode):
        return [Row(_line(item), tuple(_cells(item))) for item in root.value]
    return [Row(_line(key), (Cell("file", _text(key), _line(key)), *_cells(fields))) for key, fields in _pairs(root)]


def added(content: bytes | None, told: Sequence[Mapping[str, str]]) -> bytes:
    """`content`, letter for letter, with an entry for each of `told` (fields by name) at its end."""
    before = (content or _HEAD.encode()).decode("utf-8-sig")
    named = [{FIELDS[name]: value or None for name, value in each.items()} for each in told]
    root = _root(content or b"")
    if isinstance(root, yaml.MappingNode):
        new = _dumped({each.pop("文件"): each for each in named})
    else:
        new = "".join("\n" + _dumped([each]) for each in named)
    return (before + "\n" * (not before.endswith("\n")) + new).encode()


def _dumped(record: object) -> str:
    """`record` as YAML in blocks, in its own order."""
    text: str = yaml.dump(record, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    return text


def _root(content: bytes) -> yaml.Node | None:
    """The tree of the file's nodes, which know their lines."""
    try:
        root: yaml.Node | None = yaml.compose(content.decode("utf-8-sig"), Loader=yaml.SafeLoader)
    except UnicodeDecodeError as error:
        raise UnreadableError(content.count(b"\n", 0, error.start) + 1, "不是 UTF-8 编码") from None
    except yaml.reader.ReaderError as error:
        raise UnreadableError(0, f"含有不能用的字符 U+{error.character:04X}") from None
    except RecursionError:
        raise UnreadableError(0, _SHAPE) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableError(mark.line + 1 if mark else 0, "缩进、冒号或引号的写法不对") from None
    return root


def _cells(fields: yaml.Node) -> Iterator[Cell]:
    """The fields of one entry that hold anything."""
    if isinstance(fields, yaml.ScalarNode) and not fields.value:
        return
    for key, value in _pairs(fields):
        if text := _text(value).strip():
            yield Cell(_text(key).strip(), text, _line(key))


def _pairs(node: yaml.Node) -> Iterable[tuple[yaml.Node, yaml.Node]]:
    """The keys and values of a mapping."""
    if not isinstance(node, yaml.MappingNode):
        raise UnreadableError(_line(node), _SHAPE)
    pairs: list[tuple[yaml.Node, yaml.Node]] = node.value
    return pairs


def _text(node: yaml.Node) -> str:
    """A value as it is written; a list's with 、 between."""
    if isinstance(node, yaml.SequenceNode):
        return "、".join(map(_one, node.value))
    return _one(node)


def _one(node: yaml.Node) -> str:
    """A value that is no list."""
    if not isinstance(node, yaml.ScalarNode):
        raise UnreadableError(_line(node), _SHAPE)
    empty = node.style is None and node.value in {"~", "null"}
    return "" if empty else str(node.value)


def _line(node: yaml.Node) -> int:
    """The line of the file on which the node begins."""
    line: int = node.start_mark.line
    return line + 1
