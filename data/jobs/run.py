"""One job: what each kind of request means at the desk, how far it is, and how it ends."""

import contextlib
import logging
import sqlite3
import time
import traceback
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from data.desk import Desk
from data.jobs.files import read_uploads, settle_uploads
from data.progress import Step
from data.receipt import Receipt
from data.refusal import Refused
from data.store import jobs
from data.store.imports import ImportRecord
from data.store.jobs import Job

_FAILED = "没有完成，原有数据不变；请重试，仍不成功时联系系统维护人员。"
_EVERY = 0.25
"""Seconds between two notes of progress: each is a transaction that waits for the disk."""


class Reporter:
    """Writes progress into the job table, not more often than people can read it."""

    def __init__(self, desk: Desk, job: Job) -> None:
        self.path, self.job, self.last, self.words = desk.home.state, job.id, 0.0, ""

    def __call__(self, text: str) -> None:
        """What is being done now; a change of words is always told, more rows only now and then."""
        step = Step.of(text)
        now = time.monotonic()
        if str(step) == self.words and now - self.last < _EVERY:
            return
        self.last, self.words = now, str(step)
        with contextlib.suppress(sqlite3.Error):  # a note that cannot be written spoils no import
            jobs.tell(self.path, self.job, step.to_json())


def run(desk: Desk, job: Job, clock: Callable[[], datetime]) -> None:
    """Do the job and write its last word. Never raises for what the job asked."""
    try:
        outcome, failed = _DO[job.kind](desk, job, clock(), Reporter(desk, job)), False
    except Refused as refusal:
        outcome, failed = {"error_code": refusal.code, "error": refusal.sentence}, True
    except Exception as failure:
        frames = "".join(traceback.format_tb(failure.__traceback__))
        logging.getLogger("suyuan").error("job %s failed: %s\n%s", job.id, type(failure).__name__, frames)
        outcome, failed = {"error_code": "job_failed", "error": _FAILED}, True
    jobs.end(desk.home.state, job.id, outcome, at=clock(), failed=failed)


def _told(receipts: Sequence[Receipt]) -> dict[str, Any]:
    return {"receipts": [one.to_json() for one in receipts]}


def _read(desk: Desk, job: Job, now: datetime, report: Reporter) -> dict[str, Any]:
    return _told(read_uploads(desk, job, now, report))


def _publish(desk: Desk, job: Job, now: datetime, report: Reporter) -> dict[str, Any]:
    """A worker that died after the drafts were published finds them in force."""
    batches = [int(batch) for batch in job.request["batches"]]
    known = {one.batch: one for one in desk.imports()}
    there = [batch for batch in batches if job.attempts > 1 and _is(known.get(batch), "in_force")]
    receipts = [one for batch in there for one in known[batch].receipts]
    rest = [batch for batch in batches if batch not in there]
    receipts += desk.publish(rest, by=job.asked_by, now=now, progress=report) if rest else []
    settle_uploads(desk)
    return _told(receipts)


def _is(record: ImportRecord | None, state: str) -> bool:
    return record is not None and record.state == state


def _once(
    ended: str, act_of: Callable[[Desk], Callable[..., ImportRecord]]
) -> Callable[[Desk, Job, datetime, Reporter], dict[str, Any]]:
    """An act on one import, done when the import is in its end state: a second attempt may find it there."""

    def do(desk: Desk, job: Job, now: datetime, report: Reporter) -> dict[str, Any]:
        batch = int(job.request["batch"])
        known = {one.batch: one for one in desk.imports()}
        # An abandoned draft is no longer among the imports.
        reached = _is(known.get(batch), ended) or (ended == "abandoned" and batch not in known)
        if not (job.attempts > 1 and reached):
            act_of(desk)(batch, by=job.asked_by, now=now)
        if ended == "abandoned":
            settle_uploads(desk)
        return {"batch": batch}

    return do


def _rebuild(desk: Desk, job: Job, now: datetime, report: Reporter) -> dict[str, Any]:
    report(Step("正在生成并核对新的数据版本", "build"))
    return {"build": desk.rebuild(why=str(job.request.get("why", "rebuild")), now=now)}


_DO: dict[str, Callable[[Desk, Job, datetime, Reporter], dict[str, Any]]] = {
    "load": _read,
    "draft": _read,
    "publish": _publish,
    "undo": _once("withdrawn", lambda desk: desk.undo),
    "restore": _once("in_force", lambda desk: desk.restore),
    "discard": _once("abandoned", lambda desk: desk.discard),
    "rebuild": _rebuild,
}
