"""The programme on one screen: seeds → speeches → ids → slogans → links. Nothing here writes a file."""

from __future__ import annotations

import gc
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from generator import analysis, catalogue, permalinks, readers, structure
from generator.cache import Memo, Store
from generator.model import Corpus, Links, Problem, Severity
from generator.problems import STOPPING, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from generator.model import Slogan, Speech
    from generator.options import Options
    from generator.permalinks import Ledger


Given = TypeVar("Given")
Made = TypeVar("Made")
LEDGER, LEXICON = "ids.json", "lexicon.tsv"


@dataclass(frozen=True)
class Archive:
    """What is known of an archive: as it was read by `archive`, with slogans by `mined`.

    `corpus` is what is published, `hidden` what is not. `known` is the ledger as it was found, `ledger` what it should
    be afterwards; None where nothing may be published. `build` is the date that new ids are marked with.
    """

    corpus: Corpus
    lexicon: analysis.Lexicon
    problems: tuple[Problem, ...]
    known: Ledger
    ledger: Ledger | None
    build: str
    options: Options
    hidden: tuple[Speech, ...] = ()
    slogans: tuple[Slogan, ...] = ()

    @property
    def least(self) -> int:
        """How many speeches a slogan must reach."""
        return self.options.least_speeches(len(self.corpus.speeches))


def archive(seeds: Path, build: str, options: Options) -> Archive:
    """The speeches of the folder `seeds` with their ids, and all that is wrong there; no slogans yet."""
    speeches, problems = parsed(seeds, options)
    found = permalinks.read(seeds / LEDGER)
    damage = (found,) if isinstance(found, Problem) else ()
    known = permalinks.Ledger() if isinstance(found, Problem) else found
    everything, ledger = permalinks.assign(speeches, known, build)
    corpus = Corpus(tuple(speech for speech in everything.speeches if not speech.hidden))
    hidden = tuple(speech for speech in everything.speeches if speech.hidden)
    lexicon, listed = _lexicon(seeds, options)
    unused = analysis.unmatched(lexicon, LEXICON, _whole_text(corpus)) if corpus.speeches and lexicon.lines else ()
    own = [each for speech in everything.speeches for each in speech.problems]
    told = sorted([*problems, *listed, *unused, *own, *damage])
    stopped = any(each.code in STOPPING for each in told)
    gc.freeze()  # millions of records, none in a ring: they need not be looked through again and again
    return Archive(corpus, lexicon, tuple(told), known, None if stopped else ledger, build, options, hidden)


def mined(read: Archive) -> Archive:
    """The same archive with its slogans, their ids among those of the ledger."""
    unnamed = analysed(read.corpus, read.lexicon, read.options)
    before = read.ledger or read.known
    names, ledger = permalinks.slogan_ids(_wordings(read.corpus, unnamed, before), before, read.build)
    slogans = tuple(replace(slogan, id=names[slogan.form]) for slogan in unnamed)
    return replace(read, slogans=slogans, ledger=None if read.ledger is None else ledger)


def parsed(seeds: Path, options: Options) -> tuple[tuple[Speech, ...], tuple[Problem, ...]]:
    """Every speech of the folder as the catalogue has it, each text once, and what is wrong with the other files."""
    sources, unread = readers.read(seeds, options.cache)
    corrections, miswritten = catalogue.read(seeds)
    corrected, idle = catalogue.applied(corrections, recalled(structure.parse, sources, repr, options))
    speeches, twice = structure.distinct(
        corrected, corrections.files(catalogue.MAIN), corrections.files(catalogue.SEPARATE)
    )
    empty = () if speeches else (problem("C002", seeds.name, folder=seeds.name),)
    return speeches, (*unread, *miswritten, *idle, *twice, *empty)


def analysed(corpus: Corpus, lexicon: analysis.Lexicon, options: Options) -> tuple[Slogan, ...]:
    """The slogans of the corpus, without ids."""
    sights = recalled(analysis.seen, corpus.speeches, _said, options)
    return analysis.slogans(corpus, sights, lexicon, options.least_speeches(len(corpus.speeches)), options.work)


def linked(found: Archive) -> Links:
    """What the slogans of a mined archive say of its speeches and of one another, and what speeches share besides."""
    corpus, slogans = found.corpus, found.slogans
    with Memo(found.options.cache and found.options.cache.with_name("passages")) as memo:
        parallels = analysis.parallels(corpus, slogans, found.options.work, memo)
    return Links(
        slogans=slogans,
        relations=analysis.relations(corpus, slogans),
        collocates=analysis.collocates(corpus, slogans),
        families=analysis.families(slogans),
        chains=analysis.chains(corpus, slogans),
        parallels=parallels,
        doublets=analysis.doublets(corpus),
    )


def recalled(
    function: Callable[[Given], Made], items: Sequence[Given], told: Callable[[Given], str], options: Options
) -> Sequence[Made]:
    """`function` of each of `items`, in their order, as it is kept or worked out; `told` says what it depends on."""
    with Store(options.cache) as store:
        return store.recalled(function.__qualname__, items, told, partial(options.work.each, function))


def is_settled(found: Archive) -> bool:
    """Whether the same seeds would give the same again, now that the ledger knows of them."""
    if found.ledger is None:
        return False
    if not permalinks.changed(found.known, found.ledger):
        return True
    again, ledger = permalinks.assign((*found.corpus.speeches, *found.hidden), found.ledger, found.build)
    _, ledger = permalinks.slogan_ids(_wordings(found.corpus, found.slogans, ledger), ledger, found.build)
    same = tuple(speech for speech in again.speeches if not speech.hidden) == found.corpus.speeches
    return same and not permalinks.changed(found.ledger, ledger)


def is_fatal(problem: Problem) -> bool:
    """Whether `--strict` fails because of it."""
    return problem.severity is not Severity.NOTE


def _said(speech: Speech) -> str:
    """All of a speech that slogans can be seen in."""
    return repr([(paragraph.role, paragraph.text) for paragraph in speech.paragraphs])


def _lexicon(seeds: Path, options: Options) -> tuple[analysis.Lexicon, tuple[Problem, ...]]:
    """The base list, if asked for, with the archive's own on top."""
    under = analysis.base() if options.lexicon else analysis.EMPTY
    path = seeds / LEXICON
    if not path.is_file():
        return under, ()
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        return under, (problem("L007", LEXICON),)
    return analysis.own(text, LEXICON, under)


def _wordings(corpus: Corpus, slogans: Iterable[Slogan], ledger: Ledger) -> dict[str, tuple[str, ...]]:
    """Under each slogan's form all that leads to it: its wordings, and slogans of old that are now said within it."""
    found = {slogan.form: slogan.variants for slogan in slogans}
    gone = {entry.text for entry in ledger.slogans.values()}.difference(found, *found.values())
    for form, slogan in analysis.taken_in(corpus, slogans, gone).items():
        found[slogan] = (*found[slogan], form)
    return found


def _whole_text(corpus: Corpus) -> str:
    """Everything that is said, as slogans are compared."""
    return "\n".join(analysis.normal(p.text).text for speech in corpus.speeches for p in speech.paragraphs)
