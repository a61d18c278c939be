"""人民调解司法确认率."""

from metrics._mediation_counts import PEOPLE_CONFIRMED
from metrics._metric import Metric

METRIC = Metric(
    name="people_mediation_confirmation_rate",
    label="人民调解司法确认率",
    family="调解",
    aliases=("人民调解协议司法确认率",),
    numerator=PEOPLE_CONFIRMED.applies,
    denominator=PEOPLE_CONFIRMED.told,
    per=100,
    unit="%",
    decimals=2,
    better="none",
    interval="wilson",
    order=110,
    event="人民调解司法确认率",
    includes=("人民调解成功、达成协议的纠纷", "台账“司法确认”一栏写明已确认的为分子"),
    excludes=("没有“司法确认”一栏的台账整本不计", "出具调解书的不算司法确认", "未达成协议的纠纷"),
    basis="本系统自定：司法确认数÷调解成功数；有该栏的台账里空白视为未确认。按受理日期归入期间（缺时依次取收案、委派、申请日期）；结果为截至目前的状态，未结在旁列示。",
    caution="能即时履行的不需确认，高低都不说明好坏。",
)
