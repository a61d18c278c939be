"""一审服判息诉率."""

from metrics._case_counts import CLOSINGS_WITH_APPEAL_KNOWN, NOT_APPEALED
from metrics._metric import Metric

METRIC = Metric(
    name="acceptance_rate",
    label="一审服判息诉率",
    family="案源",
    aliases=("服判息诉率", "一审息诉率"),
    numerator=NOT_APPEALED,
    denominator=CLOSINGS_WITH_APPEAL_KNOWN,
    per=100,
    unit="%",
    decimals=2,
    better="higher",
    interval="wilson",
    order=10,
    event="一审服判息诉率",
    includes=(
        "本院民商事、行政一审案件（按口径的案件类型）",
        "按结案日期归入期间",
        "是否上诉看台账“是否上诉”一栏，或上级法院的上诉案件清单",
    ),
    excludes=("既无该栏、又不在上诉清单覆盖月份内的结案", "刑事、执行案件"),
    basis="（一审结案数－上诉数）÷一审结案数（汪清 (93－4)÷93＝95.7%）。",
    caution="刚结案的还在上诉期内，近一两个月偏高；辖区外、未归属的计入全县。",
)
