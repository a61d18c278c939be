"""The demo county: export files in the odd shapes offices produce, and what they must come to.

generate(folder, last_month=date(2026, 10, 1))   writes the files
truth(last_month=date(2026, 10, 1))              the figures they must give
"""

from datetime import date
from pathlib import Path
from typing import Any

from data.demo.files import write
from data.demo.plan import SEED, make_plan
from data.demo.witness import witness


def generate(out_dir: Path, *, seed: int = SEED, last_month: date) -> list[Path]:
    """Write the export files for the 36 months up to `last_month` (any day of it), in the order to load them."""
    out_dir.mkdir(parents=True, exist_ok=True)
    return [write(export, out_dir) for export in make_plan(seed, last_month).exports]


def truth(seed: int = SEED, *, last_month: date) -> dict[str, Any]:
    """What loading all files of `generate` with the same arguments must give; see `witness`."""
    return witness(make_plan(seed, last_month))
