"""Make the demo county."""

from datetime import date, datetime

import typer

import settings
from commands.imports import receipt_line
from commands.terminal import desk_at, root_of, say, say_steps, wrong_call
from data.desk import UploadedFile
from data.refusal import Refused


def demo(context: typer.Context) -> None:
    """生成演示县的导出文件，并像普通文件一样导入。"""
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
        files = generate(desk.home.demo_files, last_month=_month_before(now.date()))
        receipts = desk.load([UploadedFile(f.name, f) for f in files], by="演示", now=now, progress=say_steps())
    for receipt in receipts:
        say(receipt_line(receipt))


def _month_before(today: date) -> date:
    """First day of the last month that has ended."""
    return date(today.year - (today.month == 1), (today.month - 2) % 12 + 1, 1)
