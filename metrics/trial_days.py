"""平均审理天数."""

from metrics._case_counts import DATED_CLOSINGS, TRIAL_DAYS
from metrics._metric import Metric

METRIC = Metric(
    name="trial_days",
    label="平均审理天数",
    family="案源",
    aliases=("一审平均审理天数", "平均审理周期"),
    numerator=TRIAL_DAYS,
    denominator=DATED_CLOSINGS,
    quotient="average",
    per=1,
    unit="天",
    decimals=1,
    better="lower",
    interval="none",
    order=60,
    event="一审平均审理天数",
    includes=("本院民商事、行政一审案件（按口径的案件类型）", "天数＝立案日期到结案日期", "按结案日期归入期间"),
    excludes=("结案日期早于立案日期的", "未结案件"),
    basis="本系统自定：审理天数之和÷结案件数；不扣除鉴定、公告等期间。",
    caution="清理长期未结案的月份平均数会升高，并非变慢。",
)
