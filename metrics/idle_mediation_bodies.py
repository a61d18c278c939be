"""零受理调委会."""

from metrics._mediation_counts import IDLE_BODIES
from metrics._metric import Metric

METRIC = Metric(
    name="idle_mediation_bodies",
    label="零受理调委会",
    family="调解",
    aliases=("零受理人民调解委员会", "零受理调解组织"),
    numerator=IDLE_BODIES,
    denominator=None,
    per=1,
    unit="个",
    decimals=0,
    better="lower",
    interval="none",
    order=130,
    event="零受理调委会",
    includes=("截至期末12个月内受理过纠纷、而本期没有受理的人民调解委员会", "一个调委会计在其受理纠纷最多的乡镇街道"),
    excludes=("12个月内从未出现在台账中的调委会（台账无从知道）", "诉前、行业调解组织"),
    basis="本系统自定：以人民调解台账中的调解组织名称为准，名称写法不同会算作两个。",
    caution="期间越长此数越小，满一年必为0；宜按月、按季看。没有受理也可能是没有录入。",
)
