"""One small county, one server and one Chromium for all browser tests of a worker."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.county import write_county
from tests.browser.server import fill, serving
from tests.browser.watch import Watched, chromium, watched


@pytest.fixture(scope="session")
def county_files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return write_county(tmp_path_factory.mktemp("exports"))


@pytest.fixture(scope="session")
def filled_home(county_files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that no test may change; those that load, undo or write ask for own_address."""
    home = tmp_path_factory.mktemp("filled") / "home"
    fill(home, county_files)
    return home


@pytest.fixture(scope="session")
def address(filled_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(filled_home, tmp_path_factory.mktemp("log") / "server.log") as base:
        yield base


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def watch(browser: Browser) -> Iterator[Watched]:
    """A fresh page; afterwards nothing may have been asked of another machine and nothing complained about."""
    with watched(browser) as page:
        yield page
    assert page.outside == []
    assert page.errors == []


@pytest.fixture
def own_home(county_files: list[Path], tmp_path: Path) -> Path:
    """The small county once more, for one test to change; some files of tests begin with another home."""
    fill(tmp_path / "home", county_files)
    return tmp_path / "home"


@pytest.fixture
def own_address(own_home: Path, tmp_path: Path) -> Iterator[str]:
    with serving(own_home, tmp_path / "server.log") as base:
        yield base
