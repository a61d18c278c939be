"""司法建议反馈率."""

from metrics._metric import Metric
from metrics._register_counts import SUGGESTIONS, SUGGESTIONS_REPLIED

METRIC = Metric(
    name="suggestion_reply_rate",
    label="司法建议反馈率",
    family="延伸",
    aliases=("司法建议回复率", "司法建议书反馈率"),
    numerator=SUGGESTIONS_REPLIED,
    denominator=SUGGESTIONS,
    per=100,
    unit="%",
    decimals=2,
    better="higher",
    interval="wilson",
    order=20,
    event="司法建议反馈率",
    includes=("有反馈日期，或台账记为已反馈、已回函的",),
    excludes=("尚未反馈的，不论期限是否已到",),
    basis="有效反馈÷发出（苏州2019年 105÷123＝85.4%）。按发出日期归入期间；反馈、采纳为截至目前的状态。",
    caution="反馈期限以各建议书载明的为准，逾期未反馈的另有清单；2024年9月起已不在最高法指标之列。",
)
