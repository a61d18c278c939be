"""Chromium, and a page that remembers what it asked for and complained about."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
PATIENCE = 30_000
"""Milliseconds to wait for a page; generous, because two workers may share two cores."""

expect.set_options(timeout=PATIENCE)


@dataclass
class Watched:
    """A page with its outside requests and console errors."""

    page: Page
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def settle(self) -> None:
        """Wait until the program has finished drawing."""
        self.page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for(timeout=PATIENCE)
        expect(self.page.locator('[data-stale="true"]')).to_have_count(0)
        expect(self.page.locator('[data-testid="stSkeleton"]')).to_have_count(0)

    def open(self, address: str) -> None:
        """Go to an address and wait for the finished page."""
        self.page.goto(address, timeout=PATIENCE)
        self.settle()


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
