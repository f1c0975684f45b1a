"""From marks to a tree: which marks count on from one another, and which list lies inside which.

The marker does not fix the level: in half of the speeches with both, （一） stands above 一、. So each speech teaches
its own order. Several lists are open at once, as a stack; a mark continues the innermost open list of its
class that has come to the number before it, or opens a new one inside. The class that opens first is outermost,
except that a list which is finished before a conventionally higher one begins hangs from the preamble.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.structure.heads import Mark


@dataclass(frozen=True, slots=True)
class Node:
    """A mark that is a head; `level` 1 is outermost, `skipped` the numbers missing before it (negative: repeated)."""

    mark: Mark
    level: int
    parent: int | None
    skipped: int = 0


@dataclass(slots=True)
class _List:
    """A list being counted: the number and node that it has come to; `line`: its heads stand on lines of their own."""

    marker: str
    rank: int
    last: int
    node: int
    line: bool


@dataclass(slots=True)
class _Stack:
    """The lists open at one moment, outermost first, and what the speech has taught so far."""

    lists: list[_List] = field(default_factory=list)
    inside: set[tuple[str, str]] = field(default_factory=set)
    nodes: list[tuple[Mark, int, int | None, int]] = field(default_factory=list)


#: A gap of this many numbers is taken for a slip of the writer; a larger one for something else than this list.
_LARGEST_GAP = 2


def tree(marks: Sequence[Mark]) -> list[Node]:
    """The heads among `marks`, in order, with their levels and parents (indices in the result)."""
    counted = _counted(marks)
    stack = _Stack()
    for i, mark in enumerate(counted):
        _place(stack, mark, counted[i + 1 :])
    return _levelled(stack.nodes)


def _counted(marks: Sequence[Mark]) -> list[Mark]:
    """`marks` less those of a list inside a paragraph (or of a weak class) that no second mark counts on from."""
    runs: list[list[int]] = []
    open_runs: dict[str, list[list[int]]] = {}
    for i, mark in enumerate(marks):
        mine = open_runs.setdefault(mark.marker.name, [])
        run = next((run for run in reversed(mine) if marks[run[-1]].number == mark.number - 1), None)
        if run is None:
            run = []
            runs.append(run)
            mine.append(run)
        else:
            del mine[mine.index(run) + 1 :]
        run.append(i)
    kept = {i for run in runs if _is_list([marks[i] for i in run]) for i in run}
    return [mark for i, mark in enumerate(marks) if i in kept]


def _is_list(run: Sequence[Mark]) -> bool:
    """Whether a run of numbers is a list: two or more from 1, or all of them paragraphs of a strong class."""
    return (len(run) > 1 and run[0].number == 1) or all(mark.initial and not mark.marker.weak for mark in run)


def _place(stack: _Stack, mark: Mark, rest: Sequence[Mark]) -> None:
    """Put `mark` where it belongs in `stack`, or drop it."""
    depth = _continued(stack, mark, rest)
    if depth is None:
        _open(stack, mark, rest)
        return
    current = stack.lists[depth]
    skipped = mark.number - current.last - 1 if mark.number != 1 else 0
    del stack.lists[depth + 1 :]
    _add(stack, mark, depth, skipped)


def _continued(stack: _Stack, mark: Mark, rest: Sequence[Mark]) -> int | None:
    """The depth of the open list that `mark` carries on, or begins anew at the same place; None for a new list."""
    mine = [depth for depth, each in enumerate(stack.lists) if each.marker == mark.marker.name]
    exact = [depth for depth in mine if stack.lists[depth].last == mark.number - 1]
    if exact:
        return exact[-1]
    if not mine:
        return None
    depth = mine[-1]
    if mark.number == 1:
        return None if _goes_on(stack.lists[depth], mark, rest) else depth
    if mark.initial and not mark.marker.weak and -1 <= mark.number - stack.lists[depth].last - 1 <= _LARGEST_GAP:
        return depth
    return None


def _goes_on(outer: _List, mark: Mark, rest: Sequence[Mark]) -> bool:
    """Whether the list `outer` counts on after the list of the same class that `mark` begins (so it lies inside)."""
    expected = 2
    for later in rest:
        if later.marker.rank < outer.rank and later.initial:
            return False
        if later.marker.name != mark.marker.name:
            continue
        if later.number == expected:
            expected += 1
        else:
            return later.number == outer.last + 1
    return False


def _open(stack: _Stack, mark: Mark, rest: Sequence[Mark]) -> None:
    """Begin a list with `mark`, inside the innermost list that is not over; drop a mark that begins none."""
    if mark.number != 1 and not _may_begin_late(stack, mark, rest):
        return
    depth = len(stack.lists)
    while depth and _is_over(stack, stack.lists[depth - 1], mark, rest):
        depth -= 1
    del stack.lists[depth:]
    _add(stack, mark, depth, mark.number - 1 if not _numbered_through(stack, mark) else 0)


def _is_over(stack: _Stack, outer: _List, mark: Mark, rest: Sequence[Mark]) -> bool:
    """Whether `outer` has come to its end before a conventionally higher list begins with `mark`."""
    lower = mark.marker.rank >= outer.rank or (outer.line and not mark.line)
    if lower or (outer.marker, mark.marker.name) in stack.inside or not mark.initial:
        return False
    following = next((later for later in rest if later.marker.name == outer.marker), None)
    return following is None or following.number != outer.last + 1


def _numbered_through(stack: _Stack, mark: Mark) -> bool:
    """Whether an earlier list of this class had come to the number before: numbered through, across its parents."""
    earlier = [node[0] for node in stack.nodes if node[0].marker.name == mark.marker.name]
    return bool(earlier) and earlier[-1].number == mark.number - 1


def _may_begin_late(stack: _Stack, mark: Mark, rest: Sequence[Mark]) -> bool:
    """Whether a list may begin with a number above 1: numbered through, or its first item was lost."""
    if not mark.initial or mark.marker.weak:
        return False
    following = next((later for later in rest if later.marker.name == mark.marker.name and later.initial), None)
    counts_on = following is not None and following.number == mark.number + 1
    return _numbered_through(stack, mark) or (counts_on and mark.number <= _LARGEST_GAP)


def _add(stack: _Stack, mark: Mark, depth: int, skipped: int) -> None:
    """Make `mark` a node at `depth`, and its list the innermost open one."""
    parent = stack.lists[depth - 1].node if depth else None
    if depth:
        stack.inside.add((stack.lists[depth - 1].marker, mark.marker.name))
    current = _List(mark.marker.name, mark.marker.rank, mark.number, len(stack.nodes), mark.line)
    stack.lists[depth:] = [current]
    stack.nodes.append((mark, depth, parent, skipped))


def _levelled(nodes: Sequence[tuple[Mark, int, int | None, int]]) -> list[Node]:
    """Nodes with levels from 1; what hangs from the preamble, before the first of the main list, lies one deeper."""
    top = [mark for mark, depth, _, _ in nodes if depth == 0 and mark.initial]
    main = min(top, key=lambda mark: mark.marker.rank, default=None)
    begun = main is None
    levels: list[Node] = []
    for mark, depth, parent, skipped in nodes:
        begun = begun or (depth == 0 and main is not None and mark.marker is main.marker)
        levels.append(Node(mark, depth + (1 if begun else 2), parent, skipped))
    return levels


def slips(nodes: Sequence[Node]) -> Iterator[Node]:
    """The heads whose number does not follow from the one before."""
    return (node for node in nodes if node.skipped)
