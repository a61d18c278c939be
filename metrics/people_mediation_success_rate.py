"""人民调解成功率."""

from metrics._counts import PEOPLE
from metrics._metric import Metric

METRIC = Metric(
    name="people_mediation_success_rate",
    label="人民调解成功率",
    family="调解",
    aliases=("人民调解办结成功率",),
    numerator=PEOPLE.resolved,
    denominator=PEOPLE.decided,
    per=100,
    unit="%",
    decimals=2,
    better="higher",
    interval="wilson",
    order=50,
    is_core=True,
    event="人民调解成功率",
    includes=("人民调解组织受理且已有成败结果的纠纷", "成功＝调解成功、达成协议"),
    excludes=("未结不进分母", "撤回、终止不进分母"),
    basis="分母为成功数＋不成功数。按受理日期归入期间（缺时依次取收案、委派、申请日期）；结果为截至目前的状态，未结在旁列示。",
    caution="分母不含未结和撤回，通常高于化解率；引用时须写明分母。",
)
