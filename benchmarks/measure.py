"""A piece of work in a fresh process: how long it took and how much memory its whole process tree held at most."""

import importlib
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOOK_EVERY = 0.02


@dataclass(frozen=True)
class Measured:
    """`seconds` of the work itself, imports done; `peak_mib` of the process and its children; `said`: its own words."""

    seconds: float
    peak_mib: float
    said: dict[str, Any]


def answer(module: str, function: str, *arguments: str) -> None:
    """In the fresh process: call `module.function(*arguments)`, which returns seconds and a dict; print them."""
    seconds, said = getattr(importlib.import_module(module), function)(*arguments)
    sys.stdout.write(f"\n{json.dumps({'seconds': seconds, 'said': said})}")


def fresh(module: str, function: str, *arguments: str) -> Measured:
    """Run it in a process of its own. Memory is read off /proc: resident pages, shared ones once per process."""
    program = f"from benchmarks.measure import answer; answer({module!r}, {function!r}, *{arguments!r})"
    process = subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(_resident_kib(pid) for pid in _tree(process.pid)))
        time.sleep(LOOK_EVERY)
    output, complaints = process.communicate()
    if process.returncode:
        raise RuntimeError(f"{module}.{function} ended with {process.returncode}:\n{complaints.decode()[-3000:]}")
    printed = json.loads(output.splitlines()[-1])  # a library may have talked before
    return Measured(printed["seconds"], peak / 1024, printed["said"])


def typical(runs: Sequence[Measured]) -> Measured:
    """The median of several runs; memory: the largest."""
    return Measured(statistics.median(run.seconds for run in runs), max(run.peak_mib for run in runs), runs[-1].said)


def _tree(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        others = [task for task in Path(f"/proc/{pid}/task").iterdir() if task.name != str(pid)]
        for task in others:
            children += (task / "children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(one for child in children for one in _tree(int(child)))]


def _resident_kib(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)
