"""初信初访一次性化解率."""

from metrics._metric import Metric
from metrics._register_counts import FIRST_PETITIONS_AT_ONCE, FIRST_PETITIONS_ENDED

METRIC = Metric(
    name="first_petition_resolution_rate",
    label="初信初访一次性化解率",
    family="访源",
    aliases=("初次信访一次性化解率", "初信初访化解率"),
    numerator=FIRST_PETITIONS_AT_ONCE,
    denominator=FIRST_PETITIONS_ENDED,
    per=100,
    unit="%",
    decimals=2,
    better="higher",
    interval="wilson",
    order=20,
    event="初信初访一次性化解率",
    includes=("台账记为初信、初访且已办结的事项", "其中记为一次性化解的为分子"),
    excludes=("重复信访", "尚在办理的", "台账没有“一次性化解”记载时不计"),
    basis="一次性化解÷办结（临沂 7,839÷8,307＝94.37%）。按登记日期归入期间；结果为截至目前的状态。",
    caution="是否初次以台账记载为准，本系统不按姓名查重。",
)
