"""The definition (口径) at the terminal: its versions, one in full, putting one in force, two side by side."""

import getpass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from commands.terminal import AsJson, desk_with_data, print_json, refusals_are_wrong_calls, root_of, say, wrong_call
from data.definition import Definition
from data.definition_words import SWITCHES, difference_words, differences
from data.desk import Desk
from data.refusal import Refused
from data.store import definitions
from data.store.state import definition_in_force

if TYPE_CHECKING:
    from metrics import Figure, Metric
    from metrics._side_by_side import Beside

app = typer.Typer(help="口径：列出、查看、启用、比较。", no_args_is_help=True)
Which = Annotated[str, typer.Argument(help="版本号，或口径名称（取其最新一版）。")]


def _found(path: Path, which: str) -> Definition:
    if which.isdigit():
        return definitions.version_of(path, int(which)).definition
    known = definitions.profiles(path)
    if which not in known:
        raise Refused("definition_unknown", f"没有名为“{which[:30]}”的口径；现有：{'、'.join(known)}。")
    return known[which]


@app.command("list")
def show_all(context: typer.Context, as_json: AsJson = False) -> None:
    """列出各版口径：谁在何时为何修改。"""
    path = desk_with_data(root_of(context)).home.state
    current = definition_in_force(path).version
    rows = [
        {
            "version": one.version,
            "name": one.definition.name,
            "in_force": one.version == current,
            "is_used": one.is_used,
            "made_at": one.made_at.isoformat() if one.made_at else None,
            "made_by": one.made_by,
            "why": one.why,
        }
        for one in definitions.versions(path)
    ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        mark = "现行" if row["in_force"] else ("" if row["is_used"] else "未启用")
        typer.echo(
            "\t".join(str(cell or "") for cell in (row["version"], row["name"], mark, row["made_at"], row["why"]))
        )
    say(f"内置和自建的口径：{'、'.join(definitions.profiles(path))}")


@app.command()
def show(context: typer.Context, which: Which) -> None:
    """查看一版口径的全部设置。"""
    path = desk_with_data(root_of(context)).home.state
    with refusals_are_wrong_calls():
        definition = _found(path, which)
    for one in SWITCHES:
        typer.echo(f"{one.label}\t{one.say(getattr(definition, one.field))}")


@app.command()
def use(
    context: typer.Context, which: Which, reason: Annotated[str, typer.Option(help="修改原因，随版本保存。")]
) -> None:
    """启用一版口径（记为新的一版），并重新计算全部指标。"""
    desk = desk_with_data(root_of(context))
    path, now = desk.home.state, datetime.now().replace(microsecond=0)
    before = definition_in_force(path)
    with refusals_are_wrong_calls():
        wanted = _found(path, which)
        saved = definitions.save(path, wanted, by=getpass.getuser(), at=now, why=reason, based_on=before.version)
        number = desk.rebuild(why=f"definition {saved.version}", now=now)
    say(f"已启用{saved.label}，数据版本第{number}号。改动：{difference_words(before, saved)}")


@app.command()
def compare(
    context: typer.Context,
    left: Which,
    right: Which,
    metric: Annotated[str, typer.Option(help="指标名（见 metrics --json）。")] = "litigation_rate",
    as_json: AsJson = False,
) -> None:
    """两种口径并列：哪些乡镇街道的数值、位次会变。"""
    from metrics import METRICS, format_value
    from metrics._side_by_side import moved_words, side_by_side

    desk = desk_with_data(root_of(context))
    if metric not in METRICS:
        raise wrong_call(f"没有名为{metric}的指标。")
    with refusals_are_wrong_calls():
        chosen = [_found(desk.home.state, which) for which in (left, right)]
        sides = [_figures(desk, one, METRICS[metric]) for one in chosen]
    rows = side_by_side(METRICS[metric], *sides)
    if as_json:
        switches = [dict(zip(("switch", "left", "right"), one, strict=True)) for one in differences(*chosen)]
        print_json({"differences": switches, "areas": [_plain(row) for row in rows]})
        return
    for row in rows:
        values = [format_value(side, METRICS[metric]) if side else "—" for side in (row.left, row.right)]
        ranks = [str(side.rank or "") if side else "" for side in (row.left, row.right)]
        typer.echo("\t".join([row.area_name, *values, *ranks]))
    say(f"{METRICS[metric].label}：{moved_words(rows)}设置：{difference_words(*chosen)}")


def _figures(desk: Desk, definition: Definition, metric: "Metric") -> list["Figure"]:
    """All areas' figures of the latest period under a definition that is only tried."""
    from data.build.trial import trial_build
    from metrics import compute
    from metrics._differences import latest_period

    with trial_build(desk.home, desk.counts, definition=definition, now=datetime.now()) as build:
        period = latest_period(build)
        return compute(build, [metric], period, by="all").rows() if period else []


def _plain(row: "Beside") -> dict[str, Any]:
    names = ("value", "numerator", "denominator", "rank")
    sides = {side: getattr(row, side) for side in ("left", "right")}
    told = {side: one and {name: getattr(one, name) for name in names} for side, one in sides.items()}
    return {"area_code": row.area_code, "area_name": row.area_name, **told}
