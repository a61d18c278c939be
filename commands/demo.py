"""Make the demo county."""

from dataclasses import replace
from datetime import date, datetime

import typer

import settings
from commands.imports import receipt_line
from commands.terminal import desk_at, root_of, say, say_steps, wrong_call
from data.desk import Desk, UploadedFile
from data.refusal import Refused
from data.store.targets import enter_score_sheet, enter_target
from metrics import METRICS
from metrics._targets import subject_of

_BY = "演示"


def demo(context: typer.Context) -> None:
    """生成演示县的导出文件，并像普通文件一样导入；登记演示县的考核目标。"""
    from data.demo import generate

    root = settings.HOME / "demo" if context.obj is None else root_of(context)
    desk = desk_at(root)
    try:
        desk.mark_as_demo()
    except Refused as refusal:
        raise wrong_call(refusal.sentence) from refusal
    now = datetime.now()
    with desk.home.generating():
        # First what a crash left open is settled: a demo that was interrupted is made again.
        desk.refresh(now=now)
        if desk.imports():
            say(f"演示县已在 {root}。")
            return
        last_month = _month_before(now.date())
        # Before the files: once these are read, nothing is made again, and each target entered again replaces itself.
        _enter_targets(desk, last_month, now)
        files = generate(desk.home.demo_files, last_month=last_month)
        receipts = desk.load([UploadedFile(f.name, f) for f in files], by=_BY, now=now, progress=say_steps())
    for receipt in receipts:
        say(receipt_line(receipt))


def _enter_targets(desk: Desk, last_month: date, now: datetime) -> None:
    """What the demo county's documents ask for, by the way that the page goes."""
    from data.demo.targets import score_sheet, targets

    path = desk.home.state
    for one in targets(last_month):
        enter_target(
            path, subject_of(METRICS[one.metric]), year=one.year, value=one.value, direction=one.direction,
            scope=one.scope, document=one.document, by=_BY, at=now,
        )  # fmt: skip
    sheet = score_sheet(last_month)
    items = tuple(replace(one, label=METRICS[one.metric].label) for one in sheet.items)
    enter_score_sheet(path, replace(sheet, items=items), by=_BY, at=now)


def _month_before(today: date) -> date:
    """First day of the last month that has ended."""
    return date(today.year - (today.month == 1), (today.month - 2) % 12 + 1, 1)
