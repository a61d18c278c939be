"""人民法庭: their townships taken together, beside the county; opened, the townships one by one. Never ranked."""

import re
from collections.abc import Sequence

from metrics import Figure
from metrics._areas import areas_of
from metrics._checkup import Checkup, Line, Tally, tally
from metrics._groups import NO_TRIBUNAL, tribunals
from metrics._words import DASH
from ui import address_bar, checkup_table, figure_words, route, sheet
from ui.markup import Markup, join, tag
from ui.open_build import OpenBuild

_WHOM = "全县"
Served = dict[str, tuple[tuple[str, str], ...]]
"""Tribunal by code: its townships, each with code and name."""


def served(build: OpenBuild) -> Served:
    """Every tribunal with its townships, both in the order of the list; what no tribunal serves comes last."""
    groups, areas = tribunals(build), areas_of(build)
    members = groups.members or ()
    return {
        code: tuple((areas.codes[at], areas.names[at]) for at in one)
        for code, one in zip(groups.codes[:-3], members[:-3], strict=True)
    }


def known(found: Served) -> list[str]:
    """The tribunals without the townships that name none."""
    return [code for code in found if code != NO_TRIBUNAL]


def counted(table: Checkup) -> Tally:
    """What stands out among the tribunals; townships that name none are no tribunal."""
    return tally([line for line in table.lines if line.code != NO_TRIBUNAL])


def names_of(members: Sequence[tuple[str, str]]) -> str:
    """Townships in one line."""
    return "、".join(name for _, name in members)


def opened(found: Served) -> str:
    """The tribunal whose townships are shown under it; '' for none."""
    return address_bar.read("tribunal", "", tuple(found), keep=False, label="人民法庭")


def show_figures(table: Checkup, townships: Checkup, found: Served, open_one: str, filters: dict[str, str]) -> None:
    """Values with symbols and intervals; the opened tribunal is followed by its townships."""
    body = checkup_table.reference_rows(table.references, filters)
    by_code = {line.code: line for line in townships.lines}
    for line in table.lines:
        body.append(_row(line, found, is_open=line.code == open_one, filters=filters))
        if line.code == open_one:
            inside = [by_code[code] for code, _ in found[line.code]]
            body += [_inside(row) for row in checkup_table.rows(inside, filters, _WHOM)]
    columns = checkup_table.columns(table, filters, "人民法庭")
    checkup_table.show(columns, body, caption="数值下为95%区间；按名单顺序")


def _row(line: Line, found: Served, *, is_open: bool, filters: dict[str, str]) -> sheet.Row:
    members = found[line.code]
    where = route.address("tribunals", tribunal=None if is_open else line.code, **filters)
    link = tag(
        "a", f"{'－' if is_open else '＋'} {line.name}", href=where, target="_self", aria_expanded=str(is_open).lower()
    )
    name = join([link, tag("small", f"{len(members):,} 个：{_first(members)}", class_="members")])
    cells = [
        checkup_table.cell_markup(cell, _WHOM, checkup_table.rows_behind(line, cell, filters), has_interval=True)
        for cell in line.cells
    ]
    return sheet.Row([name, *cells], "aside" if line.code == NO_TRIBUNAL else "row")


SHOWN = 12
"""Townships named in a line at most; opened, all are listed."""


def _first(members: Sequence[tuple[str, str]]) -> str:
    return names_of(members[:SHOWN]) + ("等" if len(members) > SHOWN else "")


def _inside(row: sheet.Row) -> sheet.Row:
    """A township under its tribunal."""
    return sheet.Row([tag("span", row.cells[0], class_="inside"), *row.cells[1:]], row.kind)


def show_changes(table: Checkup, filters: dict[str, str]) -> None:
    """The change of every figure in words."""
    columns = [
        sheet.Column("人民法庭", "name"),
        *(sheet.Column(column.header, "words") for column in checkup_table.columns(table, filters)[1:]),
    ]
    lines = [*table.references, *table.lines]
    body = [
        sheet.Row(
            [line.name, *(_change(cell.figure) for cell in line.cells)],
            "total" if line in table.references else ("aside" if line.code == NO_TRIBUNAL else "row"),
        )
        for line in lines
    ]
    checkup_table.show(columns, body, caption="与上年同期比", key="checkup_table_changes")


_PIECE = re.compile(r"(?<=[，）])(?=[^，）])|(?<=[^\d.（])(?=\d)|(?<=[^（])(?=（)")


def _change(figure: Figure) -> Markup:
    """The words, broken into lines before numbers and after punctuation only."""
    words = figure_words.change(figure) or DASH
    return join([tag("span", piece, class_="phrase") for piece in _PIECE.split(words)])


def remarks(found: Served, outside: Sequence[Figure]) -> list[Markup | str]:
    """Townships of no tribunal, townships of several, and what lies outside the townships."""
    lines: list[Markup | str] = []
    without = found.get(NO_TRIBUNAL, ())
    if without:
        lines.append(f"没有填所属法庭的乡镇街道 {len(without):,} 个：{_first(without)}。")
    codes = [member for code in known(found) for member in found[code]]
    several = [one for one in dict.fromkeys(codes) if codes.count(one) > 1]
    if several:
        lines.append(f"{names_of(several)}填有几个法庭，在每个法庭各计一次，各法庭相加大于全县。")
    counts = "、".join(f"{one.area_name} {one.numerator:,} {one.unit}" for one in outside if one.value is not None)
    if counts:
        lines.append(f"一审民商事新收另有{counts}，不属于任何法庭，只计入全县。")
    return lines


def how_to_fill() -> Markup:
    """What to upload so that tribunals are known."""
    link = tag("a", "去导入", href=route.address("imports"), target="_self")
    words = (
        "请在乡镇街道名册中补填“所属法庭”一列（如“城关人民法庭”）后重新上传，一个乡镇街道由几个法庭管辖的用顿号隔开，"
    )
    return join([words, link, "。"])
