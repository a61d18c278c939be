"""Buttons ask, a worker does: pages write a job and watch it. Leaving the page neither stops nor spoils it."""

import contextlib
import time
from typing import Any

import streamlit as st

from data.jobs import wake_worker
from data.store import jobs
from data.store.jobs import Job
from ui import clock
from ui.job_words import MAY_LEAVE, headline, share, words_of
from ui.markup import markdown_text
from ui.open_build import desk
from ui.who import who

_LOOK_EVERY = 0.2
_WAKE_EVERY = 2.0
_WORD_IS_ENOUGH = 1.5
"""Seconds for which words alone will do; a longer job gets a bar."""


def ask(kind: str, request: dict[str, Any]) -> int:
    """Put a request at the end of the queue and make sure that somebody serves it; returns the job's number."""
    home = desk().home
    number = jobs.ask(home.state, kind, request, at=clock.now(), by=who())
    wake()
    return number


def wake() -> None:
    """Make sure that a worker runs; when none can be started the job waits, and the next look tries again."""
    with contextlib.suppress(OSError):
        wake_worker(desk().home)


def watch(number: int) -> Job:
    """Show how far a job is until it has ended; returns it with its outcome."""
    state = desk().home.state
    place = st.empty()
    began = woken = time.monotonic()
    while (job := jobs.job(state, number)) is not None and job.is_open:
        if time.monotonic() - began < _WORD_IS_ENOUGH:
            place.text(headline(job))
        else:
            words = f"{words_of(job, jobs.open_jobs(state), clock.now())}。{MAY_LEAVE}"
            place.progress(share(job), text=markdown_text(words))
        if time.monotonic() - woken > _WAKE_EVERY:  # a worker that died is replaced while somebody looks on
            wake()
            woken = time.monotonic()
        time.sleep(_LOOK_EVERY)
    place.empty()
    if job is None:
        raise LookupError(f"no job {number}")
    return job


def run(kind: str, request: dict[str, Any]) -> Job:
    """Ask and watch: for a button whose page goes on with the outcome (`error`, `receipts`)."""
    return watch(ask(kind, request))
