"""执行派生比."""

from metrics._case_counts import ENFORCEMENT_FILINGS, TRIAL_CLOSINGS
from metrics._metric import Metric

METRIC = Metric(
    name="enforcement_ratio",
    label="执行派生比",
    family="案源",
    aliases=("执行派生率", "首执派生比"),
    numerator=ENFORCEMENT_FILINGS,
    denominator=TRIAL_CLOSINGS,
    quotient="ratio",
    per=100,
    unit="%",
    decimals=2,
    better="lower",
    interval="none",
    order=70,
    event="执行派生比",
    includes=("分子：“执”字号首次执行案件，按立案日期", "分母：民商事、行政一审结案，按结案日期"),
    excludes=("执恢、执保、执异等字号", "台账中没有执行案件时不计"),
    basis="本系统自定：首次执行新收÷一审结案，同期相除，不逐案追踪；可以超过100%。",
    caution="执行依据还有仲裁、公证、刑事财产刑，不全由本院一审派生。",
)
