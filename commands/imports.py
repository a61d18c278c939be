"""Bring files in and take them back."""

import getpass
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from commands.terminal import (
    AsJson,
    desk_at,
    desk_with_data,
    print_json,
    refusals_are_wrong_calls,
    root_of,
    say,
    say_steps,
    wrong_call,
)
from data.desk import UploadedFile
from data.jobs import settle_uploads
from data.receipt import Receipt
from data.store.imports import ImportRecord

Batch = Annotated[int, typer.Argument(help="导入编号。")]


def load(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="要导入的文件，可一次多个。")],
    ledger: Annotated[str | None, typer.Option(help="指定台账，如 cases、mediations:court。")] = None,
    draft: Annotated[bool, typer.Option("--draft", help="只读取并保留为草稿，不发布。")] = False,
    exported_on: Annotated[str | None, typer.Option(help="文件的导出日期，如 2026-11-05；默认从文件中读取。")] = None,
    replace_period: Annotated[
        bool, typer.Option("--replace-period", help="替换文件所涵盖的期间：文件中没有的原有记录不再计入。")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """导入文件并立即发布；加 --draft 则保留为草稿，核对后再用 publish 发布。"""
    _check_call(files, ledger)
    desk = desk_at(root_of(context))
    with refusals_are_wrong_calls():
        receipts = (desk.draft if draft else desk.load)(
            [UploadedFile(path.name, path) for path in files],
            by=getpass.getuser(),
            now=datetime.now(),
            forced=ledger,
            exported_on=exported_on,
            replace_period=replace_period,
            progress=say_steps(),
        )
    settle_uploads(desk)
    _tell(receipts, as_json)


def publish(
    context: typer.Context,
    batches: Annotated[list[int], typer.Argument(metavar="BATCH...", help="草稿的导入编号，可一次多个。")],
    as_json: AsJson = False,
) -> None:
    """发布草稿；几个草稿一起生成一个数据版本。"""
    desk = desk_with_data(root_of(context))
    with refusals_are_wrong_calls():
        receipts = desk.publish(batches, by=getpass.getuser(), now=datetime.now(), progress=say_steps())
    settle_uploads(desk)
    _tell(receipts, as_json)


def _tell(receipts: Sequence[Receipt], as_json: bool) -> None:
    if as_json:
        print_json([one.to_json() for one in receipts])
    for receipt in receipts:
        say(receipt_line(receipt))
    if any(one.error_code or one.rows_set_aside for one in receipts):
        raise typer.Exit(1)


def _check_call(files: list[Path], ledger: str | None) -> None:
    from data.ledgers import LEDGERS, MEDIATION_KINDS

    name, _, kind = (ledger or "cases").partition(":")
    if name not in LEDGERS or (kind and (name != "mediations" or kind not in MEDIATION_KINDS)):
        known = "、".join([*LEDGERS, *(f"mediations:{one}" for one in MEDIATION_KINDS)])
        raise wrong_call(f"没有名为“{ledger}”的台账；可用：{known}。")
    missing = [str(path) for path in files if not path.is_file()]
    if missing:
        raise wrong_call(f"找不到文件：{'、'.join(missing)}")


def receipt_line(receipt: Receipt) -> str:
    """One line of words for one receipt."""
    where = f"{receipt.file}" + (f"〔{receipt.sheet}〕" if receipt.sheet else "")
    if receipt.error_code:
        return f"{where}：未入库。{receipt.error}"
    first = receipt.first_imported_at
    again = f"（与 {first.replace('T', ' ')} 导入的文件相同）" if first else ""
    retracted = f"；按替换期间撤下原有{receipt.rows_retracted}条" if receipt.rows_retracted else ""
    return (
        f"{where}：第{receipt.batch}号导入{again}，读取{receipt.rows_read}行 = 新增{receipt.rows_added} + "
        f"更新{receipt.rows_changed} + 未变{receipt.rows_unchanged} + 重复{receipt.rows_repeated} + "
        f"待修正{receipt.rows_set_aside}；另剔除合计、说明等{receipt.rows_left_out}行；"
        f"{_placed_words(receipt)}{retracted}"
    )


def _placed_words(receipt: Receipt) -> str:
    """A draft's rows are placed when it is published."""
    if receipt.unassigned is None or receipt.outside is None:
        return "未归属、辖区外发布后计"
    return f"未归属{receipt.unassigned}，辖区外{receipt.outside}"


def undo(context: typer.Context, batch: Batch, as_json: AsJson = False) -> None:
    """撤销一次导入；指标回到导入之前。"""
    _told(desk_with_data(root_of(context)).undo, batch, "已撤销", as_json)


def restore(context: typer.Context, batch: Batch, as_json: AsJson = False) -> None:
    """恢复一次已撤销的导入；指标回到撤销之前。"""
    _told(desk_with_data(root_of(context)).restore, batch, "已恢复", as_json)


def discard(context: typer.Context, batch: Batch, as_json: AsJson = False) -> None:
    """放弃一份草稿；指标不变。"""
    desk = desk_with_data(root_of(context))
    _told(desk.discard, batch, "已放弃", as_json)
    settle_uploads(desk)


def _told(act: Callable[..., ImportRecord], batch: int, done: str, as_json: bool) -> None:
    with refusals_are_wrong_calls():
        record = act(batch, by=getpass.getuser(), now=datetime.now())
    if as_json:
        print_json({"batch": batch, "file": record.file_name, "sha256": record.sha256, "state": record.state})
    say(f"{done}第{batch}号导入（{record.file_name}）。")
