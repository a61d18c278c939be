"""The same work without a browser: load files, print figures, undo an import, make the demo county.

Exit status: 0 done; 1 done, but rows were set aside or a file was refused; 2 the call was wrong; 3 the program failed.
Messages for people go to standard error, `--json` to standard output as one JSON document.
"""

import getpass
import json
import sys
import traceback
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

import settings
from data.desk import Desk, UploadedFile
from data.receipt import Receipt
from data.refusal import Refused
from data.store.home import Home

if TYPE_CHECKING:
    from metrics import Figures

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, help=__doc__)

AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]


def say(text: str) -> None:
    """Tell the person at the terminal; standard output belongs to data."""
    typer.echo(text, err=True)


def wrong_call(text: str) -> typer.Exit:
    """Say what was wrong with the call; raise the result."""
    say(text)
    return typer.Exit(2)


@app.callback()
def main(
    context: typer.Context,
    home: Annotated[Path | None, typer.Option(help="数据目录（默认：SUYUAN_HOME，否则 var）。")] = None,
) -> None:
    """诉源治理指标看板的命令行。"""
    context.obj = home


def _root(context: typer.Context) -> Path:
    return settings.HOME if context.obj is None else Path(context.obj)


def _desk(root: Path) -> Desk:
    from metrics import counts

    return Desk(root, counts())


def _desk_with_data(root: Path) -> Desk:
    """The desk of a home that is there: asking for figures or taking an import back never makes a new one."""
    if not Home(root).state.is_file():
        raise wrong_call(f"{root} 中还没有数据；请先用 load 导入文件。")
    return _desk(root)


@app.command()
def load(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="要导入的文件，可一次多个。")],
    ledger: Annotated[str | None, typer.Option(help="指定台账，如 cases、mediations:court。")] = None,
    as_json: AsJson = False,
) -> None:
    """导入文件并立即发布。"""
    from data.ledgers import LEDGERS, MEDIATION_KINDS

    name, _, kind = (ledger or "cases").partition(":")
    if name not in LEDGERS or (kind and (name != "mediations" or kind not in MEDIATION_KINDS)):
        known = "、".join([*LEDGERS, *(f"mediations:{one}" for one in MEDIATION_KINDS)])
        raise wrong_call(f"没有名为“{ledger}”的台账；可用：{known}。")
    missing = [str(path) for path in files if not path.is_file()]
    if missing:
        raise wrong_call(f"找不到文件：{'、'.join(missing)}")
    receipts = _desk(_root(context)).load(
        [UploadedFile(path.name, path) for path in files],
        by=getpass.getuser(),
        now=datetime.now(),
        forced=ledger,
        progress=say,
    )
    if as_json:
        typer.echo(json.dumps([one.to_json() for one in receipts], ensure_ascii=False, indent=1))
    for receipt in receipts:
        say(_receipt_line(receipt))
    if any(one.error_code or one.rows_set_aside for one in receipts):
        raise typer.Exit(1)


def _receipt_line(receipt: Receipt) -> str:
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


@app.command()
def metrics(
    context: typer.Context,
    period: Annotated[str, typer.Option(help="如 2026-10、2026-Q3、2026、2026-01-01..2026-03-15。")],
    span: Annotated[Literal["month", "quarter", "ytd", "rolling12", "year"] | None, typer.Option()] = None,
    metric: Annotated[list[str] | None, typer.Option(help="指标英文名，可重复；默认全部。")] = None,
    by: Annotated[Literal["township", "county"], typer.Option()] = "township",
    as_json: AsJson = False,
) -> None:
    """计算指标。"""
    from data.store.builds import current_build
    from metrics import METRICS, compute, parse_period

    root = _root(context)
    unknown = [name for name in metric or () if name not in METRICS]
    if unknown:
        raise wrong_call(f"没有名为“{'、'.join(unknown)}”的指标；可用：{'、'.join(METRICS)}。")
    _desk_with_data(root).refresh(now=datetime.now())
    build = current_build(root)
    if build is None:
        raise wrong_call(f"{root} 中还没有数据；请先用 load 导入文件。")
    try:
        chosen = parse_period(period, span, year_starts_in_december=build.definition.year_starts_in_december)
    except ValueError as problem:
        raise wrong_call(str(problem)) from problem
    figures = compute(build, [METRICS[name] for name in metric or METRICS], chosen, by=by)
    if as_json:
        typer.echo(json.dumps(figures.to_json(), ensure_ascii=False, allow_nan=False))
    else:
        _print_table(figures)


def _print_table(figures: "Figures") -> None:
    from metrics import METRICS, change_words, format_value

    for figure in figures.rows():
        n = figure.numerator if figure.denominator is None else f"{figure.numerator}/{figure.denominator}"
        value = format_value(figure, METRICS[figure.metric])
        cells = [figure.label, figure.area_name, value, figure.unit, str(n), change_words(figure)]
        typer.echo("\t".join(cells))


@app.command()
def undo(context: typer.Context, batch: Annotated[int, typer.Argument(help="导入编号。")]) -> None:
    """撤销一次导入；指标回到导入之前。"""
    try:
        record = _desk_with_data(_root(context)).undo(batch, by=getpass.getuser(), now=datetime.now())
    except Refused as refusal:
        raise wrong_call(refusal.sentence) from refusal
    say(f"已撤销第{batch}号导入（{record.file_name}）。")


@app.command()
def demo(context: typer.Context) -> None:
    """生成演示县的导出文件，并像普通文件一样导入。"""
    from data.demo import generate

    root = settings.HOME / "demo" if context.obj is None else Path(context.obj)
    desk = _desk(root)
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
        receipts = desk.load([UploadedFile(f.name, f) for f in files], by="演示", now=now, progress=say)
    for receipt in receipts:
        say(_receipt_line(receipt))


def _month_before(today: date) -> date:
    """First day of the last month that has ended."""
    return date(today.year - (today.month == 1), (today.month - 2) % 12 + 1, 1)


def run() -> None:
    """The command line with its last resort: what failed is told by place and kind, never with a value of a row."""
    try:
        app()
    except Refused as refusal:
        say(refusal.sentence)
        sys.exit(2)
    except Exception as failure:
        say("".join(traceback.format_tb(failure.__traceback__)))
        say(f"程序没有完成（{type(failure).__name__}）；原有数据不变，请把以上内容发给系统维护人员。")
        sys.exit(3)


if __name__ == "__main__":
    run()
