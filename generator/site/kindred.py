"""What a slogan belongs with, on its page: its wordings, those it is said in a row with, those of the same sections."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator import analysis
from generator.site import labels, paths
from generator.site.lists import slogan_link
from generator.site.markdown import enclosed, escape, heading, item, link, span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model import Chain, Corpus, Links, Slogan, Wording

_WIDER, _WORDINGS, _CHAINS = 12, 60, 8
#: So many speeches make a chain the usual one, with which the others are compared.
_SEVERAL = 2


def family(slogan: Slogan, links: Links) -> Iterator[str]:
    """The wordings as a tree, under the slogans that contain this one."""
    known = links.families.get(slogan.id)
    if not known:
        return
    yield heading(2, labels.FAMILY, "variants")
    yield labels.FAMILY_LEAD
    wider = sorted((links.by_id[each] for each in known.wider), key=lambda each: (-len(each.occurrences), each.form))
    lines = [span(labels.WIDER + _wider(wider), "wider")] if wider else []
    depth = len(lines)
    grown = list(_grown(known.tree, depth, slogan, links))
    lines = [*map(item, lines), *grown[:_WORDINGS]]
    if len(grown) > _WORDINGS:
        lines.append(item(labels.MORE.format(count=len(grown) - _WORDINGS), depth))
    yield enclosed("div", 'class="tree"', "\n".join(lines))


def _wider(slogans: Sequence[Slogan]) -> str:
    """The slogans that contain this one, each with its count."""
    told = (
        slogan_link(each) + span(labels.TIMES.format(count=len(each.occurrences)), "note") for each in slogans[:_WIDER]
    )
    more = [labels.MORE.format(count=len(slogans) - _WIDER)] if len(slogans) > _WIDER else []
    return labels.LIST_COMMA.join((*told, *more))


def _grown(wording: Wording, depth: int, slogan: Slogan, links: Links) -> Iterator[str]:
    """A wording and all that come of it, as points of a list."""
    if wording.slogan:
        name = link(wording.form, f"{paths.ROOT}{paths.slogan(wording.slogan)}")
        told = labels.TIMES.format(count=len(links.by_id[wording.slogan].occurrences))
    else:
        there = Counter(each.quoted for each in slogan.occurrences if each.form == wording.form)
        name = f"**{escape(wording.form)}**"
        told = labels.TIMES_QUOTED.format(count=there.total(), quoted=there[True])
    yield item(name + span(told, "note", "times") + span(labels.BONDS[wording.bond], "note"), depth)
    for child in wording.children:
        yield from _grown(child, depth + 1, slogan, links)


def chains(slogan: Slogan, corpus: Corpus, links: Links) -> Iterator[str]:
    """The slogans said in one breath with it, in their order, and what changes from speech to speech."""
    found = links.chains.get(slogan.id, ())
    if len({speech for chain in found for speech in chain.speeches}) < _SEVERAL:
        return
    usual = found[0] if len(found[0].speeches) >= _SEVERAL else None
    telling = [chain for chain in found if not usual or _tells(chain, usual)]
    yield heading(2, labels.CHAINS, "chains")
    yield labels.CHAINS_LEAD + (labels.CHAINS_COMPARED if usual else labels.TOO_FEW)
    listed = telling[:_CHAINS]
    yield enclosed("div", 'class="chains"', "\n".join(_chain(chain, usual, corpus, links) for chain in listed))
    if len(found) > len(listed):
        yield labels.MORE_CHAINS.format(count=len(found) - len(listed))


def _tells(chain: Chain, usual: Chain) -> bool:
    """Whether it says something to compare it: several speeches have it, or it shares members with the usual one."""
    return len(chain.speeches) >= _SEVERAL or len(set(chain.members) & set(usual.members)) >= _SEVERAL


def _chain(chain: Chain, usual: Chain | None, corpus: Corpus, links: Links) -> str:
    """The members, how often they are said so, what is other than usual, and the words of the first time."""
    place = chain.places[0]
    paragraph = corpus.by_id[place.speech].paragraphs[place.paragraph]
    words = paragraph.text[place.start : place.end]
    first = link(words, f"{paths.ROOT}{paths.speech(place.speech)}#{paragraph.id}")
    said = labels.CHAIN_COUNT.format(speeches=len(chain.speeches), count=len(chain.places))
    notes = [said]
    if usual:
        notes.append(labels.CHAINS_USUAL if chain is usual else _compared(chain, usual, links))
    members = labels.CHAIN_ARROW.join(slogan_link(links.by_id[member]) for member in chain.members)
    return item(span(members, "members") + "".join(span(note, "note") for note in notes) + span(first, "words"))


def _compared(chain: Chain, usual: Chain, links: Links) -> str:
    """What `chain` has other than the usual one."""

    def named(members: Iterable[str]) -> str:
        return "".join(labels.QUOTED.format(form=escape(links.by_id[member].form)) for member in members)

    change = analysis.change(chain.members, usual.members)
    told = [labels.CHAIN_REPLACED.format(old=named([old]), new=named([new])) for old, new in change.replaced]
    told += [labels.CHAIN_LOST.format(members=named(change.lost))] if change.lost else []
    told += [labels.CHAIN_GAINED.format(members=named(change.gained))] if change.gained else []
    told += [labels.CHAIN_MOVED.format(members=named(change.moved))] if change.moved else []
    return labels.CLAUSE_COMMA.join(told)


def company(slogan: Slogan, links: Links) -> Iterator[str]:
    """The slogans that stand in the same sections."""
    found = links.collocates.get(slogan.id, ())
    yield heading(2, labels.COMPANY, "company")
    if not found:
        yield labels.TOO_FEW
        return
    yield labels.COMPANY_LEAD
    yield "\n".join(
        item(
            slogan_link(links.by_id[each.slogan])
            + span(labels.COMPANY_SECTIONS.format(count=each.sections, log_dice=f"{each.log_dice:.1f}"), "note")
        )
        for each in found
    )
