"""Old office files (.doc, .wps, .rtf, .odt) as .docx, by LibreOffice without a window and with its own profile.

It runs no macros, fetches no links, and is ended with all that it has started when its time is over.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from generator.readers.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Sequence

_SECONDS, _KILOBYTES = 60, 4 << 20
_PROGRAMS: Final = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def found() -> str | None:
    """Where LibreOffice's program is, if it is installed."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


class Office:
    """LibreOffice with a profile that lasts as long as this is open."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="speeches-", ignore_cleanup_errors=True)
        self._home = Path(self._folder.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def docx(self, content: bytes, suffix: str) -> bytes:
        """The document `content`, of a kind that is named with `suffix`, as .docx; raises `RefusedError`."""
        program = found()
        if program is None:
            raise RefusedError("R023", suffix=suffix)
        given, made = self._home / f"given{suffix}", self._home / "made" / "given.docx"
        given.write_bytes(content)
        made.unlink(missing_ok=True)
        self._set_up()
        reason = _run([program, *self._options(), "--outdir", str(made.parent), str(given)], self._home)
        given.unlink()
        if not made.is_file():
            raise RefusedError("R024", reason=reason)
        return made.read_bytes()

    def _set_up(self) -> None:
        settings = self._home / "profile" / "user" / "registrymodifications.xcu"
        if not settings.exists():
            settings.parent.mkdir(parents=True)
            settings.write_text(_SETTINGS, "utf-8")

    def _options(self) -> Sequence[str]:
        profile = f"-env:UserInstallation={(self._home / 'profile').as_uri()}"
        return [profile, "--headless", "--norestore", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML"]


def _run(command: Sequence[str], home: Path) -> str:
    """Run it, at most for its time and with its memory; what is wrong if nothing comes of it."""
    if sys.platform != "win32":
        command = ["sh", "-c", f'ulimit -v {_KILOBYTES}; exec "$@"', "sh", *command]
    started = subprocess.Popen(  # noqa: S603 - the program that the machine's owner has installed, by its path
        command,
        cwd=home,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        started.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        return f"超过 {_SECONDS} 秒"
    finally:
        _end(started)
    return "格式不对或文件损坏"


def _end(started: subprocess.Popen[bytes]) -> None:
    """End the program and all that it has started (they are one process group)."""
    if sys.platform == "win32":
        started.kill()
    else:
        try:
            os.killpg(started.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    started.wait()
