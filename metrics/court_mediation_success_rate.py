"""诉前（先行）调解成功率."""

from metrics._counts import COURT
from metrics._metric import Metric

METRIC = Metric(
    name="court_mediation_success_rate",
    label="诉前（先行）调解成功率",
    family="调解",
    aliases=("诉前调解办结成功率", "先行调解成功率"),
    numerator=COURT.resolved,
    denominator=COURT.decided,
    per=100,
    unit="%",
    decimals=2,
    better="higher",
    interval="wilson",
    order=70,
    is_core=True,
    event="诉前（先行）调解成功率",
    includes=("进入法院诉前（先行）调解且已有成败结果的纠纷", "成功＝调解成功、达成协议或和解"),
    excludes=("未结不进分母", "撤回、终止不进分母"),
    basis="分母为成功数＋不成功数。按受理日期归入期间（缺时依次取收案、委派、申请日期）；结果为截至目前的状态，未结在旁列示。",
    caution="2025年1月1日起取消诉前调案号、先立案后调解，跨该日不可比；分母不含未结和撤回，通常高于化解率。",
)
