"""Chromium, and a page that remembers what it asked for and complained about."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect, sync_playwright

from tests.browser.runs import Runs

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
PATIENCE = 90_000
"""Milliseconds to wait for a page and for the build that it makes; generous: two workers may share two busy cores."""
PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
UNFINISHED = (
    '[data-stale="true"]',
    '[data-testid="stSkeleton"]',
    '[data-testid="stPlotlyChart"]:not(:has(.main-svg))',
)
"""What an earlier run left, what has not come yet, and a chart whose lines are still to be drawn."""
FITS = (
    "() => { const main = document.querySelector('[data-testid=stMain]'); return main.scrollWidth <= main.clientWidth }"
)

expect.set_options(timeout=PATIENCE)


@dataclass
class Watched:
    """A page with its outside requests and console errors."""

    page: Page
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    runs: Runs = field(init=False)

    def __post_init__(self) -> None:
        self.runs = Runs(self.page)

    def settle(self) -> None:
        """Wait until the program has answered what the page asked for last, and the page has drawn the answer."""
        finished = self.page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')
        finished.wait_for(timeout=PATIENCE)  # a page just opened has asked by then, and what any other asked was heard
        self.runs.wait(PATIENCE)
        self.page.evaluate(PAINTED)
        finished.wait_for(timeout=PATIENCE)
        for unfinished in UNFINISHED:
            expect(self.page.locator(unfinished)).to_have_count(0)

    def open(self, address: str) -> None:
        """Go to an address and wait for the finished page."""
        self.page.goto(address, timeout=PATIENCE)
        self.settle()

    def click(self, what: Locator) -> None:
        """Click and wait for the finished page."""
        what.click()
        self.settle()

    def choose(self, label: str, option: str) -> None:
        """Out of a list by keyboard, because a list that is long or low on the page is drawn only in part."""
        box = self.page.get_by_role("combobox", name=label, exact=True)
        box.click()
        box.fill(option)
        self.click(self.page.get_by_role("option", name=option, exact=True))

    def attach(self, files: list[Path], press: str) -> Locator:
        """Hand in files; the button that waited for them, ready to be pressed."""
        self.page.locator('input[type="file"]').set_input_files(files)
        button = self.page.get_by_role("button", name=press, exact=True)
        expect(button).to_be_enabled()
        self.settle()
        return button

    def upload(self, files: list[Path], press: str) -> None:
        """Hand in files and press the button that waited for them."""
        self.click(self.attach(files, press))

    def download(self, what: Locator, folder: Path) -> Path:
        """Click and wait for the file, which keeps the name it is offered under."""
        with self.page.expect_download(timeout=PATIENCE) as taken:
            what.click()
        path = folder / taken.value.suggested_filename
        taken.value.save_as(path)
        return path

    def fits(self, width: int) -> None:
        """Wait until the page is no wider than a window of this width."""
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.evaluate(PAINTED)
        self.page.wait_for_function(FITS, timeout=PATIENCE)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without its own talk to the network."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert found, "Chromium is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def watched(browser: Browser, *, width: int = 1366, height: int = 900, dark: bool = False) -> Iterator[Watched]:
    """A fresh, empty browser profile with one page under watch."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", locale="zh-CN"
    )
    try:
        watch = Watched(context.new_page())
        watch.page.on("request", lambda request: _note_outside(watch, request.url))
        watch.page.on("websocket", lambda socket: _note_outside(watch, socket.url))
        watch.page.on("console", lambda said: _note_error(watch, said))
        watch.page.on("pageerror", lambda error: watch.errors.append(str(error)))
        yield watch
    finally:
        context.close()


def _note_error(watch: Watched, said: ConsoleMessage) -> None:
    # Below an address like /metric Streamlit looks for its server at /metric/_stcore/… first, then at /_stcore/….
    looking_for_server = "/_stcore/" in said.location["url"] and "404" in said.text
    if said.type == "error" and not looking_for_server:
        watch.errors.append(f"{said.text} ({said.location['url']})")


def _note_outside(watch: Watched, url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"data", "blob", "about"} and parts.hostname != "127.0.0.1":
        watch.outside.append(url)
