"""The programme on one screen: seeds → speeches → ids → slogans → links. Nothing here writes a file."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from generator import analysis, catalogue, permalinks, readers, structure
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
    sources, unread = readers.read(seeds, options.memory)
    corrections, miswritten = catalogue.read(seeds)
    corrected, idle = catalogue.applied(corrections, mapped(structure.parse, sources, options.workers))
    speeches, twice = structure.distinct(
        corrected, corrections.files(catalogue.MAIN), corrections.files(catalogue.SEPARATE)
    )
    empty = () if speeches else (problem("C002", seeds.name, folder=seeds.name),)
    return speeches, (*unread, *miswritten, *idle, *twice, *empty)


def analysed(corpus: Corpus, lexicon: analysis.Lexicon, options: Options) -> tuple[Slogan, ...]:
    """The slogans of the corpus, without ids."""
    sights = mapped(analysis.seen, corpus.speeches, options.workers)
    return analysis.slogans(corpus, sights, lexicon, options.least_speeches(len(corpus.speeches)))


def linked(found: Archive) -> Links:
    """What the slogans of a mined archive say of its speeches and of one another, and what speeches share besides."""
    corpus, slogans = found.corpus, found.slogans
    return Links(
        slogans=slogans,
        relations=analysis.relations(corpus, slogans),
        collocates=analysis.collocates(corpus, slogans),
        review=analysis.proposals(corpus, slogans, found.least, found.lexicon.blocked),
        families=analysis.families(slogans),
        chains=analysis.chains(corpus, slogans),
        parallels=analysis.parallels(corpus, slogans),
        doublets=analysis.doublets(corpus),
    )


def mapped(function: Callable[[Given], Made], items: Iterable[Given], workers: int) -> Sequence[Made]:
    """`function` of each of `items`, in their order, by `workers` processes (1: by this one)."""
    items = list(items)
    if workers == 1:
        return [function(item) for item in items]
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(function, items, chunksize=max(len(items) // (8 * workers), 1)))


def is_fatal(problem: Problem) -> bool:
    """Whether `--strict` fails because of it."""
    return problem.severity is not Severity.NOTE


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
