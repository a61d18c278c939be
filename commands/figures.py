"""Print figures."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from commands.terminal import AsJson, desk_with_data, root_of, wrong_call

if TYPE_CHECKING:
    from metrics import Figures


def metrics(
    context: typer.Context,
    period: Annotated[str, typer.Option(help="如 2026-10、2026-Q3、2026、2026-01-01..2026-03-15。")],
    span: Annotated[Literal["month", "quarter", "ytd", "rolling12", "year"] | None, typer.Option()] = None,
    metric: Annotated[list[str] | None, typer.Option(help="指标英文名，可重复；默认全部。")] = None,
    by: Annotated[Literal["township", "tribunal", "county"], typer.Option()] = "township",
    as_json: AsJson = False,
) -> None:
    """计算指标。"""
    from data.store.builds import current_build
    from metrics import METRICS, compute, parse_period

    root = root_of(context)
    unknown = [name for name in metric or () if name not in METRICS]
    if unknown:
        raise wrong_call(f"没有名为“{'、'.join(unknown)}”的指标；可用：{'、'.join(METRICS)}。")
    desk_with_data(root).refresh(now=datetime.now())
    build = current_build(root)
    if build is None:
        raise wrong_call(f"{root} 中还没有数据；请先用 load 导入文件。")
    try:
        chosen = parse_period(period, span, year_starts_in_december=build.definition.year_starts_in_december)
    except ValueError as problem:
        raise wrong_call(str(problem)) from problem
    figures = compute(build, [METRICS[name] for name in metric or METRICS], chosen, by=by, with_rank_intervals=True)
    if as_json:
        typer.echo(json.dumps(figures.to_json(), ensure_ascii=False, allow_nan=False))
    else:
        _print_table(figures)


def _print_table(figures: "Figures") -> None:
    from metrics import METRICS, change_words, format_value
    from metrics._rank_intervals import place_of
    from metrics._rank_words import format_rank

    for figure in figures.rows():
        n = figure.numerator if figure.denominator is None else f"{figure.numerator}/{figure.denominator}"
        value = format_value(figure, METRICS[figure.metric])
        place = "" if place_of(figure) is None else f"位次{format_rank(figure)}"
        cells = [figure.label, figure.area_name, value, figure.unit, str(n), change_words(figure), place]
        typer.echo("\t".join(cells).rstrip("\t"))
