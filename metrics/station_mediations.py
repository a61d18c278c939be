"""工作站调解件数."""

from metrics._metric import Metric
from metrics._register_counts import STATION_MEDIATIONS

METRIC = Metric(
    name="station_mediations",
    label="工作站调解件数",
    family="延伸",
    aliases=("法官工作站调解件数", "工作站化解件数"),
    numerator=STATION_MEDIATIONS,
    denominator=None,
    per=1,
    unit="件",
    decimals=0,
    better="none",
    interval="none",
    order=110,
    event="工作站调解纠纷",
    includes=("工作站活动台账中类型为调解的件数", "没有填数量的按1计"),
    excludes=("调解台账中的纠纷，不与此相加",),
    basis="只计件数，以工作站登记为准。",
    caution="与调解台账可能是同一批纠纷的两种登记，绝不相加。",
)
