"""The worker: takes jobs in the order of asking until there has been nothing to do for a while.

It holds a lock that the kernel drops when it dies. A job found running by whoever gets that lock next was left by a
dead worker: it is taken up once more (what it had already done is found in the import log and not done twice), and
given up after that.
"""

import time
from collections.abc import Callable
from datetime import datetime

from data.build.entering import note_failure
from data.desk import Desk
from data.jobs.files import settle_uploads
from data.jobs.run import run
from data.store import jobs, uploads
from data.store.home import Home

Clock = Callable[[], datetime]
MOST_ATTEMPTS = 2
_PAUSE = 0.2
_PATIENCE = 20  # others hold the lock for a moment only to see whether it is free
_GIVEN_UP = "处理两次都中断了（程序被中止或内存不足），没有入库，原有数据不变；请重试，仍不成功时联系系统维护人员。"


def work(home: Home, desk_of: Callable[[], Desk], clock: Clock, *, idle_seconds: float) -> bool:
    """Serve until `idle_seconds` passed without a job; False when another worker serves this home.

    `desk_of` makes the desk once the lock is held, so that a second worker ends before it has loaded anything.
    """
    served = False
    while True:
        if not _serve(home, desk_of, clock, idle_seconds):
            return served
        served = True
        # Whoever asked while the lock was being let go saw a worker and started none.
        if not home.state.exists() or not jobs.open_jobs(home.state):
            return True


def _serve(home: Home, desk_of: Callable[[], Desk], clock: Clock, idle_seconds: float) -> bool:
    for _ in range(_PATIENCE):
        with home.working() as held:
            if held:
                _until_idle(desk_of(), clock, idle_seconds)
                return True
        time.sleep(_PAUSE / 4)
    return False


def _until_idle(desk: Desk, clock: Clock, idle_seconds: float) -> None:
    state = desk.home.state
    pick_up(desk, clock())
    uploads.sweep(desk.home, clock())
    settle_uploads(desk)
    quiet_since = time.monotonic()
    while state.exists():
        job = jobs.take_next(state, clock())
        if job is not None:
            run(desk, job, clock)
            quiet_since = time.monotonic()
        elif time.monotonic() - quiet_since >= idle_seconds:
            return
        else:
            time.sleep(_PAUSE)


def pick_up(desk: Desk, now: datetime) -> None:
    """Settle what a dead worker left: its imports first, then its job. Needs the worker's lock.

    When no build can be made the jobs are served all the same: each fails with its own sentence, or mends it.
    """
    left = [job for job in jobs.open_jobs(desk.home.state) if job.state == "running"]
    if not left:
        return
    try:
        desk.refresh(now=now)
    except Exception as failure:
        note_failure(failure)
    for job in left:
        if job.attempts < MOST_ATTEMPTS:
            jobs.put_back(desk.home.state, job.id)
        else:
            outcome = {"error_code": "job_interrupted", "error": _GIVEN_UP}
            jobs.end(desk.home.state, job.id, outcome, at=now, failed=True)
