"""诉前（先行）调解成功分流率."""

from metrics._counts import BROUGHT_TO_COURT, SETTLED_BEFORE_FILING
from metrics._metric import Metric

METRIC = Metric(
    name="mediation_diversion_rate",
    label="诉前（先行）调解成功分流率",
    family="诉源",
    aliases=("诉前调解成功分流率", "先行调解成功分流率"),
    numerator=SETTLED_BEFORE_FILING,
    denominator=BROUGHT_TO_COURT,
    per=100,
    unit="%",
    decimals=2,
    better="higher",
    interval="wilson",
    order=40,
    event="诉前（先行）调解成功分流率",
    includes=("分子：诉前（先行）调解成功、没有立案号的纠纷，按受理日期", "分母：分子与一审民商事、行政新收之和"),
    excludes=(
        "调解不成转入立案的纠纷只按案件计一次",
        "口径中列明剔除的案由和批量案件",
        "人民调解、行业调解、排查化解的纠纷",
    ),
    basis="最高法2024年第一季度起的用语：诉前调解成功数占诉至法院纠纷的比重（2024年1—5月 4,776,842÷12,494,633）。",
    caution="月度值与累计值差别很大，不可混比；2025年1月1日起先立案后调解，已编民初字号的不再是诉前化解，跨该日不可比。",
)
