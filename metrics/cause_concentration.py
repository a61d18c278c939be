"""案由集中度."""

from metrics._case_counts import FILINGS_WITH_CAUSE
from metrics._metric import Metric
from metrics._village_counts import TOP_CAUSE_FILINGS

METRIC = Metric(
    name="cause_concentration",
    label="案由集中度",
    family="诉源",
    aliases=("前五位案由占比", "主要案由占比"),
    numerator=TOP_CAUSE_FILINGS,
    denominator=FILINGS_WITH_CAUSE,
    per=100,
    unit="%",
    decimals=1,
    better="none",
    interval="none",
    order=60,
    event="案由集中度",
    includes=("各地方件数最多的前几种案由（默认前5种，在口径中设定）的案件", "按立案日期计入期间"),
    excludes=("没有写明案由的案件", "口径中列明剔除的案由和批量案件"),
    basis="本系统自定：前几位案由的件数÷写明案由的一审民商事新收；全县按全县的前几位案由算，不是各乡镇之和。",
    caution="案件少的地方自然集中，不宜比高低；2026年1月1日起案由名称有变，跨该日不可比。",
)
