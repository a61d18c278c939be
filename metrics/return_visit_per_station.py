"""站均回访次数."""

from metrics._metric import Metric
from metrics._register_counts import RETURN_VISITS, STATIONS

METRIC = Metric(
    name="return_visit_per_station",
    label="站均回访次数",
    family="延伸",
    aliases=("每站回访次数",),
    numerator=RETURN_VISITS,
    denominator=STATIONS,
    quotient="average",
    per=1,
    unit="次/站",
    decimals=1,
    better="none",
    interval="none",
    order=102,
    event="站均回访",
    includes=("工作站活动台账中类型为回访的次数", "分母为期末已设立的法官工作站"),
    excludes=("没有工作站的地方不计",),
    basis="本系统自定：回访次数÷法官工作站数；没有写设立日期的工作站视为一直有。",
    caution="工作量指标，多寡不评优劣。",
)
