"""Bring files in and take them back."""

import getpass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from commands.terminal import AsJson, desk_at, desk_with_data, print_json, root_of, say, wrong_call
from data.desk import UploadedFile
from data.receipt import Receipt
from data.refusal import Refused


def load(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="要导入的文件，可一次多个。")],
    ledger: Annotated[str | None, typer.Option(help="指定台账，如 cases、mediations:court。")] = None,
    as_json: AsJson = False,
) -> None:
    """导入文件并立即发布。"""
    _check_call(files, ledger)
    receipts = desk_at(root_of(context)).load(
        [UploadedFile(path.name, path) for path in files],
        by=getpass.getuser(),
        now=datetime.now(),
        forced=ledger,
        progress=say,
    )
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
    again = f"（与{receipt.first_imported_at}导入的文件相同）" if receipt.first_imported_at else ""
    return (
        f"{where}：第{receipt.batch}号导入{again}，读取{receipt.rows_read}行 = 新增{receipt.rows_added} + "
        f"更新{receipt.rows_changed} + 未变{receipt.rows_unchanged} + 重复{receipt.rows_repeated} + "
        f"待修正{receipt.rows_set_aside}；另剔除合计、说明等{receipt.rows_left_out}行；"
        f"未归属{receipt.unassigned}，辖区外{receipt.outside}"
    )


def undo(context: typer.Context, batch: Annotated[int, typer.Argument(help="导入编号。")]) -> None:
    """撤销一次导入；指标回到导入之前。"""
    try:
        record = desk_with_data(root_of(context)).undo(batch, by=getpass.getuser(), now=datetime.now())
    except Refused as refusal:
        raise wrong_call(refusal.sentence) from refusal
    say(f"已撤销第{batch}号导入（{record.file_name}）。")
