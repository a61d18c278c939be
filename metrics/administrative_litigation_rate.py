"""行政万人起诉率."""

from metrics._counts import ADMINISTRATIVE_FILINGS, RESIDENTS
from metrics._metric import Metric

METRIC = Metric(
    name="administrative_litigation_rate",
    label="行政万人起诉率",
    family="诉源",
    aliases=("行政万人成讼率", "行政诉讼万人起诉率", "万人行政起诉率"),
    numerator=ADMINISTRATIVE_FILINGS,
    denominator=RESIDENTS,
    per=10_000,
    unit="件/万人",
    decimals=2,
    better="lower",
    interval="poisson",
    order=20,
    is_core=True,
    event="每万人新收一审行政案件",
    includes=("本院“行初”字号案件", "按立案日期计入期间"),
    excludes=("行政赔偿（行赔初）默认不计", "行政非诉审查", "辖区外、未归属案件不进乡镇的率，只进全县"),
    basis="分母为口径选定的人口（默认常住人口），取期末当日或之前最近一次公布数；期内累计，不折算全年。",
    caution="行政案件集中管辖的地方，本院收案不等于本县行政争议；乡镇件数多为个位数，宜看件数、慎比高低。",
)
