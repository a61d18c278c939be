"""What tests of jobs share: uploads put into a home, jobs asked for, and a worker that serves them in this process."""

from datetime import datetime
from pathlib import Path
from typing import Any

from data.desk import Desk
from data.jobs import work
from data.store import jobs, uploads
from data.store.jobs import Job
from metrics import counts
from tests.data.loading import NOW


def keep(desk: Desk, path: Path, **said: Any) -> int:
    """Bytes of a file as an upload."""
    return uploads.keep(desk.home, path.name, path.read_bytes(), at=NOW, by="甲", **said)


def ask(desk: Desk, kind: str, by: str = "甲", **request: Any) -> int:
    """A job at the end of the queue."""
    return jobs.ask(desk.home.state, kind, request, at=NOW, by=by)


def serve(desk: Desk, at: datetime = NOW) -> bool:
    """Let a worker do all that waits."""
    return work(desk.home, lambda: Desk(desk.home.root, counts()), lambda: at, idle_seconds=0)


def found(desk: Desk, number: int) -> Job:
    """The job as the table has it now."""
    job = jobs.job(desk.home.state, number)
    assert job is not None
    return job


def done(desk: Desk, kind: str, **request: Any) -> Job:
    """Ask, serve, and return the job, which must have been done."""
    number = ask(desk, kind, **request)
    serve(desk)
    job = found(desk, number)
    assert job.state == "done", job.outcome
    return job
