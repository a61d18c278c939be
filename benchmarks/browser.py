"""From the click on a span of the period bar to the painted page, for every page, in a real Chromium."""

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.table import show
from tests.browser.county import write_county
from tests.browser.server import PAGES, ROOT, fill, serving
from tests.browser.watch import chromium, watched

RUNS = 20
DEMO = ROOT / "var" / "demo"


def _clicks(browser: Browser, address: str, stem: str, runs: int) -> tuple[float, list[float]]:
    """Seconds to the first page in an empty browser, and of each click; no clicks on a page without the period bar."""
    with watched(browser) as watch:
        began = time.perf_counter()
        watch.open(f"{address}/{stem}")
        first = time.perf_counter() - began
        spans = watch.page.get_by_test_id("stButtonGroup").get_by_role("radio")
        if spans.count() < 2:
            return first, []
        seconds = []
        for run in range(runs):
            choice = spans.nth(run % 2)
            if choice.get_attribute("aria-checked") == "true":
                choice = spans.nth((run + 1) % 2)
            began = time.perf_counter()
            watch.click(choice)
            seconds.append(time.perf_counter() - began)
        return first, seconds


def run(runs: int = RUNS) -> None:
    """Measure the demo county if it was made, else the small county of the browser tests."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        home = Path(os.environ.get("SUYUAN_HOME", DEMO))
        if not (home / "builds" / "current").exists():
            home = Path(folder) / "home"
            fill(home, write_county(Path(folder) / "exports"))
        rows = []
        with serving(home, Path(folder) / "server.log") as address:
            for stem in PAGES:
                first, seconds = _clicks(browser, address, stem, runs)
                clicked = f"{statistics.median(seconds) * 1000:.0f}" if seconds else "no period bar"
                rows.append((stem, f"{first:.2f}", clicked, f"{max(seconds) * 1000:.0f}" if seconds else ""))
    show(
        f"Browser: click on a period → painted page, median of {runs}",
        ("page", "first visit, empty cache, s", "click → painted, ms", "slowest, ms"),
        rows,
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    run(**vars(parser.parse_args()))
