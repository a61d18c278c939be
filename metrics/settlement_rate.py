"""调撤率."""

from metrics._case_counts import CIVIL_CLOSINGS, SETTLED_CLOSINGS
from metrics._metric import Metric

METRIC = Metric(
    name="settlement_rate",
    label="调撤率",
    family="案源",
    aliases=("民商事调撤率", "一审民事调解撤诉率", "调解撤诉率"),
    numerator=SETTLED_CLOSINGS,
    denominator=CIVIL_CLOSINGS,
    per=100,
    unit="%",
    decimals=2,
    better="none",
    interval="wilson",
    order=20,
    event="民商事一审调撤率",
    includes=("民商事一审案件中以调解、准予撤诉结案的", "按结案日期归入期间"),
    excludes=("按撤诉处理是否计入由口径决定，默认不计", "没有写明结案方式的案件不进分母", "行政案件"),
    basis="（调解＋撤诉）÷结案（沧县旧州法庭 202÷314＝64.3%）。",
    caution="2025年起先行调解后结案的可能记作其他，跨年比较先看结案方式的写法；一味求高会强调久调。",
)
