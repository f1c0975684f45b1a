"""What pure functions gave for single speeches: SQLite, one row a value, written in one transaction at the end.

So a build that is killed leaves what was there before. Values are pickled, which is fast and needs no second
description of every record; they are read by a reader that makes nothing but this programme's own records and a few
plain types, and only if their own hash is right, so that a damaged or planted file runs nothing.
"""

from __future__ import annotations

import io
import pickle
import sqlite3
from collections import defaultdict
from contextlib import closing, suppress
from enum import Enum, EnumMeta
from typing import TYPE_CHECKING, Any, Self, TypeVar

from generator.cache.rules import digest, rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

Given = TypeVar("Given")
Made = TypeVar("Made")

_TABLE = "create table if not exists made (name text, key blob, hash blob, value blob, primary key (name, key))"
_RECORDS = ("generator.model", "generator.analysis")
_PLAIN = frozenset({("array", "array"), ("array", "_array_reconstructor"), ("builtins", "range")})


class Store:
    """What was made before, in the file at `path` (None: nothing is kept); to be used in a `with`."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._base: sqlite3.Connection | None = None
        self._used: dict[str, set[bytes]] = defaultdict(set)
        self._new: dict[tuple[str, bytes], bytes] = {}

    def __enter__(self) -> Self:
        if self._path and self._path.is_file():
            with suppress(sqlite3.DatabaseError):
                self._base = sqlite3.connect(self._path, timeout=1)
        return self

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        """If the build came to its end, keep what it used, and of the same names nothing else."""
        if self._base:
            self._base.close()
        if self._path and not failed:
            _keep(self._path, self._used, self._new)

    def recalled(
        self,
        name: str,
        items: Sequence[Given],
        told: Callable[[Given], str],
        run: Callable[[Sequence[Given]], Sequence[Made]],
        kept: type = object,
    ) -> list[Made]:
        """What is kept under `name` for each of `items`, in their order; `run` works it out for those not known.

        `told` says of an item all that the outcome depends on besides the programme. Only the type `kept` is kept.
        """
        if not self._path:
            return list(run(items))
        keys = [digest((rules(), name.encode(), told(item).encode("utf-8", "surrogatepass"))) for item in items]
        found: dict[bytes, Made] = {key: value for key in keys for value in self._known(name, key)}
        missing = {key: item for key, item in zip(keys, items, strict=True) if key not in found}
        made = dict(zip(missing, run(list(missing.values())), strict=True)) if missing else {}
        self._used[name].update(keys)
        self._new |= {(name, key): pickle.dumps(value, 5) for key, value in made.items() if isinstance(value, kept)}
        return [found[key] if key in found else made[key] for key in keys]

    def _known(self, name: str, key: bytes) -> Iterator[Any]:
        """The one value kept there; none where there is none, or somebody else has put something there."""
        if self._base:
            with suppress(sqlite3.DatabaseError, pickle.UnpicklingError):
                row = self._base.execute("select hash, value from made where name = ? and key = ?", (name, key))
                for told, value in row.fetchall():
                    if told == digest((key, value)):
                        yield _Reader(io.BytesIO(value)).load()


class _Reader(pickle.Unpickler):
    """Makes records of this programme and plain values, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as the standard library has it
        """The class, if it is one of those."""
        if (module, name) == ("builtins", "getattr"):
            return _member
        if (module, name) in _PLAIN or (module.startswith(_RECORDS) and name.isidentifier() and name[0].isupper()):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"not kept by this programme: {module}.{name}")


def _member(kind: object, name: str) -> Enum:
    """The member of that name of an enumeration; Python 3.11.0 to 3.11.3 write it as an attribute, of anything."""
    if not isinstance(kind, EnumMeta) or name not in kind.__members__:
        raise pickle.UnpicklingError(f"no member of an enumeration: {kind}, {name}")
    member: Enum = kind[name]
    return member


def _keep(path: Path, used: dict[str, set[bytes]], new: dict[tuple[str, bytes], bytes]) -> None:
    """Add what is `new` and drop what was not `used`; what cannot be kept (a full disk, another build) is not."""
    with suppress(sqlite3.OperationalError, OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            _replace(path, used, new)
        except sqlite3.DatabaseError as damage:
            if isinstance(damage, sqlite3.OperationalError):
                raise
            path.unlink()
            _replace(path, used, new)


def _replace(path: Path, used: dict[str, set[bytes]], new: dict[tuple[str, bytes], bytes]) -> None:
    """The same in one transaction."""
    with closing(sqlite3.connect(path, timeout=1)) as base, base:
        base.execute(_TABLE)
        for name, keys in used.items():
            old = {key for (key,) in base.execute("select key from made where name = ?", (name,))}
            base.executemany("delete from made where name = ? and key = ?", [(name, key) for key in old - keys])
        rows = ((name, key, digest((key, value)), value) for (name, key), value in new.items())
        base.executemany("insert or replace into made values (?, ?, ?, ?)", rows)
