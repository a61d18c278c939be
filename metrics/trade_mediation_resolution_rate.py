"""行业专业调解化解率."""

from metrics._counts import TRADE
from metrics._metric import Metric

METRIC = Metric(
    name="trade_mediation_resolution_rate",
    label="行业专业调解化解率",
    family="调解",
    aliases=("行业性专业性调解化解率", "行业调解化解率"),
    numerator=TRADE.resolved,
    denominator=TRADE.accepted,
    ended=TRADE.ended,
    per=100,
    unit="%",
    decimals=2,
    better="higher",
    interval="wilson",
    order=64,
    event="行业专业调解化解率",
    includes=("行业性、专业性调解组织（医调、交调、商会、工会等）受理的纠纷", "化解＝调解成功、达成协议或和解"),
    excludes=("人民调解、诉前（先行）调解、排查化解台账的纠纷", "撤回、终止和未结不算化解"),
    basis="化解数÷受理数。按受理日期归入期间（缺时依次取收案、委派、申请日期）；结果为截至目前的状态，未结在旁列示。",
    caution="各类调解的成功率相差悬殊，绝不合并；受理少的组织率不稳，先看件数。",
)
