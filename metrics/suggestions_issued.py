"""司法建议发出数."""

from metrics._metric import Metric
from metrics._register_counts import SUGGESTIONS

METRIC = Metric(
    name="suggestions_issued",
    label="司法建议发出数",
    family="延伸",
    aliases=("发出司法建议数", "司法建议数"),
    numerator=SUGGESTIONS,
    denominator=None,
    per=1,
    unit="份",
    decimals=0,
    better="none",
    interval="none",
    order=10,
    event="发出司法建议",
    includes=("司法建议台账登记的全部司法建议", "按发出日期计入期间"),
    excludes=("草拟未发出的",),
    basis="只计份数；不能归属到乡镇街道的计入全县。",
    caution="多寡不评优劣，重在反馈和采纳。",
)
