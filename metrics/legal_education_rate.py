"""万人普法宣传场次."""

from metrics._counts import RESIDENTS
from metrics._metric import Metric
from metrics._register_counts import LEGAL_EDUCATION

METRIC = Metric(
    name="legal_education_rate",
    label="万人普法宣传场次",
    family="延伸",
    aliases=("每万人普法宣传场次",),
    numerator=LEGAL_EDUCATION,
    denominator=RESIDENTS,
    per=10_000,
    unit="场/万人",
    decimals=2,
    better="none",
    interval="poisson",
    order=71,
    event="每万人普法宣传",
    includes=("工作站活动台账中类型为普法宣传的场次", "按活动日期计入期间"),
    excludes=("辖区外、未归属的不进乡镇的率，只进全县",),
    basis="本系统自定：普法宣传场次÷口径选定的人口×10,000；期内累计，不折算全年。",
    caution="工作量指标，多寡不评优劣。",
)
