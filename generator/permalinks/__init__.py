"""Ids that never move: for speeches, their sections and paragraphs, and slogans.

`assign` matches the texts against the ledger of all ids ever published; `read` and `write` keep that ledger in
`seeds/ids.json`, and only `write` touches the disk for writing. `anchors` says where old links go.
"""

from generator.permalinks.aliases import readable
from generator.permalinks.anchors import Anchors, Doubt, Tombstone, anchors, forwards, review, slogan_forwards
from generator.permalinks.ledger import dump, read, write
from generator.permalinks.rebuild import assign
from generator.permalinks.records import Entry, Ledger, State, changed, dropped, editions, withheld
from generator.permalinks.slogans import slogan_ids

__all__ = [
    "Anchors",
    "Doubt",
    "Entry",
    "Ledger",
    "State",
    "Tombstone",
    "anchors",
    "assign",
    "changed",
    "dropped",
    "dump",
    "editions",
    "forwards",
    "read",
    "readable",
    "review",
    "slogan_forwards",
    "slogan_ids",
    "withheld",
    "write",
]
