"""The exact-search index: small static files that a reader's browser asks (docs/search-format.md)."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Final

import numpy as np

from generator.hanzi import simplified
from generator.search.columns import columns, slogans
from generator.search.files import binary, file, packs
from generator.search.grams import tree
from generator.search.layout import layout
from generator.search.numbers import codes, packed
from generator.search.places import places
from generator.search.shards import grams
from generator.search.suggestions import suggestions
from generator.search.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model import Corpus, Links
    from generator.search.files import Json, Packing

ENTRY: Final = "index.js"
VERSION: Final = 5


def files(corpus: Corpus, links: Links) -> Mapping[str, bytes]:
    """Every file of the index under its name: `ENTRY`, and the rest in a folder named by a hash of its content."""
    laid, text = layout(corpus)
    characters = laid.alphabet
    starts = places(laid, text)
    del text  # all of these would not fit side by side into what the largest archives may take
    grown = tree(starts)
    del starts
    index = grams(grown, sum(map(len, laid.parts)))
    del grown
    shards: dict[str, bytes] = {}
    entry: dict[str, Json] = {
        "version": VERSION,
        "characters": [len(characters.characters), int(characters.silent.sum())],
        "alphabet": binary(packed(characters.codes)),
        "folds": characters.folds,
        "grams": _packed("g", map(binary, index.parts), len(index.parts), index.packing, shards),
        "first": binary(index.first),
        "texts": _packed("t", texts(laid), len(laid.parts), laid.packing, shards),
        "cells": binary(packed([codes(np.array([len(part) for part in laid.parts], np.int64) - 1)])),
    }
    shards["speeches.js"] = file(columns(laid))
    shards["slogans.js"] = file(slogans(laid, links))
    shards["suggestions.js"] = file(suggestions(corpus, links))
    shards["folds.js"] = file("".join(f"{one}{other}" for one, other in simplified().items()))
    folder = _hash(shards, file(entry))
    return {ENTRY: file(entry | {"folder": folder})} | {f"{folder}/{name}": data for name, data in shards.items()}


def _packed(kind: str, values: Iterable[Json], parts: int, packing: Packing, into: dict[str, bytes]) -> Json:
    """Puts values into files; tells how many parts there are, how many to a file, their size, and each file's times."""
    per_file, size = packing.per_file(parts), packing.size
    times: list[int] = []
    for number, (data, larger) in enumerate(packs(values, per_file, size)):
        into[f"{kind}{number}.js"] = data
        times.append(larger - 1)
    return [parts, per_file, size, binary(packed([codes(np.array(times, np.int64))]))]


def _hash(shards: Mapping[str, bytes], entry: bytes) -> str:
    """A name that no other content has."""
    digest = blake2b(entry, digest_size=8)
    for name, data in shards.items():
        digest.update(name.encode() + data)
    return digest.hexdigest()
