"""One small county as a home, and pages run on it without a browser."""

import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import settings
import ui.jobs
import ui.open_build
from data.desk import Desk, UploadedFile
from data.jobs import work
from data.store.home import Home
from metrics import counts
from tests.browser.county import write_county

ROOT = Path(__file__).resolve().parents[2]
Open = Callable[..., AppTest]


@pytest.fixture(scope="session")
def exports(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return write_county(tmp_path_factory.mktemp("exports"))


@pytest.fixture(scope="session")
def filled(exports: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that no test may change."""
    root = tmp_path_factory.mktemp("home")
    files = [UploadedFile(path.name, path) for path in exports]
    receipts = Desk(root, counts()).load(files, by="试验", now=datetime(2026, 10, 8, 9))
    assert [one.error for one in receipts if one.error_code] == []
    return root


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Jobs are done by the real worker, in a thread that ends with the queue: no process is left behind."""
    started: list[threading.Thread] = []

    def wake(home: Home) -> None:
        if not any(thread.is_alive() for thread in started):
            desk_of = partial(Desk, home.root, counts())
            serve = threading.Thread(target=work, args=(home, desk_of, datetime.now), kwargs={"idle_seconds": 0})
            started.append(serve)
            serve.start()

    monkeypatch.setattr(ui.jobs, "wake_worker", wake)
    monkeypatch.setattr(ui.open_build, "wake_worker", wake)
    yield
    for thread in started:
        thread.join()


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch, worker: None) -> Open:
    """Open a page of a home by its file's stem, with filters as in the address."""

    def opened(home: Path, stem: str = "overview", **view: str) -> AppTest:
        monkeypatch.setattr(settings, "HOME", home)
        st.cache_resource.clear()
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
        for name, value in view.items():
            at.query_params[name] = value
        if stem != "overview":
            at.switch_page(f"pages/{stem}.py")
        return at.run()

    return opened


def html(at: AppTest) -> str:
    """All our own markup on the page."""
    return "\n".join(one.proto.body for one in at.get("html"))
