"""What old summaries (历史汇总) contribute, and where they contradict the rows or themselves."""

from metrics import counts
from metrics._totals import open_counties, too_small_counties, totals_beside_rows, totals_spans
from ui import figure_words as words
from ui import prose, sheet
from ui.open_build import OpenBuild

_SHOWN = 50
_NAMED = 6


def show(build: OpenBuild) -> None:
    """Months told by summaries, differences to rows, counties unknown or smaller than their townships, if any."""
    labels = {count.name: count.label for count in counts()}
    spans = totals_spans(build)
    if spans:
        columns = [
            sheet.Column("按历史汇总的计数"),
            sheet.Column("首月"),
            sheet.Column("末月"),
            sheet.Column("月数", "number"),
        ]
        rows = [
            sheet.Row([labels.get(one.count_name, one.count_name), _month(one.first), _month(one.last), one.months])
            for one in spans
        ]
        sheet.show(columns, rows, caption="没有明细的月份或乡镇按历史汇总计；只能整月取用", fit=True)
    _open_counties(build, labels)
    _beside(build, labels)
    for one in too_small_counties(build)[:_SHOWN]:
        prose.note(
            f"历史汇总中 {_month(one.month)} {labels.get(one.count_name, one.count_name)}的全县数 {one.county:,} 件，"
            f"小于各乡镇之和 {one.areas:,} 件；各乡镇照计，全县按各乡镇之和，请核对后更正历史汇总。"
        )


def _open_counties(build: OpenBuild, labels: dict[str, str]) -> None:
    """A summary that lacks townships and the county: said which, for the county is not covered without a word."""
    for one in open_counties(build)[:_SHOWN]:
        when = (
            _month(one.first) if one.months == 1 else f"{_month(one.first)} 至 {_month(one.last)}（{one.months} 个月）"
        )
        named = "、".join(one.missing[:_NAMED]) + (f"等 {len(one.missing)} 个" if len(one.missing) > _NAMED else "")
        prose.note(
            f"历史汇总中 {when} {labels.get(one.count_name, one.count_name)}缺 {named}，也没有“全县”一行："
            "全县未覆盖，不作同比；请补上所缺乡镇或“全县”的数后重新上传。"
        )


def _beside(build: OpenBuild, labels: dict[str, str]) -> None:
    found = totals_beside_rows(build)
    if not found:
        return
    columns = [
        sheet.Column("计数"),
        sheet.Column("月份"),
        sheet.Column("乡镇街道"),
        sheet.Column("历史汇总", "number", "件"),
        sheet.Column("明细", "number", "件"),
        sheet.Column("差额", "number", "明细－汇总"),
    ]
    rows = [
        sheet.Row(
            [
                labels.get(one.count_name, one.count_name),
                _month(one.month),
                one.area_name,
                words.whole(one.total),
                words.whole(one.rows),
                f"{one.rows - one.total:+,}",
            ]
        )
        for one in found[:_SHOWN]
    ]
    more = f"，列出最近 {_SHOWN} 项" if len(found) > _SHOWN else ""
    sheet.show(columns, rows, caption=f"历史汇总与明细不一致 {len(found):,} 项{more}；有明细的月份以明细为准")


def _month(day: object) -> str:
    return f"{day:%Y-%m}"
