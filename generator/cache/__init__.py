"""What earlier builds found out, so that it need not be worked out again. Safe to delete at any time.

`Store` keeps what pure functions gave for single speeches, `Memo` what they gave for pairs, `stamp` whether a whole
build would give what is there.
Nothing is ever stale: whatever is kept is found again only under a hash of all that it came of, the programme's own
files, Python and the packages installed among it (`rules`).
"""

from generator.cache.memo import Memo
from generator.cache.rules import rules
from generator.cache.stamp import Done, contents, done, places, remember
from generator.cache.store import Store

__all__ = ["Done", "Memo", "Store", "contents", "done", "places", "remember", "rules"]
