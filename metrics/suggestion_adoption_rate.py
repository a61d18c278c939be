"""司法建议采纳率."""

from metrics._metric import Metric
from metrics._register_counts import SUGGESTIONS, SUGGESTIONS_ADOPTED

METRIC = Metric(
    name="suggestion_adoption_rate",
    label="司法建议采纳率",
    family="延伸",
    aliases=("司法建议书采纳率",),
    numerator=SUGGESTIONS_ADOPTED,
    denominator=SUGGESTIONS,
    per=100,
    unit="%",
    decimals=2,
    better="higher",
    interval="wilson",
    order=30,
    event="司法建议采纳率",
    includes=("台账记为采纳、部分采纳的",),
    excludes=("未采纳的", "尚未反馈的", "台账没有采纳记载时不计"),
    basis="本系统自定：采纳（含部分采纳）÷发出。按发出日期归入期间；反馈、采纳为截至目前的状态。",
    caution="采纳与否由填报人判断，宜抽查回函。",
)
