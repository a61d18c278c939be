"""行政争议诉后化解."""

from metrics._metric import Metric
from metrics._register_counts import STATION_SETTLEMENTS

METRIC = Metric(
    name="station_administrative_settlements",
    label="行政争议诉后化解",
    family="延伸",
    aliases=("行政争议诉后化解件数", "诉后化解件数"),
    numerator=STATION_SETTLEMENTS,
    denominator=None,
    per=1,
    unit="件",
    decimals=0,
    better="none",
    interval="none",
    order=42,
    event="行政争议诉后化解",
    includes=("工作站活动台账中类型为行政争议诉后化解的件数", "按活动日期计入期间"),
    excludes=("行政案件撤诉另计",),
    basis="只计件数；各地没有公布算式。",
    caution="只作背景，不评优劣。",
)
