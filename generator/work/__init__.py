"""Who works on many things that do not depend on one another: this process, several of this machine, or a cluster."""

from __future__ import annotations

import gc
import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial, reduce
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any, Final, TypeVar

from generator.work.errors import ClusterError, UnlikeError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.context import BaseContext

__all__ = ["ALONE", "ClusterError", "UnlikeError", "UnreachableError", "Work"]

Given = TypeVar("Given")
Made = TypeVar("Made")

#: In how many parts the things are handed out to each worker, so that none waits long for the last one.
_PARTS = 8
#: On a cluster no part has more things than this: what one worker loses another must do again.
_MOST = 64


@dataclass(frozen=True, slots=True)
class Work:
    """So many `workers` of this machine (1: this process alone), and the address of a Dask scheduler if there is one.

    Whoever does it, the outcome is the same.
    """

    workers: int = 1
    cluster: str = ""

    def each(self, function: Callable[[Given], Made], items: Sequence[Given]) -> list[Made]:
        """`function` of each of `items`, in their order. Both go to where the work is done, so they must be small."""
        if not self.cluster:
            return self.here(function, items)
        from generator.work import cluster  # noqa: PLC0415 - an extra that only few install

        parts = _parts(items, -(-len(items) // _MOST))
        return list(chain.from_iterable(cluster.mapped(self.cluster, partial(_of_each, function), parts)))

    def here(self, function: Callable[[Given], Made], items: Sequence[Given]) -> list[Made]:
        """The same on this machine: what `function` holds is shared with the workers, not sent, where that can be."""
        parts = _parts(items, self.workers * _PARTS)
        if self.workers == 1 or len(parts) < 2:  # noqa: PLR2004 - nothing to share out
            return [function(item) for item in items]
        gc.collect()
        gc.freeze()  # what is there already is not looked through again, and so not copied, by the workers
        try:
            with ProcessPoolExecutor(self.workers, _context(), _begin, (function, parts)) as pool:
                return list(chain.from_iterable(pool.map(_done, range(len(parts)))))
        finally:
            gc.unfreeze()

    def summed(
        self, function: Callable[[Sequence[Given]], Made], merge: Callable[[Made, Made], Made], items: Sequence[Given]
    ) -> Made:
        """`function` of parts of `items`, two of which `merge` makes one, until one is left.

        On a cluster the sums stay where they were made, and only the last one travels.
        """
        if self.cluster:
            from generator.work import cluster  # noqa: PLC0415 - an extra that only few install

            parts = _parts(items, -(-len(items) // _MOST)) or [items]
            return cluster.summed(self.cluster, function, merge, parts)
        parts = _parts(items, self.workers) or [items]
        return reduce(merge, self.here(function, parts))


ALONE: Final = Work()


def _parts(items: Sequence[Given], number: int) -> list[Sequence[Given]]:
    """`items` in so many parts of nearly one length, none of them empty.

    >>> _parts([1, 2, 3, 4, 5], 2), _parts([], 2)
    ([[1, 2], [3, 4, 5]], [])
    """
    number = min(number, len(items))
    cuts = [len(items) * n // max(number, 1) for n in range(number + 1)]
    return [items[start:end] for start, end in pairwise(cuts)]


def _of_each(function: Callable[[Given], Made], items: Sequence[Given]) -> list[Made]:
    """`function` of each of `items`."""
    return [function(item) for item in items]


#: In a worker: what it does, and of what.
_job: Final[list[Any]] = []


def _begin(function: Callable[[Given], Made], parts: Sequence[Sequence[Given]]) -> None:
    """Set a worker to its job."""
    _job[:] = function, parts


def _done(number: int) -> list[Any]:
    """What the worker makes of part `number`."""
    function, parts = _job
    return _of_each(function, parts[number])


def _context() -> BaseContext:
    """Workers that are copies of this process where that is safe, so that nothing need be sent to them."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" else None)
