"""诉前（先行）调解化解率."""

from metrics._counts import COURT
from metrics._metric import Metric

METRIC = Metric(
    name="court_mediation_resolution_rate",
    label="诉前（先行）调解化解率",
    family="调解",
    aliases=("诉前调解成功率（成功÷受理）", "先行调解化解率", "委派调解成功率"),
    numerator=COURT.resolved,
    denominator=COURT.accepted,
    ended=COURT.ended,
    per=100,
    unit="%",
    decimals=2,
    better="higher",
    interval="wilson",
    order=60,
    is_core=True,
    event="诉前（先行）调解化解率",
    includes=("进入法院诉前（先行）调解的纠纷，含委派、委托、特邀调解", "化解＝调解成功、达成协议或和解"),
    excludes=("人民调解组织自行受理的纠纷不并入", "撤回、未结不算化解"),
    basis="按受理日期归入期间（缺时依次取收案、委派、申请日期）；结果为截至目前的状态，未结在旁列示。",
    caution="2025年1月1日起取消诉前调案号、先立案后调解，跨该日不可比；近月纠纷尚未调结，当月偏低。",
)
