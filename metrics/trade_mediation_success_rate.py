"""行业专业调解成功率."""

from metrics._counts import TRADE
from metrics._metric import Metric

METRIC = Metric(
    name="trade_mediation_success_rate",
    label="行业专业调解成功率",
    family="调解",
    aliases=("行业性专业性调解成功率", "行业调解成功率"),
    numerator=TRADE.resolved,
    denominator=TRADE.decided,
    per=100,
    unit="%",
    decimals=2,
    better="higher",
    interval="wilson",
    order=66,
    event="行业专业调解成功率",
    includes=("行业性、专业性调解中已有成败结果的纠纷", "成功＝调解成功、达成协议或和解"),
    excludes=("未结不进分母", "撤回、终止不进分母", "人民调解、诉前（先行）调解的纠纷"),
    basis="分母为成功数＋不成功数。按受理日期归入期间（缺时依次取收案、委派、申请日期）；结果为截至目前的状态，未结在旁列示。",
    caution="分母不含未结和撤回，通常高于化解率；各类调解不合并。",
)
