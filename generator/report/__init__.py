"""What the commands print as data: JSON and CSV, one record an object, offsets in characters of the decoded source."""

from __future__ import annotations

import csv
import io
from dataclasses import fields
from typing import TYPE_CHECKING

from generator.model import Header
from generator.site.tables import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model import Candidate, Corpus, KwicLine, Parallel, Slogan, Span, Speech

    Record = Mapping[str, object]


def inspected(speech: Speech) -> Record:
    """All that is known of one speech: `file`, `metadata`, `nodes`, `artefacts`, `paragraphs`."""
    return {
        "file": speech.path,
        "id": speech.id,
        "metadata": {field.name: getattr(speech.header, field.name) or None for field in fields(Header)},
        "nodes": [
            {
                "id": division.id,
                "level": division.level,
                "marker": division.label,
                "title": division.title,
                "kind": division.kind,
                "char_offset": speech.paragraphs[division.paragraph].source_offset(division.start),
            }
            for division in speech.divisions
        ],
        "not_before": _not_before(speech),
        "versions": [version.path for version in speech.versions],
        "artefacts": [
            {"kind": a.kind, "char_offset": a.offset, "line": a.line, "text": a.text, "removed": a.removed}
            for a in speech.artefacts
        ],
        "paragraphs": [
            {
                "id": paragraph.id,
                "role": paragraph.role,
                "section": None if paragraph.division is None else speech.divisions[paragraph.division].id,
                "text": paragraph.text,
                "char_offset": paragraph.source_offset(0),
            }
            for paragraph in speech.paragraphs
        ],
    }


def _not_before(speech: Speech) -> Record | None:
    """Since when a speech without a date can have been given: the month, and the sentence that proves it."""
    bound = None if speech.header.date else speech.bound
    if bound is None:
        return None
    proof = speech.paragraphs[bound.paragraph]
    text, offset = proof.text[bound.start : bound.end], proof.source_offset(bound.start)
    return {"month": bound.month, "event": bound.event, "text": text, "char_offset": offset}


def slogans(corpus: Corpus, found: Iterable[Slogan]) -> list[Record]:
    """Every slogan, the one that reaches most speeches first; `speeches` are files."""
    return [
        {
            "id": slogan.id,
            "canonical": slogan.form,
            "kind": slogan.kind,
            "variants": slogan.variants,
            "points": slogan.points,
            "evidence": slogan.evidence,
            "speeches": [corpus.by_id[speech].path for speech in slogan.speeches],
            "count": len(slogan.occurrences),
        }
        for slogan in found
    ]


def passages(corpus: Corpus, found: Iterable[Parallel]) -> list[Record]:
    """Every passage that two speeches share, in the archive's order."""
    return [
        {
            "a": _place(corpus, parallel.a),
            "b": _place(corpus, parallel.b),
            "similarity": parallel.similarity,
            "kind": parallel.reuse,
            "speeches": parallel.speeches,
        }
        for parallel in found
    ]


def _place(corpus: Corpus, side: Sequence[Span]) -> Record:
    """Where one side of a passage stands in its file, and its words, a line a paragraph."""
    speech = corpus.by_id[side[0].speech]
    parts = [(speech.paragraphs[span.paragraph], span) for span in side]
    (first, start), (last, end) = parts[0], parts[-1]
    return {
        "file": speech.path,
        "speech": speech.id,
        "paragraphs": [paragraph.id for paragraph, _ in parts],
        "start": first.source_offset(start.start),
        "end": last.source_offset(end.end - 1) + 1,
        "text": "\n".join(paragraph.text[span.start : span.end] for paragraph, span in parts),
    }


def kwic(corpus: Corpus, lines: Iterable[KwicLine]) -> list[Record]:
    """Every line of a concordance with its permanent address."""
    return [
        {
            "file": corpus.by_id[line.span.speech].path,
            "title": corpus.by_id[line.span.speech].name,
            "date": corpus.by_id[line.span.speech].header.date,
            "speech": line.span.speech,
            "paragraph": corpus.by_id[line.span.speech].paragraphs[line.span.paragraph].id,
            "start": line.span.start,
            "end": line.span.end,
            "left": line.left,
            "node": line.node,
            "right": line.right,
        }
        for line in lines
    ]


#: The columns of a concordance as a table, in their order.
KWIC = ("file", "title", "date", "speech", "paragraph", "start", "end", "left", "node", "right")


def kwic_table(lines: Iterable[Record]) -> str:
    """The records of `kwic` as CSV: cells that look like formulae get an apostrophe before them."""
    table = io.StringIO()
    writer = csv.DictWriter(table, KWIC)
    writer.writeheader()
    writer.writerows({name: harmless(str(value)) for name, value in line.items()} for line in lines)
    return table.getvalue()


def candidates(proposed: Iterable[Candidate]) -> str:
    """What the archivist may want to move into the lexicon, as lines whose first cells can be copied there."""
    head = (
        "# 可考虑收入提法表的词组，值得先看的在前。运行 python -m generator review 可以逐条决定，\n"
        "# 也可以把要收入的行（前三栏）抄到 seeds/lexicon.tsv。\n"
        "# 操作\t提法\t归入\t理由\t篇数\t次数\t例句\n"
    )
    return head + "".join(
        f"{'别名' if each.target else '收入'}\t{each.form}\t{each.target}\t{each.reason}"
        f"\t{each.speeches}\t{each.count}\t{each.example}\n"
        for each in proposed
    )
