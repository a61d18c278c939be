"""村（社区）一月一排查覆盖率."""

from metrics._metric import Metric
from metrics._village_counts import SCREENED_VILLAGE_MONTHS, VILLAGE_MONTHS

METRIC = Metric(
    name="village_screening_coverage",
    label="村（社区）一月一排查覆盖率",
    family="调解",
    aliases=("一月一排查覆盖率", "社区月排查覆盖率"),
    numerator=SCREENED_VILLAGE_MONTHS,
    denominator=VILLAGE_MONTHS,
    per=100,
    unit="%",
    decimals=1,
    better="higher",
    interval="none",
    order=140,
    event="村（社区）一月一排查覆盖率",
    includes=("名册所列的村、社区在期内每个整月至少有一次纠纷排查", "以工作站活动台账中类型为排查的记录为准"),
    excludes=("地点没有写明村、社区的排查", "不满整月的首尾"),
    basis="本系统自定：有排查的村月数÷（村、社区数×整月数）。",
    caution="只说明是否开展，不说明排查质量；没有登记的排查不在其内。",
)
