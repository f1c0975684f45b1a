"""Work on a Dask cluster. The only importer of distributed, which is an extra (`speech-archive[cluster]`).

A worker that dies half way costs time alone: the scheduler gives what it had to do, and what it had made, to others.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from distributed import Client

from generator.cache import rules
from generator.work.errors import UnlikeError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Given = TypeVar("Given")
Made = TypeVar("Made")

#: How long, in seconds, to wait for the scheduler.
_PATIENCE = 10


def mapped(address: str, function: Callable[[Given], Made], parts: Sequence[Given]) -> list[Made]:
    """`function` of each of `parts`, in their order. Raises `ClusterError`."""
    with _client(address) as client, client.get_executor(pure=False) as executor:
        return list(executor.map(function, parts))


def summed(
    address: str, function: Callable[[Given], Made], merge: Callable[[Made, Made], Made], parts: Sequence[Given]
) -> Made:
    """`function` of each of `parts`, merged two by two where they are; only the last sum is fetched."""
    with _client(address) as client:
        sums = client.map(function, parts, pure=False)
        while len(sums) > 1:
            pairs = zip(sums[::2], sums[1::2], strict=False)
            sums = [client.submit(merge, *pair, pure=False) for pair in pairs] + sums[len(sums) // 2 * 2 :]
        made: Made = sums[0].result()
        return made


@contextmanager
def _client(address: str) -> Iterator[Any]:
    """A client of the scheduler, once all workers are found to be like this process."""
    try:
        found = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise UnreachableError(address) from error
    with found as client:
        unlike = [worker for worker, theirs in client.run(_rules).items() if theirs != rules()]
        if unlike:
            raise UnlikeError("、".join(sorted(unlike)))
        yield client


def _rules() -> bytes:
    """The rules where this is called: sent to the workers by its name."""
    return rules()
