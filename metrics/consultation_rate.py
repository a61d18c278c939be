"""万人法律咨询次数."""

from metrics._counts import RESIDENTS
from metrics._metric import Metric
from metrics._register_counts import CONSULTATIONS

METRIC = Metric(
    name="consultation_rate",
    label="万人法律咨询次数",
    family="延伸",
    aliases=("每万人法律咨询次数",),
    numerator=CONSULTATIONS,
    denominator=RESIDENTS,
    per=10_000,
    unit="次/万人",
    decimals=2,
    better="none",
    interval="poisson",
    order=91,
    event="每万人法律咨询",
    includes=("工作站活动台账中类型为法律咨询的次数", "按活动日期计入期间"),
    excludes=("辖区外、未归属的不进乡镇的率，只进全县",),
    basis="本系统自定：法律咨询次数÷口径选定的人口×10,000；期内累计，不折算全年。",
    caution="工作量指标，多寡不评优劣。",
)
