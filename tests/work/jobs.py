"""What the cluster's workers are given to do; they import it."""

from __future__ import annotations

import os
import signal
from pathlib import Path


def square_or_die(told: tuple[int, str]) -> int:
    """The square; the first worker that comes to number 70 dies of it."""
    number, grave = told
    if number == 70:
        try:
            Path(grave).touch(exist_ok=False)
        except FileExistsError:
            pass
        else:
            os.kill(os.getpid(), signal.SIGKILL)
    return number * number
