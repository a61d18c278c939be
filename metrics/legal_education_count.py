"""普法宣传场次总数."""

from metrics._metric import Metric
from metrics._register_counts import LEGAL_EDUCATION

METRIC = Metric(
    name="legal_education_count",
    label="普法宣传场次总数",
    family="延伸",
    aliases=("开展普法宣传场次",),
    numerator=LEGAL_EDUCATION,
    denominator=None,
    per=1,
    unit="场",
    decimals=0,
    better="none",
    interval="none",
    order=70,
    event="普法宣传",
    includes=("工作站活动台账中类型为普法宣传的场次", "没有填数量的按1计", "按活动日期计入期间"),
    excludes=("其他类型的活动",),
    basis="只计数量，以台账登记为准。",
    caution="工作量指标，多寡不评优劣。",
)
