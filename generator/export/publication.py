"""What all data files draw on: the archive, where its site stands, when each speech came and last changed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from generator.site import paths
from generator.site.mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model import Corpus, Links, Speech
    from generator.permalinks import Ledger
    from generator.site.mentions import Mention

#: Of what nothing is known.
_EVER = "1970-01-01"


class Dates(NamedTuple):
    """When an archive took in a speech, and when it last changed it (ISO 8601 days)."""

    published: str
    modified: str


@dataclass(frozen=True)
class Publication:
    """An archive as it is given away. `site` is the site's address with `/` at its end, empty where it is not known."""

    corpus: Corpus
    links: Links
    ledger: Ledger
    site: str = ""

    def address(self, page: str) -> str:
        """Where `page` (a path of the site's source) stands: absolute if the site's place is known, else within it."""
        return self.site + paths.address(page)

    @cached_property
    def dates(self) -> Mapping[str, Dates]:
        """The dates of each speech, by its id."""
        found = {
            each: Dates(entry.first or _EVER, max((entry.first or _EVER, *self._changes(each))))
            for each, entry in self.ledger.speeches.items()
        }
        return defaultdict(_unknown, found)

    @cached_property
    def mentions(self) -> Mapping[str, Sequence[Mention]]:
        """Every mention of a slogan in printed order, by the id of the speech."""
        return mentions(self.links.slogans)

    @property
    def modified(self) -> str:
        """When any speech last changed."""
        return max((self.dates[each.id].modified for each in self.corpus.speeches), default=_EVER)

    def latest(self) -> list[Speech]:
        """The speeches, those that came last first; of one day the newest first."""
        newest = list(reversed(self.corpus.speeches))
        return sorted(newest, key=lambda each: self.dates[each.id].published, reverse=True)

    def _changes(self, speech: str) -> Iterator[str]:
        """When anything of a speech came or went."""
        for entry in self.ledger.anchors.get(speech, {}).values():
            yield from (entry.first, entry.gone)


def _unknown() -> Dates:
    """The dates of a speech of which the ledger knows nothing."""
    return Dates(_EVER, _EVER)
