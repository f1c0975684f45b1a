"""What is known, at one moment of matching, of the ledger's units and of the new texts'."""

from __future__ import annotations

from collections import ChainMap, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.permalinks.units import Unit

    Links = Mapping[Unit, Unit]


@dataclass(frozen=True)
class Match:
    """For units of the ledger, the new one that is the same, that they are now part of, that may reword them.

    `origins` gives for new ones that were split off the one of the ledger that they were part of.
    """

    pairs: Links = field(default_factory=dict)
    part_of: Links = field(default_factory=dict)
    near: Links = field(default_factory=dict)
    origins: Links = field(default_factory=dict)

    @cached_property
    def partners(self) -> Links:
        """The pairs, seen from the new units."""
        return {unit: before for before, unit in self.pairs.items()}

    @cached_property
    def sources(self) -> Mapping[Unit, Sequence[Unit]]:
        """For each new unit, those of the ledger from which it has words."""
        found: defaultdict[Unit, list[Unit]] = defaultdict(list)
        for before, unit in (*self.pairs.items(), *self.part_of.items()):
            found[unit].append(before)
        for unit, before in self.origins.items():
            found[unit].append(before)
        return dict(found)

    @cached_property
    def heirs(self) -> Mapping[Unit, Sequence[Unit]]:
        """For each unit of the ledger, the new ones that have words of it."""
        found: defaultdict[Unit, list[Unit]] = defaultdict(list)
        for unit, sources in self.sources.items():
            for before in sources:
                found[before].append(unit)
        return dict(found)


def union(matches: Iterable[Match]) -> Match:
    """All that `matches` know; the first that knows something has the say."""
    known = tuple(matches)
    return Match(
        dict(ChainMap(*(dict(match.pairs) for match in known))),
        dict(ChainMap(*(dict(match.part_of) for match in known))),
        dict(ChainMap(*(dict(match.near) for match in known))),
        dict(ChainMap(*(dict(match.origins) for match in known))),
    )


@dataclass(frozen=True)
class Pool:
    """Units of the ledger and of the new texts to compare, each in printed order, and what is `known` of them."""

    old: Sequence[Unit]
    new: Sequence[Unit]
    known: Match

    @cached_property
    def left_old(self) -> list[Unit]:
        """Those of the ledger that nobody has found again."""
        return [unit for unit in self.old if unit not in self.known.pairs and unit not in self.known.part_of]

    @cached_property
    def left_new(self) -> list[Unit]:
        """Those that nobody knows yet."""
        return [unit for unit in self.new if unit not in self.known.partners]
