"""The commands. All that touches the terminal is in this folder; messages are for archivists, in Chinese."""

from __future__ import annotations

import io
import sys

import click

from generator.cli import (
    building,
    cataloguing,
    checking,
    doctoring,
    judging,
    linking,
    reading,
    reviewing,
    slogans,
    verifying,
)

COMMANDS = (
    building.generate,
    building.build,
    building.serve,
    building.offline,
    checking.check,
    reading.inspect,
    cataloguing.catalogue,
    slogans.slogans,
    slogans.passages,
    slogans.concordance,
    reviewing.review,
    judging.evaluate,
    linking.links,
    linking.resolve,
    verifying.verify,
    doctoring.doctor,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """把讲话文件做成可以检索、引用的静态网站。"""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


for command in COMMANDS:
    main.add_command(command)
