"""万人成讼率."""

from metrics._counts import CIVIL_FILINGS, RESIDENTS
from metrics._metric import Metric

METRIC = Metric(
    name="litigation_rate",
    label="万人成讼率",
    family="诉源",
    aliases=("万人成诉率", "万人起诉率", "万人诉讼率", "民商事万人成讼率"),
    numerator=CIVIL_FILINGS,
    denominator=RESIDENTS,
    per=10_000,
    unit="件/万人",
    decimals=2,
    better="lower",
    interval="poisson",
    order=10,
    is_core=True,
    event="每万人新收一审民商事案件",
    includes=("本院“民初”字号案件", "按立案日期计入期间", "按口径确定的顺序归属到乡镇街道"),
    excludes=(
        "诉前调确、诉前调书、执保、执恢等非一审字号",
        "口径中列明剔除的案由",
        "辖区外、未归属案件不进乡镇的率，只进全县",
    ),
    basis="分母为口径选定的人口（默认常住人口），取期末当日或之前最近一次公布数；期内累计，不折算全年。",
    caution=(
        "供平安建设工作参考，不作为立案限制依据；案件下降不当然等于治理成效，应与化解率对照。"
        "各地分子分母不一，与外地或全国数据比较前先核对口径。"
    ),
)
