"""站均巡回审判次数."""

from metrics._metric import Metric
from metrics._register_counts import CIRCUIT_HEARINGS, STATIONS

METRIC = Metric(
    name="circuit_hearing_per_station",
    label="站均巡回审判次数",
    family="延伸",
    aliases=("每站巡回审判次数",),
    numerator=CIRCUIT_HEARINGS,
    denominator=STATIONS,
    quotient="average",
    per=1,
    unit="次/站",
    decimals=1,
    better="none",
    interval="none",
    order=82,
    event="站均巡回审判",
    includes=("工作站活动台账中类型为巡回审判的次数", "分母为期末已设立的法官工作站"),
    excludes=("没有工作站的地方不计",),
    basis="本系统自定：巡回审判次数÷法官工作站数；没有写设立日期的工作站视为一直有。",
    caution="工作量指标，多寡不评优劣。",
)
