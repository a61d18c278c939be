"""站均法律咨询次数."""

from metrics._metric import Metric
from metrics._register_counts import CONSULTATIONS, STATIONS

METRIC = Metric(
    name="consultation_per_station",
    label="站均法律咨询次数",
    family="延伸",
    aliases=("每站法律咨询次数",),
    numerator=CONSULTATIONS,
    denominator=STATIONS,
    quotient="average",
    per=1,
    unit="次/站",
    decimals=1,
    better="none",
    interval="none",
    order=92,
    event="站均法律咨询",
    includes=("工作站活动台账中类型为法律咨询的次数", "分母为期末已设立的法官工作站"),
    excludes=("没有工作站的地方不计",),
    basis="本系统自定：法律咨询次数÷法官工作站数；没有写设立日期的工作站视为一直有。",
    caution="工作量指标，多寡不评优劣。",
)
