"""乡镇街道一季一排查覆盖率."""

from metrics._metric import Metric
from metrics._village_counts import SCREENED_TOWNSHIP_QUARTERS, TOWNSHIP_QUARTERS

METRIC = Metric(
    name="township_screening_coverage",
    label="乡镇街道一季一排查覆盖率",
    family="调解",
    aliases=("一季一排查覆盖率", "街道季排查覆盖率"),
    numerator=SCREENED_TOWNSHIP_QUARTERS,
    denominator=TOWNSHIP_QUARTERS,
    per=100,
    unit="%",
    decimals=1,
    better="higher",
    interval="none",
    order=141,
    event="乡镇街道一季一排查覆盖率",
    includes=(
        "名册所列的乡镇、街道在期内每个整季（公历季度）至少有一次纠纷排查",
        "以工作站活动台账中类型为排查的记录为准",
    ),
    excludes=("不满整季的首尾", "不能归属到乡镇街道的排查"),
    basis="本系统自定：有排查的乡镇季数÷（乡镇街道数×整季数）。",
    caution="期间内没有整季时不计；只说明是否开展，不说明排查质量。",
)
