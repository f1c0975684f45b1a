"""The exact-search index: small static files that a reader's browser asks (docs/search-format.md)."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Final

import numpy as np

from generator.hanzi import simplified
from generator.search.alphabet import alphabet
from generator.search.chunks import chunks
from generator.search.columns import columns, slogans
from generator.search.files import binary, file
from generator.search.layout import layout
from generator.search.numbers import codes, packed
from generator.search.places import places
from generator.search.shards import grams
from generator.search.suggestions import suggestions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Corpus, Links
    from generator.search.files import Json

ENTRY: Final = "index.js"
VERSION: Final = 3
_CELLS = 2


def files(corpus: Corpus, links: Links) -> Mapping[str, bytes]:
    """Every file of the index under its name: `ENTRY`, and the rest in a folder named by a hash of its content."""
    laid, text = layout(corpus)
    characters = alphabet(laid)
    starts = places(laid, text, characters)
    del text  # it and the tree would not fit side by side into what the largest archives may take
    index = grams(starts, sum(map(len, laid.chunks)))
    shards = {f"t{n}.js": file(chunk) for n, chunk in enumerate(chunks(laid, characters))}
    shards["speeches.js"] = file(columns(laid))
    shards["slogans.js"] = file(slogans(laid, links))
    shards["suggestions.js"] = file(suggestions(corpus, links))
    shards["folds.js"] = file("".join(f"{one}{other}" for one, other in simplified().items()))
    shards |= {f"g{n}.js": file(binary(data)) for n, data in enumerate(index.files)}
    entry: dict[str, Json] = {
        "version": VERSION,
        "characters": [len(characters.characters), int(characters.silent.sum())],
        "alphabet": binary(packed(characters.codes)),
        "folds": characters.folds,
        "shards": len(index.files),
        "first": binary(index.first),
        "chunks": len(laid.chunks),
        "cells": binary(packed([codes(np.array([len(chunk) for chunk in laid.chunks], np.int64), _CELLS)])),
    }
    folder = _hash(shards, file(entry))
    return {ENTRY: file(entry | {"folder": folder})} | {f"{folder}/{name}": data for name, data in shards.items()}


def _hash(shards: Mapping[str, bytes], entry: bytes) -> str:
    """A name that no other content has."""
    digest = blake2b(entry, digest_size=8)
    for name, data in shards.items():
        digest.update(name.encode() + data)
    return digest.hexdigest()
