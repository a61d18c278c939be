"""What the symbols of a ranking mean, in words."""

from metrics import Figure, Metric
from metrics._areas import areas_of
from metrics._beyond_townships import beyond_townships_words
from metrics._words import widened_words
from ui import mode, prose
from ui.figures import COUNTY, of_area
from ui.open_build import OpenBuild

_SYMBOLS = (
    "▲\u00a0显著高于全县　▽\u00a0显著低于全县　●\u00a0无显著差异　–\u00a0数量过小或不作比较；超出99.8%界限的才着色。"
)


def show(metric: Metric, rows: list[Figure], *, has_intervals: bool = True) -> None:
    """One line under a ranking chart of which the county among `rows` is the dashed line."""
    county = of_area(rows, metric, COUNTY)
    if metric.denominator is None:
        prose.small_print(["件数多少随人口而定，不作高低比较。点击某个乡镇街道，查看它的全部指标。"])
        return
    if metric.interval == "none":
        prose.small_print(
            ["虚线为各乡镇合计。本指标的数值不计区间，不作高低比较。", "点击某个乡镇街道，查看它的全部指标。"]
        )
        return
    widened = widened_words(county.phi)
    beside = f"，{widened}" if widened else ""
    line = "虚线为各乡镇街道合计"
    lines = f"横线为95%区间{beside}，{line}。" if has_intervals else f"{line}，比较以95%区间为准{beside}。"
    beyond = beyond_townships_words(rows, metric)
    told = [lines, *([f"{beyond}。"] if beyond else []), _SYMBOLS, "点击某个乡镇街道，查看它的全部指标。"]
    prose.small_print([*([] if mode.prints_places(county) else ["按数值排列，不是排名。"]), *told])


def nothing_to_rank(build: OpenBuild, county: Figure) -> None:
    """In the place of a ranking that has no row: why, and what to do."""
    if not areas_of(build).townships:
        prose.note("还没有乡镇街道名单，案件不能归属到乡镇街道。请到“导入”页上传乡镇街道名册，或含各乡镇街道的人口表。")
    elif county.status == "not_covered":
        prose.note("导入的台账没有覆盖本期，没有数可比。请换一个期间，或到“导入”页补充台账。")
    elif county.status == "no_population":
        prose.note("各乡镇街道都缺人口，万人率无法计算。请到“导入”页上传人口表。")
    else:
        prose.note("没有可以排列的乡镇街道：都没有数值。")
