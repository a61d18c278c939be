"""法律咨询次数总数."""

from metrics._metric import Metric
from metrics._register_counts import CONSULTATIONS

METRIC = Metric(
    name="consultation_count",
    label="法律咨询次数总数",
    family="延伸",
    aliases=("开展法律咨询次数",),
    numerator=CONSULTATIONS,
    denominator=None,
    per=1,
    unit="次",
    decimals=0,
    better="none",
    interval="none",
    order=90,
    event="法律咨询",
    includes=("工作站活动台账中类型为法律咨询的次数", "没有填数量的按1计", "按活动日期计入期间"),
    excludes=("其他类型的活动",),
    basis="只计数量，以台账登记为准。",
    caution="工作量指标，多寡不评优劣。",
)
