"""结案率."""

from metrics._case_counts import TRIAL_CASES_PRESENT, TRIAL_CLOSINGS
from metrics._metric import Metric

METRIC = Metric(
    name="closing_rate",
    label="结案率",
    family="案源",
    aliases=("一审结案率", "审判结案率"),
    numerator=TRIAL_CLOSINGS,
    denominator=TRIAL_CASES_PRESENT,
    per=100,
    unit="%",
    decimals=2,
    better="higher",
    interval="wilson",
    order=40,
    event="一审结案率",
    includes=("本院民商事、行政一审案件（按口径的案件类型）", "分子按结案日期计入期间", "分母＝期初旧存＋期内新收"),
    excludes=("刑事、执行案件", "台账起始日以前立案、台账中没有的旧存"),
    basis="结案÷（旧存＋新收）（固始2022年1—2月 1,119÷2,313＝48.38%，含刑事）。",
    caution="旧存只算得出台账里有的案件，导入年份越少率越高；年底不立案抬高此率属被禁止的做法。",
)
