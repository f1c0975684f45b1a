"""The page that shows slogans and speeches as a network of two sides: who says what, the strongest of each.

The sides are ordered so that few ties cross, by the barycentre method (Sugiyama, Tagawa and Toda 1981, Methods for
visual understanding of hierarchical system structures): each side in turn by the mean place of what it is tied to.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from generator.site import labels, paths
from generator.site.figures import Anchor, inset, linked, named, picture
from generator.site.lists import by_reach, slogan_link, speech_link
from generator.site.markdown import escape, folded, heading, span, table
from generator.site.tables import csv

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from generator.model import Corpus, Links, Slogan, Speech

#: Nodes a side, and ties of each slogan.
_NODES, _TIES = 30, 4
_ROUNDS = 24
#: Pixels a node; the inner edges of both sides' names and of the ties, in per cent.
_ROW, _LEFT, _RIGHT, _GAP = 24, 38, 62, 1
#: From how many occurrences on a tie is drawn in the second and the third width.
_WIDTHS = (2, 4)
_TABLE = f"{paths.TABLES}network.csv"


@dataclass(frozen=True, slots=True)
class Network:
    """Both sides in the order in which they are drawn; `ties` by the numbers of a slogan and a speech: how often."""

    slogans: Sequence[Slogan]
    speeches: Sequence[Speech]
    ties: Mapping[tuple[int, int], int]


def network(corpus: Corpus, links: Links) -> Network:
    """The most shared slogans and the speeches that say most of them; each slogan tied to those that say it most."""
    slogans = by_reach(links.slogans)[:_NODES]
    said = [Counter(each.span.speech for each in slogan.occurrences) for slogan in slogans]
    different = Counter(speech for counts in said for speech in counts)
    every = sum(said, Counter[str]())
    order = {speech.id: number for number, speech in enumerate(corpus.speeches)}
    first = sorted(different, key=lambda speech: (-different[speech], -every[speech], order[speech]))[:_NODES]
    matrix = np.array([[counts[speech] for speech in first] for counts in said], dtype=np.int64)
    matrix = matrix.reshape(len(slogans), len(first))
    for row in matrix:
        row[np.argsort(-row, kind="stable")[_TIES:]] = 0
    tied = [number for number in range(len(slogans)) if matrix[number].any()]
    reached = [number for number in range(len(first)) if matrix[:, number].any()]
    rows, columns = untangled(matrix[np.ix_(tied, reached)])
    rows, columns = [tied[number] for number in rows], [reached[number] for number in columns]
    ties = {
        (s, t): int(matrix[row, column])
        for s, row in enumerate(rows)
        for t, column in enumerate(columns)
        if matrix[row, column]
    }
    return Network(
        tuple(slogans[number] for number in rows), tuple(corpus.by_id[first[number]] for number in columns), ties
    )


def untangled(matrix: NDArray[np.int64]) -> tuple[list[int], list[int]]:
    """The rows and the columns of `matrix` in an order in which few of its ties cross, the best of some rounds."""
    rows, columns = list(range(matrix.shape[0])), list(range(matrix.shape[1]))
    best, fewest = (rows, columns), crossings(matrix)
    for _ in range(_ROUNDS if matrix.size else 0):
        columns = _by_barycentre(matrix.T, columns, rows)
        rows = _by_barycentre(matrix, rows, columns)
        now = crossings(matrix[np.ix_(rows, columns)])
        if now < fewest:
            best, fewest = (rows, columns), now
    return best


def crossings(matrix: NDArray[np.int64]) -> int:
    """How many pairs of ties cross, rows and columns being drawn in the order of `matrix`.

    >>> crossings(np.array([[0, 1], [1, 0]])), crossings(np.eye(2, dtype=np.int64))
    (1, 0)
    """
    there = np.argwhere(matrix)
    rows, columns = there[:, 0], there[:, 1]
    above, left = rows[:, None] < rows[None, :], columns[:, None] > columns[None, :]
    return int((above & left).sum())


def _by_barycentre(matrix: NDArray[np.int64], moved: Sequence[int], still: Sequence[int]) -> list[int]:
    """The rows of `matrix`, now in the order `moved`, by the mean place of their ties among the columns `still`."""
    place = np.argsort(np.array(still, dtype=np.int64))
    ties = matrix > 0
    mean = (ties @ place) / np.maximum(ties.sum(axis=1), 1)
    return sorted(moved, key=lambda row: float(mean[row]))


def page(shown: Network) -> Iterator[str]:
    """The page's blocks."""
    yield heading(1, labels.NETWORK, "title")
    if not shown.ties:
        yield labels.NETWORK_NONE
        return
    yield labels.NETWORK_LEAD.format(ties=_TIES, most=_NODES)
    told = labels.NETWORK_SUMMARY.format(slogans=len(shown.slogans), speeches=len(shown.speeches), ties=len(shown.ties))
    height = _ROW * max(len(shown.slogans), len(shown.speeches))
    drawn = picture("network", labels.NETWORK_TITLE, told, height, _shapes(shown, height), linked=True)
    yield f"<figure>{drawn}<figcaption>{escape(labels.NETWORK_CAPTION)}</figcaption></figure>"
    rows = tuple((slogan_link(slogan), _told(there)) for slogan, there in _tied(shown))
    way = f"[{labels.DOWNLOAD}]({paths.ROOT}{_TABLE})"
    yield folded(labels.FIGURE_DATA, table((labels.SLOGAN, labels.SPEECHES), *rows), way, mark="wrapped")


def files(shown: Network) -> Mapping[str, str]:
    """The data of the figure as CSV, a tie a line."""
    rows = [
        (slogan.form, speech.name, speech.header.date, speech.id, count)
        for slogan, there in _tied(shown)
        for speech, count in there
    ]
    return {_TABLE: csv((labels.SLOGAN, labels.SPEECHES, labels.FACT_DATE, "id", labels.COUNT), rows)}


def _tied(shown: Network) -> Iterator[tuple[Slogan, list[tuple[Speech, int]]]]:
    """Every slogan with its speeches, the most frequent first."""
    found: dict[int, list[tuple[Speech, int]]] = defaultdict(list)
    for (row, speech), count in shown.ties.items():
        found[row].append((shown.speeches[speech], count))
    for number, slogan in enumerate(shown.slogans):
        yield slogan, sorted(found[number], key=lambda tie: -tie[1])


def _told(there: Iterable[tuple[Speech, int]]) -> str:
    """Speeches, each with how often."""
    return labels.LIST_COMMA.join(
        speech_link(speech) + span(labels.TIMES.format(count=count), "note") for speech, count in there
    )


def _shapes(shown: Network, height: int) -> Iterator[str]:
    """Each slogan together with its ties, so that they can be marked together; then the speeches."""

    def down(number: int, side: Sequence[object]) -> float:
        return (number + 0.5) * height / len(side)

    for number, slogan in enumerate(shown.slogans):
        at = down(number, shown.slogans)
        target = f"../{paths.ROOT}{paths.address(paths.slogan(slogan.id))}"
        name = linked(target, slogan.form, named("name", (_LEFT, at + 4), slogan.form, Anchor.END))
        ends = ((down(c, shown.speeches), count) for (s, c), count in shown.ties.items() if s == number)
        curves = (_tie(at, end, count) for end, count in ends)
        place, size = (_LEFT + _GAP, 0), (_RIGHT - _LEFT - 2 * _GAP, height)
        yield f'<g class="node">{name}{inset(place, size, 100, curves)}</g>'
    for number, speech in enumerate(shown.speeches):
        target = f"../{paths.ROOT}{paths.address(paths.speech(speech.id))}"
        yield linked(target, speech.name, named("name", (_RIGHT, down(number, shown.speeches) + 4), speech.name))


def _tie(start: float, end: float, count: int) -> str:
    """A curve from a slogan to a speech, the wider the oftener."""
    width = 1 + sum(count >= least for least in _WIDTHS)
    return f'<path class="tie tie-{width}" d="M0 {start:.0f}C50 {start:.0f} 50 {end:.0f} 100 {end:.0f}"/>'
