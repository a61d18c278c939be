"""行政机关负责人出庭应诉率."""

from metrics._case_counts import CHIEF_PRESENT, HEARD_WITH_CHIEF_KNOWN
from metrics._metric import Metric

METRIC = Metric(
    name="chief_attendance_rate",
    label="行政机关负责人出庭应诉率",
    family="延伸",
    aliases=("负责人出庭应诉率", "行政负责人出庭率"),
    numerator=CHIEF_PRESENT,
    denominator=HEARD_WITH_CHIEF_KNOWN,
    per=100,
    unit="%",
    decimals=2,
    better="higher",
    interval="wilson",
    order=50,
    event="行政机关负责人出庭应诉率",
    includes=("案件台账记有负责人是否出庭的行政一审案件", "负责人出庭的为分子，按件计、不按人次"),
    excludes=("没有记载的案件不进分母", "只有工作人员、律师出庭的不算"),
    basis="负责人出庭的案件÷开庭审理的行政案件（山东2017年 5,185÷11,965＝43.3%）；按结案日期归入期间。",
    caution="件与人次不可混用；件数少，先看件数。",
)
