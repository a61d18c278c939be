"""Targets in force at the terminal."""

from dataclasses import asdict
from typing import Annotated

import typer

from commands.terminal import AsJson, desk_with_data, print_json, root_of, say
from data.store.targets import EnteredTarget, entered_targets

Year = Annotated[int | None, typer.Option("--year", help="年度；不写则列出各年度。")]


def targets(context: typer.Context, year: Year = None, as_json: AsJson = False) -> None:
    """列出登记的考核目标：指标、年度、方向、数值、范围、文件依据。"""
    path = desk_with_data(root_of(context)).home.state
    found = entered_targets(path, year)
    if as_json:
        print_json([_plain(one) for one in found])
        return
    for one in found:
        asked = one.target
        sign = "不超过" if asked.direction == "at_most" else "不低于"
        scope = "全县" if asked.scope == "county" else "各乡镇街道"
        typer.echo("\t".join((str(asked.year), asked.label, scope, f"{sign}{asked.value:f}", asked.document)))
    say(f"共 {len(found)} 项目标；计分表请在“考核目标”页查看。")


def _plain(one: EnteredTarget) -> dict[str, object]:
    """Values as text, exactly as they were typed."""
    told = {**asdict(one.target), "value": str(one.target.value)}
    return {**told, "entered_at": one.entered_at.isoformat(), "entered_by": one.entered_by}
