"""回访次数总数."""

from metrics._metric import Metric
from metrics._register_counts import RETURN_VISITS

METRIC = Metric(
    name="return_visit_count",
    label="回访次数总数",
    family="延伸",
    aliases=("开展回访次数",),
    numerator=RETURN_VISITS,
    denominator=None,
    per=1,
    unit="次",
    decimals=0,
    better="none",
    interval="none",
    order=100,
    event="回访",
    includes=("工作站活动台账中类型为回访的次数", "没有填数量的按1计", "按活动日期计入期间"),
    excludes=("其他类型的活动",),
    basis="只计数量，以台账登记为准。",
    caution="工作量指标，多寡不评优劣。",
)
