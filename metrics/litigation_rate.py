"""万人成讼率."""

from metrics._counts import BROUGHT_TO_COURT, CIVIL_FILINGS, FIRST_INSTANCE_FILINGS, RESIDENTS
from metrics._metric import Metric, OtherNumerator

_NOT_FIRST_INSTANCE = "诉前调确、诉前调书、执保、执恢等非一审字号"
_EXCLUDED = "口径中列明剔除的案由和批量案件"
_NOWHERE = "辖区外、未归属案件不进乡镇的率，只进全县"
_NO_LIMIT = "供平安建设工作参考，不作为立案限制依据；"

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
    excludes=(_NOT_FIRST_INSTANCE, _EXCLUDED, _NOWHERE),
    other_numerators=(
        (
            "civil_and_administrative",
            OtherNumerator(
                side=FIRST_INSTANCE_FILINGS,
                label="万人起诉率（民事、行政）",
                event="每万人新收一审民商事、行政案件",
                includes=("本院“民初”“行初”字号案件", "按立案日期计入期间", "按口径确定的顺序归属到乡镇街道"),
                excludes=(_NOT_FIRST_INSTANCE, _EXCLUDED, _NOWHERE),
                caution=f"{_NO_LIMIT}民事、行政相加，与只计民商事的万人成讼率不可比。",
            ),
        ),
        (
            "with_settled_before_filing",
            OtherNumerator(
                side=BROUGHT_TO_COURT,
                label="万人起诉率（含诉前调解成功）",
                event="每万人诉至法院的纠纷",
                includes=(
                    "本院“民初”“行初”字号案件，按立案日期计入期间",
                    "诉前（先行）调解成功、没有立案号的纠纷，按受理日期计入期间",
                    "按口径确定的顺序归属到乡镇街道",
                ),
                excludes=("调解不成转入立案的纠纷（已按案件计）", _NOT_FIRST_INSTANCE, _EXCLUDED, _NOWHERE),
                caution=(
                    f"{_NO_LIMIT}用于对照最高法公布的万人起诉率（如2024年1至5月88.63件），"
                    "必然高于只计一审民商事的万人成讼率；先行调解已编民初字号的地方会重复计数，慎用。"
                ),
            ),
        ),
    ),
    basis="分母为口径选定的人口（默认常住人口），取期末当日或之前最近一次公布数；期内累计，不折算全年。",
    caution=(
        "供平安建设工作参考，不作为立案限制依据；案件下降不当然等于治理成效，应与化解率对照。"
        "各地分子分母不一，与外地或全国数据比较前先核对口径。"
    ),
)
