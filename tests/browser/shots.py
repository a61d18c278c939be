"""Pictures of every page, wide and narrow, light and dark, for people to look at: `make shots`."""

import os
import sys
import tempfile
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.county import write_county
from tests.browser.server import PAGES, ROOT, fill, serving
from tests.browser.watch import chromium, watched

OUT = ROOT / "tests" / "browser" / "shots"
WIDTHS = (1920, 1366, 390)


def take(browser: Browser, address: str, stem: str, width: int, dark: bool) -> Path:
    """One picture of a whole page."""
    path = OUT / f"{stem}-{width}-{'dark' if dark else 'light'}.png"
    with watched(browser, width=width, height=900, dark=dark) as watch:
        watch.open(f"{address}/{stem}")
        main = watch.page.locator('[data-testid="stMain"]')
        # The page scrolls inside its own frame: make the window as tall as what it holds.
        height = int(main.evaluate("element => element.scrollHeight"))
        watch.page.set_viewport_size({"width": width, "height": min(max(height, 900), 6000)})
        watch.page.wait_for_timeout(600)
        watch.page.screenshot(path=path)
    return path


def main() -> None:
    """Take them all, of SUYUAN_HOME if it is set, else of the small county of the tests."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        home = Path(os.environ.get("SUYUAN_HOME", folder))
        if "SUYUAN_HOME" not in os.environ:
            home = Path(folder) / "home"
            fill(home, write_county(Path(folder) / "exports"))
        with serving(home, Path(folder) / "server.log") as address:
            for stem, width, dark in product(PAGES, WIDTHS, (False, True)):
                sys.stdout.write(f"{take(browser, address, stem, width, dark).relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
