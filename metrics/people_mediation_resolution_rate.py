"""人民调解化解率."""

from metrics._counts import PEOPLE
from metrics._metric import Metric

METRIC = Metric(
    name="people_mediation_resolution_rate",
    label="人民调解化解率",
    family="调解",
    aliases=("人民调解成功率（成功÷受理）", "人民调解调处率"),
    numerator=PEOPLE.resolved,
    denominator=PEOPLE.accepted,
    ended=PEOPLE.ended,
    per=100,
    unit="%",
    decimals=2,
    better="higher",
    interval="wilson",
    order=40,
    is_core=True,
    event="人民调解化解率",
    includes=("人民调解组织受理的纠纷", "化解＝调解成功、达成协议"),
    excludes=("法院委派委托调解、行业专业调解不并入", "撤回、未结不算化解"),
    basis="按受理日期归入期间（缺时依次取收案、委派、申请日期）；结果为截至目前的状态，未结在旁列示。",
    caution="近月受理的纠纷尚未调结，当月化解率天然偏低；与法院诉前（先行）调解是两类纠纷，不得合并或互比。",
)
