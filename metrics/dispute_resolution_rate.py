"""矛盾纠纷调处化解率."""

from metrics._counts import COMMUNITY
from metrics._metric import Metric

METRIC = Metric(
    name="dispute_resolution_rate",
    label="矛盾纠纷调处化解率",
    family="调解",
    aliases=("矛盾纠纷化解率", "矛盾纠纷排查化解率"),
    numerator=COMMUNITY.resolved,
    denominator=COMMUNITY.accepted,
    ended=COMMUNITY.ended,
    per=100,
    unit="%",
    decimals=2,
    better="higher",
    interval="wilson",
    order=80,
    is_core=True,
    event="矛盾纠纷调处化解率",
    includes=("矛盾纠纷排查化解台账登记受理的纠纷", "化解＝台账记为已化解、调处成功"),
    excludes=("已录入人民调解、诉前调解台账的不重复并入", "未化解、化解中不算化解"),
    basis="按受理日期归入期间（缺时依次取收案、委派、申请日期）；结果为截至目前的状态，未结在旁列示。",
    caution="台账由乡镇自报，登记口径影响高低；登记数少的地方率不稳，先看件数。",
)
