"""诉前（先行）调解平均天数."""

from metrics._mediation_counts import COURT_DAYS
from metrics._metric import Metric

METRIC = Metric(
    name="court_mediation_days",
    label="诉前（先行）调解平均天数",
    family="调解",
    aliases=("平均诉前（先行）调解天数", "诉前（先行）调解平均调解时长"),
    numerator=COURT_DAYS.days,
    denominator=COURT_DAYS.ended,
    quotient="average",
    per=1,
    unit="天",
    decimals=1,
    better="lower",
    interval="none",
    order=122,
    event="诉前（先行）调解平均天数",
    includes=("期内办结的诉前（先行）调解纠纷", "天数＝受理日期到办结日期"),
    excludes=("没有办结日期的", "办结日期早于受理日期的", "未结的"),
    basis="本系统自定：天数之和÷办结件数；与其他调解指标不同，按办结日期归入期间。",
    caution="个别久调的纠纷会拉高平均数；2025年1月1日前后口径不同。",
)
