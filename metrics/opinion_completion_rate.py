"""意见落实率."""

from metrics._metric import Metric
from metrics._register_counts import OPINIONS, OPINIONS_DONE

METRIC = Metric(
    name="opinion_completion_rate",
    label="意见落实率",
    family="延伸",
    aliases=("征求意见落实率", "意见建议落实率"),
    numerator=OPINIONS_DONE,
    denominator=OPINIONS,
    per=100,
    unit="%",
    decimals=1,
    better="higher",
    interval="wilson",
    order=60,
    event="意见落实率",
    includes=("工作站活动台账记载的收集意见条数", "其中已落实的条数为分子"),
    excludes=("没有填意见条数的活动",),
    basis="本系统自定：已落实条数÷收集意见条数；按收集意见的活动日期归入期间。",
    caution="落实需要时间，近期的率偏低。",
)
