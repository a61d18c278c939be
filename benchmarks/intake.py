"""Whole intake of a case export, bytes to published build, against bare parsing and against what people do today."""

import argparse
import io
import shutil
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from benchmarks.measure import Measured, fresh, typical
from benchmarks.table import say, show
from benchmarks.workbook import write_cases, write_townships

HERE = "benchmarks.intake"
ROWS, TOWNSHIPS, RUNS = 100_000, 20, 3
NOW = datetime(2026, 10, 8, 9, 0)


def _load(home: str, *files: str) -> list[Any]:
    from data.desk import Desk, UploadedFile  # imported where it is measured: each process needs its own libraries only
    from metrics._registry import counts

    desk = Desk(Path(home), counts())
    uploads = [UploadedFile(Path(name).name, Path(name)) for name in files]
    return list(desk.load(uploads, by="bench", now=NOW))


def prepare(home: str, *files: str) -> tuple[float, dict[str, Any]]:
    """Townships and population, so that the cases that follow can be placed."""
    return 0.0, {"errors": [receipt.error for receipt in _load(home, *files) if receipt.error]}


def whole_intake(home: str, file: str) -> tuple[float, dict[str, Any]]:
    """Read, recognise, clean, attribute, import, build, check, publish."""
    import data.desk  # noqa: F401 - the server that takes an upload has both loaded
    import metrics._registry  # noqa: F401

    began = time.perf_counter()
    receipts = _load(home, file)
    seconds = time.perf_counter() - began
    return seconds, {"rows_added": sum(receipt.rows_added for receipt in receipts)}


def bare_calamine(file: str) -> tuple[float, dict[str, Any]]:
    """The same bytes parsed to Python values and thrown away."""
    from python_calamine import CalamineWorkbook

    raw = Path(file).read_bytes()
    began = time.perf_counter()
    rows = sum(1 for _ in CalamineWorkbook.from_object(io.BytesIO(raw)).get_sheet_by_index(0).iter_rows())
    return time.perf_counter() - began, {"rows": rows}


def pandas_openpyxl(file: str) -> tuple[float, dict[str, Any]]:
    """What a script of today does first; no cleaning, no placing, no store."""
    import pandas as pd

    began = time.perf_counter()
    frame = pd.read_excel(file, engine="openpyxl")
    return time.perf_counter() - began, {"rows": len(frame)}


def _whole_intakes(template: Path, file: Path, runs: int) -> Measured:
    measured = []
    for run in range(runs):
        home = template.with_name(f"home-{run}")
        shutil.copytree(template, home)
        measured.append(fresh(HERE, "whole_intake", str(home), str(file)))
        shutil.rmtree(home)
    return typical(measured)


def run(rows: int = ROWS, runs: int = RUNS) -> None:
    """Generate, measure, print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        say(f"writing {rows:,} rows × 20 columns …")
        file = write_cases(folder / "案件查询结果.xlsx", rows, TOWNSHIPS)
        template = folder / "home"
        errors = fresh(HERE, "prepare", str(template), *map(str, write_townships(folder, TOWNSHIPS))).said["errors"]
        assert not errors, errors
        ours = _whole_intakes(template, file, runs)
        assert ours.said["rows_added"] == rows, ours.said
        bare = typical([fresh(HERE, "bare_calamine", str(file)) for _ in range(runs)])
        pandas = typical([fresh(HERE, "pandas_openpyxl", str(file)) for _ in range(runs)])
    compared = {
        "whole intake: bytes → published build": ours,
        "bare python-calamine, values thrown away": bare,
        "pandas.read_excel(engine='openpyxl'), read only": pandas,
    }
    rows_of_table = []
    for label, one in compared.items():
        ratios = (f"{one.seconds / bare.seconds:.2f}", f"{pandas.seconds / one.seconds:.1f}")
        rows_of_table.append((label, f"{one.seconds:.2f}", *ratios, f"{one.peak_mib:.0f}"))
    header = ("", "seconds", "time ÷ bare calamine", "pandas ÷ this", "peak MiB, whole process tree")
    show(f"Intake of {rows:,} × 20 .xlsx, median of {runs}", header, rows_of_table)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--runs", type=int, default=RUNS)
    run(**vars(parser.parse_args()))
