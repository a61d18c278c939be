"""工作站促成行政撤诉."""

from metrics._metric import Metric
from metrics._register_counts import STATION_WITHDRAWALS

METRIC = Metric(
    name="station_administrative_withdrawals",
    label="工作站促成行政撤诉",
    family="延伸",
    aliases=("法官工作站行政案件撤诉件数", "行政案件撤诉件数"),
    numerator=STATION_WITHDRAWALS,
    denominator=None,
    per=1,
    unit="件",
    decimals=0,
    better="none",
    interval="none",
    order=41,
    event="工作站促成行政案件撤诉",
    includes=("工作站活动台账中类型为行政案件撤诉的件数", "按活动日期计入期间"),
    excludes=("案件台账中的撤诉，不与此相加",),
    basis="只计件数，以工作站登记为准。",
    caution="与案件台账的撤诉是同一批案件的两种登记，绝不相加。",
)
