"""法官工作站数."""

from metrics._metric import Metric
from metrics._register_counts import STATIONS

METRIC = Metric(
    name="stations_in_place",
    label="法官工作站数",
    family="延伸",
    aliases=("法官工作站个数", "法官工作站总数"),
    numerator=STATIONS,
    denominator=None,
    per=1,
    unit="个",
    decimals=0,
    better="none",
    interval="none",
    order=120,
    event="法官工作站",
    includes=("名册所列、期末已设立的法官工作站",),
    excludes=("期末以后设立的",),
    basis="以工作站名册为准；没有写设立日期的视为一直有。",
    caution="只作背景，不评优劣。",
)
