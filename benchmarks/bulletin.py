"""A month's whole set of documents from the command line; the notice's PDF beside LibreOffice's of the Word file."""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.table import show
from tests.browser.county import write_county
from tests.browser.server import ROOT, fill

RUNS = 5
DEMO = ROOT / "var" / "demo"


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


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, default=None)
    parser.add_argument("--month", default="2026-10")
    parser.add_argument("--runs", type=int, default=RUNS)
    run(**vars(parser.parse_args()))
