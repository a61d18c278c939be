"""What the symbols of a ranking mean, in words."""

from metrics import Metric
from ui import prose

_SYMBOLS = "▲ 显著高于全县　▽ 显著低于全县　● 无显著差异　– 数量过小或不作比较；超出99.8%界限的才着色。"


def show(metric: Metric, *, has_intervals: bool = True) -> None:
    """One line under a ranking chart."""
    if metric.denominator is None:
        prose.small_print(["件数多少随人口而定，不作高低比较。点击某个乡镇街道，查看它的全部指标。"])
        return
    lines = "横线为95%区间，虚线为全县。" if has_intervals else "虚线为全县，比较以95%区间为准。"
    prose.small_print([lines, _SYMBOLS, "点击某个乡镇街道，查看它的全部指标。"])
