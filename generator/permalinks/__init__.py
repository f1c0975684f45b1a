"""Ids that never move: for speeches, their sections and paragraphs, and slogans.

`assign` matches the texts against the ledger of all ids ever published; `read` and `write` keep that ledger in
`seeds/ids.json`. Only `write` touches the disk for writing.
"""

from generator.permalinks.ledger import dump, read, write
from generator.permalinks.rebuild import assign
from generator.permalinks.records import Entry, Ledger, State, changed, dropped
from generator.permalinks.slogans import slogan_ids

__all__ = [
    "Entry",
    "Ledger",
    "State",
    "assign",
    "changed",
    "dropped",
    "dump",
    "read",
    "slogan_ids",
    "write",
]
