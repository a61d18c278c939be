"""诉前（先行）调解自动履行率."""

from metrics._mediation_counts import COURT_PERFORMED
from metrics._metric import Metric

METRIC = Metric(
    name="court_mediation_performance_rate",
    label="诉前（先行）调解自动履行率",
    family="调解",
    aliases=("诉前（先行）调解协议自动履行率",),
    numerator=COURT_PERFORMED.applies,
    denominator=COURT_PERFORMED.told,
    per=100,
    unit="%",
    decimals=2,
    better="higher",
    interval="wilson",
    order=121,
    event="诉前（先行）调解自动履行率",
    includes=("诉前（先行）调解成功、达成协议的纠纷", "台账“履行情况”写明已履行、自动履行完毕的为分子"),
    excludes=("没有“履行情况”一栏的台账整本不计", "部分履行、申请强制执行、逾期未履行不算自动履行"),
    basis="自动履行数÷调解成功数（最高法公布2023年为95.36%，未公布分子分母）；有该栏的台账里空白视为未履行。按受理日期归入期间（缺时依次取收案、委派、申请日期）；结果为截至目前的状态，未结在旁列示。",
    caution="履行期限未到的也在分母，近期的率会偏低；2025年1月1日前后口径不同。",
)
