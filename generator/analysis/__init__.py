"""What the speeches have in common: slogans, where they stand, what keeps them company, which speeches are near."""

from generator.analysis.concordance import CONTEXT, concordance, kwic
from generator.analysis.lexicon import EMPTY, Lexicon, base, own, unmatched
from generator.analysis.normal import normal
from generator.analysis.parallels import MANY, Stretch, alignment, doublets, parallels
from generator.analysis.relatedness import collocates, relations
from generator.analysis.review import proposals
from generator.analysis.slogans import Sight, seen, slogans

__all__ = [
    "CONTEXT",
    "EMPTY",
    "MANY",
    "Lexicon",
    "Sight",
    "Stretch",
    "alignment",
    "base",
    "collocates",
    "concordance",
    "doublets",
    "kwic",
    "normal",
    "own",
    "parallels",
    "proposals",
    "relations",
    "seen",
    "slogans",
    "unmatched",
]
