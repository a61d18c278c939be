"""What a job is called, how far it is, and what stands before it."""

from collections.abc import Sequence
from datetime import datetime

from data.store.jobs import Job

KINDS = {
    "load": "导入并发布",
    "draft": "导入待核对",
    "publish": "发布",
    "undo": "撤销导入",
    "restore": "恢复导入",
    "discard": "放弃草稿",
    "rebuild": "重新计算",
}
STATES = {"queued": "排队", "running": "进行中", "done": "完成", "failed": "没有完成"}
_BEGINS = {"read": 0.0, "check": 0.6, "compare": 0.9}
_PARTS = {"read": 0.6, "check": 0.3}
"""Where in a file's part of the bar each stage begins, and how much of it is its own."""
_FILES = 0.7
"""The part of the bar that belongs to the files; the rest is the new build's."""


MAY_LEAVE = "可以离开本页或关闭浏览器，处理会继续。"
_SLOW_START = 20
"""Seconds after which a job that nobody takes up says so."""


def headline(job: Job) -> str:
    """What is being done, and that nobody has to wait here."""
    return f"{KINDS.get(job.kind, job.kind)}：{MAY_LEAVE}"


def rows_words(job: Job) -> str:
    """How many rows have been read; empty while none are counted."""
    done = int(job.progress.get("rows_done") or 0)
    return f"已读 {done:,} 行" if done else ""


def share(job: Job) -> float:
    """How much of the bar is filled, from 0 to 1."""
    told = job.progress
    stage = str(told.get("stage") or "")
    if stage == "build":
        return _FILES
    part = _BEGINS.get(stage, 0.0) + _PARTS.get(stage, 0.0) * min(1.0, float(told.get("share") or 0))
    return _FILES * (int(told.get("file") or 1) - 1 + part) / int(told.get("files") or 1)


def words_of(job: Job, open_jobs: Sequence[Job], now: datetime) -> str:
    """One line for the bar: what waits before it, or what is being done and how many rows are through."""
    if job.state == "queued":
        before = sum(1 for one in open_jobs if one.id < job.id)
        is_slow = not before and (now - job.asked_at).total_seconds() > _SLOW_START
        slow = "处理程序还没有启动，正在重试；几分钟后仍不开始的，请联系系统维护人员"
        return f"排队等候，前面还有 {before} 项" if before else slow if is_slow else "即将开始"
    said = str(job.progress.get("words") or "正在准备")
    return "，".join(part for part in (said, rows_words(job)) if part)


def outcome_words(job: Job) -> str:
    """How it ended, in one sentence; empty while it is open."""
    if job.is_open:
        return ""
    if job.error:
        return job.error
    found = job.receipts
    refused = sum(1 for one in found if one.error_code is not None)
    aside = sum(one.rows_set_aside for one in found)
    rows = sum(one.rows_read - one.rows_set_aside for one in found if one.error_code is None)
    if not found:
        return ""
    parts = [f"{len(found) - refused} 张表 {rows:,} 行"]
    parts += [f"待修正 {aside:,} 行"] if aside else []
    parts += [f"未识别 {refused} 张表"] if refused else []
    return "，".join(parts)
