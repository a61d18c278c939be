"""The build in force, opened read-only: what every page of every session reads."""

import contextlib
from datetime import datetime
from pathlib import Path

import streamlit as st

import settings
from data.desk import Desk
from data.jobs import settle_uploads, wake_worker
from data.store.builds import Build, current_build
from data.store.jobs import open_jobs
from metrics import counts
from ui import clock

OpenBuild = Build


@st.cache_resource(show_spinner="正在核对数据版本")
def _desk_of(root: str, started: datetime | None = None) -> Desk:
    """One desk per home and server; a build that an older program made is made anew before anybody sees it."""
    desk = Desk(Path(root), counts())
    desk.refresh(now=started or clock.now())
    settle_uploads(desk)
    if open_jobs(desk.home.state):  # asked for before the server went down
        with contextlib.suppress(OSError):
            wake_worker(desk.home)
    return desk


def desk() -> Desk:
    """The import desk of the home that this server serves."""
    return _desk_of(str(settings.HOME.resolve()))


def open_build() -> OpenBuild | None:
    """The build in force; None before the first import."""
    return current_build(desk().home.root)
