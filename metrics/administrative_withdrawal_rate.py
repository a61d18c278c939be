"""行政案件撤诉率."""

from metrics._case_counts import ADMINISTRATIVE_CLOSINGS, ADMINISTRATIVE_WITHDRAWALS
from metrics._metric import Metric

METRIC = Metric(
    name="administrative_withdrawal_rate",
    label="行政案件撤诉率",
    family="延伸",
    aliases=("行政撤诉率", "行政一审撤诉率"),
    numerator=ADMINISTRATIVE_WITHDRAWALS,
    denominator=ADMINISTRATIVE_CLOSINGS,
    per=100,
    unit="%",
    decimals=2,
    better="none",
    interval="wilson",
    order=40,
    event="行政一审案件撤诉率",
    includes=("行政一审案件中以准予撤诉结案的", "按结案日期归入期间"),
    excludes=("按撤诉处理是否计入由口径决定，默认不计", "没有写明结案方式的案件不进分母"),
    basis="本系统自定：撤诉÷行政一审结案；撤诉件数即分子。",
    caution="行政案件集中管辖的地方不反映本县争议；件数少，先看件数。",
)
