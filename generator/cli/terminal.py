"""What the commands say, and how: sentences to people on standard error, data in UTF-8 on standard output."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Problem


def tell(problems: Iterable[Problem]) -> None:
    """One line a problem, on standard error."""
    for each in problems:
        say(line(each))


def line(told: Problem) -> str:
    """`path:line: CODE sentence`, safe to show in a terminal."""
    return visible(f"{told.path}:{told.line}: {told.code} {told.message}")


def visible(words: str) -> str:
    """`words` without a character that could steer the terminal."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in words)


def say(words: str) -> None:
    """A line to whoever sits at the terminal."""
    click.echo(words, err=True)


def write_json(records: object) -> None:
    """`records` as JSON in UTF-8, whatever the terminal's encoding."""
    write_bytes(json.dumps(records, ensure_ascii=False, indent=1) + "\n")


def write_bytes(text: str) -> None:
    """`text` in UTF-8 on standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
