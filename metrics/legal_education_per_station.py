"""站均普法宣传场次."""

from metrics._metric import Metric
from metrics._register_counts import LEGAL_EDUCATION, STATIONS

METRIC = Metric(
    name="legal_education_per_station",
    label="站均普法宣传场次",
    family="延伸",
    aliases=("每站普法宣传场次",),
    numerator=LEGAL_EDUCATION,
    denominator=STATIONS,
    quotient="average",
    per=1,
    unit="场/站",
    decimals=1,
    better="none",
    interval="none",
    order=72,
    event="站均普法宣传",
    includes=("工作站活动台账中类型为普法宣传的场次", "分母为期末已设立的法官工作站"),
    excludes=("没有工作站的地方不计",),
    basis="本系统自定：普法宣传场次÷法官工作站数；没有写设立日期的工作站视为一直有。",
    caution="工作量指标，多寡不评优劣。",
)
