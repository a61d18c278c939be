"""The names desk at the terminal: what nothing matched, what people decide about it, and the cases that lie nowhere."""

import getpass
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from commands.terminal import (
    AsJson,
    desk_with_data,
    print_json,
    refusals_are_wrong_calls,
    root_of,
    say,
    wrong_call,
)
from data.names import Names
from data.store.builds import Build, build_in_force

app = typer.Typer(help="地名归属：列出、认定、撤回、逐案指定、导出未归属案件。", no_args_is_help=True)
Text = Annotated[str, typer.Argument(help="地名，或案号。")]
_PROPOSED_FOR = 200
"""Names for which candidates are worked out in one call: those of most rows."""


def _names(context: typer.Context) -> Names:
    return Names(desk_with_data(root_of(context)).home)


def _build(names: Names) -> Build:
    build = build_in_force(names.home)
    if build is None:
        raise wrong_call(f"{names.home.root} 中还没有数据；请先用 load 导入文件。")
    return build


def _waiting(names: Names) -> str:
    return f"待生效 {names.waiting(_build(names))} 条；下次发布数据时生效，或运行 names apply 立即重新归属。"


@app.command("list")
def show(
    context: typer.Context,
    every: Annotated[bool, typer.Option("--all", help="连同只写到县区、只写通称、法庭管几个乡镇的。")] = False,
    as_json: AsJson = False,
) -> None:
    """列出没有对上乡镇的地名、候选乡镇和已有的认定。"""
    from metrics._places import candidates_of, open_texts

    desk_with_data(root_of(context)).refresh(now=datetime.now())
    names = _names(context)
    build = _build(names)
    found = open_texts(build, names.decided(), every_reason=every)
    likely = candidates_of(build)
    proposals = [likely.best(one.name, *one.texts[:3]) for one in found[:_PROPOSED_FOR]]
    if as_json:
        proposals += [[] for _ in found[_PROPOSED_FOR:]]
        open_ones = [
            {**asdict(one), "candidates": [asdict(each) for each in best]}
            for one, best in zip(found, proposals, strict=True)
        ]
        print_json(_plain({"open": open_ones, **_decided(names), "waiting": names.waiting(build)}))
        return
    for one, best in zip(found, proposals, strict=False):
        typer.echo("\t".join([one.name, str(one.rows), *(f"{each.area} {each.score}" for each in best)]))
    say(f"共 {len(found)} 个地名待认定。{_waiting(names)}")


def _decided(names: Names) -> dict[str, Any]:
    return {
        "decisions": [asdict(one) for one in names.decisions()],
        "placements": [asdict(one) for one in names.placements()],
    }


def _plain(value: Any) -> Any:
    """Days and times as ISO text."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


@app.command()
def decide(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="地名。")],
    area: Annotated[str, typer.Argument(help="乡镇街道名称、辖区外，或 leave（不归属，不再列出）。")],
) -> None:
    """认定一个地名。"""
    names = _names(context)
    with refusals_are_wrong_calls():
        kept = names.decide(text, names.area_named(area), by=getpass.getuser(), now=datetime.now())
    say(f"已记下：“{kept}”→ {area}。{_waiting(names)}")


@app.command()
def place(
    context: typer.Context,
    case: Annotated[str, typer.Argument(help="案号。")],
    area: Annotated[str, typer.Argument(help="乡镇街道名称或辖区外。")],
    reason: Annotated[str, typer.Option(help="理由。")],
) -> None:
    """指定一个案件的归属。"""
    names = _names(context)
    with refusals_are_wrong_calls():
        number = names.place(case, names.area_named(area), reason, by=getpass.getuser(), now=datetime.now())
    say(f"已记下：{number} → {area}。{_waiting(names)}")


@app.command()
def withdraw(context: typer.Context, what: Text) -> None:
    """撤回对一个地名的认定，或对一个案件的指定。"""
    from data.clean.case_number import parse_case_number

    names = _names(context)
    take_back = names.withdraw if parse_case_number(what).value is None else names.unplace
    with refusals_are_wrong_calls():
        take_back(what, by=getpass.getuser(), now=datetime.now())
    say(f"已撤回：{what}。{_waiting(names)}")


@app.command()
def apply(context: typer.Context) -> None:
    """按全部认定立即重新归属。"""
    desk = desk_with_data(root_of(context))
    with refusals_are_wrong_calls():
        number = desk.rebuild(why="names", now=datetime.now())
    say(f"已重新归属，数据版本第{number}号。")


@app.command()
def export(context: typer.Context, file: Annotated[Path, typer.Argument(help="要写的 xlsx 文件。")]) -> None:
    """导出未归属的案件，供补填乡镇后再导入。"""
    from metrics._places import unplaced_cases
    from reports.unassigned_workbook import unassigned_workbook

    desk_with_data(root_of(context)).refresh(now=datetime.now())
    names = _names(context)
    build = _build(names)
    cases = unplaced_cases(build)
    title = f"{build.meta.get('county_name') or ''}未归属案件"
    try:
        file.write_bytes(unassigned_workbook(title, cases, list(names.areas().values())))
    except OSError as failure:
        raise wrong_call(f"写不了 {file}：请核对路径和磁盘空间。") from failure
    say(f"已写出 {len(cases)} 件未归属案件：{file}")
