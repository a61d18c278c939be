"""人民调解平均天数."""

from metrics._mediation_counts import PEOPLE_DAYS
from metrics._metric import Metric

METRIC = Metric(
    name="people_mediation_days",
    label="人民调解平均天数",
    family="调解",
    aliases=("平均人民调解天数", "人民调解平均调解时长"),
    numerator=PEOPLE_DAYS.days,
    denominator=PEOPLE_DAYS.ended,
    quotient="average",
    per=1,
    unit="天",
    decimals=1,
    better="lower",
    interval="none",
    order=112,
    event="人民调解平均天数",
    includes=("期内办结的人民调解纠纷", "天数＝受理日期到办结日期"),
    excludes=("没有办结日期的", "办结日期早于受理日期的", "未结的"),
    basis="本系统自定：天数之和÷办结件数；与其他调解指标不同，按办结日期归入期间。",
    caution="个别久调的纠纷会拉高平均数。",
)
