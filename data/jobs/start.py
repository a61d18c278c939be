"""Makes sure that a worker runs: a process of its own session that outlives whoever started it."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple

import settings
from data.store.home import Home

_ROOT = Path(settings.__file__).resolve().parent
_LOG_LIMIT = 1 << 20
_STARTING = 5.0
"""Seconds that a worker may take until it holds the lock; before, another one would only end again."""


class _Started(NamedTuple):
    root: Path
    process: "subprocess.Popen[bytes]"
    at: float


_started: list[_Started] = []
_starting = threading.Lock()


def log_file(home: Home) -> Path:
    """Where the worker says what failed: places in the program, never a value of a row."""
    return home.root / "worker.log"


def wake_worker(home: Home) -> None:
    """Start a worker unless one runs. Two at once do no harm: the second ends at once.

    Raises OSError when no process can be started; the job stays in the table for the next attempt.
    """
    with _starting:
        _started[:] = [one for one in _started if one.process.poll() is None]
        if any(one.root == home.root and time.monotonic() - one.at < _STARTING for one in _started):
            return
        with home.working() as free:
            pass
        if free:
            _started.append(_Started(home.root, _start(home), time.monotonic()))


def _start(home: Home) -> "subprocess.Popen[bytes]":
    log = log_file(home)
    is_full = log.exists() and log.stat().st_size > _LOG_LIMIT
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if is_full else os.O_APPEND), 0o600)
    try:
        return subprocess.Popen(
            [sys.executable, str(_ROOT / "cli.py"), "--home", str(home.root.resolve()), "work"],
            cwd=_ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=descriptor,
            start_new_session=True,
        )
    finally:
        os.close(descriptor)
