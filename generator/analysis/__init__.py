"""What the speeches have in common: slogans, where they stand, what keeps them company, which speeches are near."""

from generator.analysis.chains import chains, change
from generator.analysis.collocates import collocates
from generator.analysis.concordance import CONTEXT, ORDERS, concordance, in_order, kwic
from generator.analysis.dispersion import Dispersion, Period, dispersion, timeline
from generator.analysis.extent import Extent, extent
from generator.analysis.genealogy import families
from generator.analysis.lexicon import EMPTY, Lexicon, base, own, unmatched
from generator.analysis.normal import form, normal
from generator.analysis.parallels import MANY, Stretch, alignment, doublets, parallels
from generator.analysis.relatedness import relations
from generator.analysis.review import proposals
from generator.analysis.slogans import Sight, seen, slogans
from generator.analysis.taken_in import taken_in

__all__ = [
    "CONTEXT",
    "EMPTY",
    "MANY",
    "ORDERS",
    "Dispersion",
    "Extent",
    "Lexicon",
    "Period",
    "Sight",
    "Stretch",
    "alignment",
    "base",
    "chains",
    "change",
    "collocates",
    "concordance",
    "dispersion",
    "doublets",
    "extent",
    "families",
    "form",
    "in_order",
    "kwic",
    "normal",
    "own",
    "parallels",
    "proposals",
    "relations",
    "seen",
    "slogans",
    "taken_in",
    "timeline",
    "unmatched",
]
