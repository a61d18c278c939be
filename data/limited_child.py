"""A child process with limits, from both sides: a hostile or broken file can cost it its life, never the server's."""

import contextlib
import logging
import os
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Any

import settings

ROOT = Path(settings.__file__).resolve().parent
TOO_LONG = (-signal.SIGXCPU, -signal.SIGKILL)
"""Exit statuses of a child that was stopped for the time it took, or by the system."""
_LOOK_EVERY = 0.2
_MEGABYTE = 1 << 20
_KEPT_ENVIRONMENT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "SUYUAN_CHILD_MEMORY_MB")
_log = logging.getLogger(__name__)


def run(
    module: str,
    request: bytes,
    *,
    seconds: float,
    answer: IO[bytes] | None = None,
    keep: Sequence[str] = (),
    look: Callable[[], None] = lambda: None,
) -> int | None:
    """Run a module in a child: its exit status, negative for a signal, None when it could not be started.

    It gets `request` through standard input, where no process list shows it, and `keep` of the environment beside the
    usual; its standard output goes to `answer`. After `seconds` it is killed. `look` is called now and then meanwhile.
    """
    try:
        child = subprocess.Popen(
            [sys.executable, "-m", module],
            cwd=ROOT,
            env=_environment(keep),
            stdin=subprocess.PIPE,
            # What a dying reader prints may quote the file; nothing of it may reach a log.
            stdout=subprocess.DEVNULL if answer is None else answer,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        _log.error("child could not be started: %s", type(error).__name__)
        return None
    assert child.stdin is not None
    with contextlib.suppress(OSError), child.stdin as inlet:  # the child may have died before it read its request
        inlet.write(request)
    _wait(child, seconds, look)
    return child.returncode


def _wait(child: "subprocess.Popen[Any]", seconds: float, look: Callable[[], None]) -> None:
    deadline = time.monotonic() + seconds
    while (left := deadline - time.monotonic()) > 0:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(min(_LOOK_EVERY, left))
            return
        look()
    _end(child)


def _end(child: "subprocess.Popen[Any]") -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _environment(keep: Sequence[str]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in (*_KEPT_ENVIRONMENT, *keep) if name in os.environ}
    # One thread and one arena: address space is what the child's memory limit counts.
    quiet = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}
    return {**kept, **quiet, "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def set_limits(cpu_seconds: int = settings.CHILD_CPU_SECONDS, file_mb: int = settings.CHILD_FILE_MB) -> None:
    """In the child, before anything of the file is touched; by default the limits of reading.

    No core dump: it would hold the file's personal data.
    """
    limits = {
        resource.RLIMIT_AS: settings.CHILD_MEMORY_MB * _MEGABYTE,
        resource.RLIMIT_CPU: cpu_seconds,
        resource.RLIMIT_FSIZE: file_mb * _MEGABYTE,
        resource.RLIMIT_NOFILE: 64,
        resource.RLIMIT_CORE: 0,
    }
    for which, limit in limits.items():
        _, hard = resource.getrlimit(which)
        wanted = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(which, (wanted, wanted))


def what_failed(error: BaseException) -> str:
    """In the child: the kind of an error and its place in our code, never its message, which may quote the file."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__}，{where}"
