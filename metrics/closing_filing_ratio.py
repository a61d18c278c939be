"""结收比."""

from metrics._case_counts import TRIAL_CLOSINGS, TRIAL_FILINGS
from metrics._metric import Metric

METRIC = Metric(
    name="closing_filing_ratio",
    label="结收比",
    family="案源",
    aliases=("一审结收比", "结收案比"),
    numerator=TRIAL_CLOSINGS,
    denominator=TRIAL_FILINGS,
    quotient="ratio",
    per=100,
    unit="%",
    decimals=2,
    better="higher",
    interval="none",
    order=50,
    event="一审结收比",
    includes=("本院民商事、行政一审案件（按口径的案件类型）", "分子按结案日期、分母按立案日期计入期间"),
    excludes=("刑事、执行案件",),
    basis="结案÷新收（郑州2021年上半年 126,927÷146,484＝86.65%，全部案件）；可以超过100%。",
    caution="新收少的月份会虚高；与结案率同看。",
)
