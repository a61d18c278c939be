"""A month's whole set of documents from the command line; the notice's PDF beside LibreOffice's of the Word file; and
what takes how long where there are many townships."""

import argparse
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.measure import fresh
from benchmarks.table import say, show
from benchmarks.workbook import write_cases, write_townships
from data.demo.causes import draw_cause
from tests.browser.county import write_county
from tests.browser.server import ROOT, fill

HERE = "benchmarks.bulletin"
RUNS = 5
DEMO = ROOT / "var" / "demo"
MANY = (300, 1_500)
CASES_EACH = 130
"""Of a township, over two years and nine months."""
LAST_MONTH = "2026-08"


def _timed(command: list[str]) -> float:
    """Seconds of a whole process, its start included."""
    began = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr[-3000:]
    return time.perf_counter() - began


def _notice_pdf(home: Path, month: str) -> list[str]:
    """The command that sets the notice's PDF and nothing else, Python's start and the figures included."""
    program = (
        "import sys; from datetime import date; from pathlib import Path; from data.store.builds import current_build;"
        "from reports.bulletin.kinds import notice_of, review_of; from reports.bulletin.pdf import notice_pdf;"
        "from reports.bulletin.prepare import brief_for; home = Path(sys.argv[1]);"
        "month = date.fromisoformat(sys.argv[2]);"
        "build = current_build(home); told = review_of(build, brief_for(home, build, 'monthly', month, month));"
        "notice_pdf(notice_of(told))"
    )
    return [sys.executable, "-c", program, str(home), f"{month}-01"]


def _libreoffice(document: Path, folder: Path) -> list[str]:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    return ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(document)]


def run(home: Path | None = None, month: str = "2026-10", runs: int = RUNS) -> None:
    """Measure on the demo county (`make demo`), else on the small county of the browser tests."""
    with tempfile.TemporaryDirectory() as name:
        folder, own = Path(name), Path(name) / "home"
        source = home or DEMO
        if source.exists():
            shutil.copytree(source, own)
        else:
            fill(own, write_county(folder / "exports"))
            month = "2026-09"
        out = folder / "out"
        command = [sys.executable, "cli.py", "--home", str(own), "bulletin", "--period", month, "--out", str(out)]
        _timed(command)  # a build that an older program made is made anew by the first call
        rows = [("whole set by cli.py bulletin", [_timed(command) for _ in range(runs)])]
        [document] = out.glob("*诉源治理通报.docx")
        rows.append(
            (
                "notice as PDF, figures and Python's start included",
                [_timed(_notice_pdf(own, month)) for _ in range(runs)],
            )
        )
        if shutil.which("soffice"):
            rows.append(
                ("the Word file to PDF by LibreOffice", [_timed(_libreoffice(document, folder)) for _ in range(runs)])
            )
        files = len(list(out.iterdir()))
    shown = [(label, f"{statistics.median(times):.1f}", f"{max(times):.1f}") for label, times in rows]
    show(f"Documents of {month}: {files} files, median of {runs}", ("", "seconds", "slowest"), shown)


def parts(home: str, month: str) -> tuple[float, dict[str, Any]]:
    """Processor seconds of each step of the monthly notice: several of them use more than one core."""
    from data.store.builds import current_build
    from metrics._disclosure_before import shown_causes
    from reports.bulletin.kinds import notice_of, review_of
    from reports.bulletin.pdf import notice_pdf, sheets_pdf
    from reports.bulletin.prepare import brief_for
    from reports.bulletin.sheets import sheets_of
    from reports.bulletin.word import notice_docx, sheets_docx
    from reports.bulletin.workbook import bulletin_workbook

    spent: dict[str, float] = {}

    def clocked(label: str, work: Callable[[], Any]) -> Any:
        began = time.process_time()
        found = work()
        spent[label] = time.process_time() - began
        return found

    root, first = Path(home), date.fromisoformat(f"{month}-01")
    build = current_build(root)
    assert build is not None
    told = clocked("figures", lambda: review_of(build, brief_for(root, build, "monthly", first, first)))
    clocked("small counts held back", lambda: shown_causes(told))
    notice = clocked("content of the notice", lambda: notice_of(told))
    clocked("its Word, PDF and xlsx", lambda: [make(notice) for make in (notice_docx, notice_pdf, bulletin_workbook)])
    sheets = clocked("content of the sheets", lambda: sheets_of(told))
    clocked("their Word", lambda: sheets_docx(sheets))
    clocked("their PDF", lambda: sheets_pdf(sheets))
    return sum(spent.values()), spent


def run_many(sizes: tuple[int, ...] = MANY) -> None:
    """Counties of many townships, step by step."""
    found: dict[int, dict[str, float]] = {}
    for townships in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder, dice = Path(name), random.Random(20260930)
            say(f"making {townships * CASES_EACH:,} cases in {townships:,} townships …")
            causes = [draw_cause(dice, "民初", 2025, n % 4 == 0) for n in range(500)]
            cases = write_cases(folder / "案件查询结果.xlsx", townships * CASES_EACH, townships, causes)
            files = [*write_townships(folder, townships), cases]
            errors = fresh("benchmarks.intake", "prepare", str(folder / "home"), *map(str, files)).said["errors"]
            assert not errors, errors
            found[townships] = fresh(HERE, "parts", str(folder / "home"), LAST_MONTH).said
    rows = [(label, *(f"{spent[label]:.1f}" for spent in found.values())) for label in next(iter(found.values()))]
    header = ("processor seconds", *(f"{townships:,} townships" for townships in found))
    show(f"Monthly notice of {LAST_MONTH}, one process", header, rows)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, default=None)
    parser.add_argument("--month", default="2026-10")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--townships", type=int, default=None, help="a generated county of so many instead")
    chosen = vars(parser.parse_args())
    many = chosen.pop("townships")
    if many:
        run_many((many,))
    else:
        run(**chosen)
