"""What the speeches have in common: slogans, where they stand, what keeps them company, which speeches are near."""

from generator.analysis.concordance import CONTEXT, concordance, kwic
from generator.analysis.lexicon import EMPTY, Lexicon, base, own, unmatched
from generator.analysis.normal import form, normal
from generator.analysis.relatedness import collocates, relations
from generator.analysis.review import proposals
from generator.analysis.slogans import Sight, seen, slogans

__all__ = [
    "CONTEXT",
    "EMPTY",
    "Lexicon",
    "Sight",
    "base",
    "collocates",
    "concordance",
    "form",
    "kwic",
    "normal",
    "own",
    "proposals",
    "relations",
    "seen",
    "slogans",
    "unmatched",
]
