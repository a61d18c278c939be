"""信访积案化解率."""

from metrics._metric import Metric
from metrics._register_counts import BACKLOG_PETITIONS, BACKLOG_RESOLVED

METRIC = Metric(
    name="backlog_petition_resolution_rate",
    label="信访积案化解率",
    family="访源",
    aliases=("积案化解率", "交办积案化解率"),
    numerator=BACKLOG_RESOLVED,
    denominator=BACKLOG_PETITIONS,
    per=100,
    unit="%",
    decimals=2,
    better="higher",
    interval="wilson",
    order=30,
    event="信访积案化解率",
    includes=("台账记为积案的事项", "其中已化解的为分子"),
    excludes=("非积案的事项", "台账没有积案记载时不计"),
    basis="累计化解÷交办（临沂 638÷1,876＝34.01%）。按登记日期归入期间；结果为截至目前的状态。",
    caution="积案多为往年登记，选“年初至今”会漏掉往年的，宜选较长期间。",
)
