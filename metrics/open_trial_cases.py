"""期末未结一审案件."""

from metrics._case_counts import TRIAL_CASES_OPEN
from metrics._metric import Metric

METRIC = Metric(
    name="open_trial_cases",
    label="期末未结一审案件",
    family="案源",
    aliases=("未结案件数", "存案数"),
    numerator=TRIAL_CASES_OPEN,
    denominator=None,
    per=1,
    unit="件",
    decimals=0,
    better="none",
    interval="none",
    order=80,
    event="期末未结一审案件",
    includes=("本院民商事、行政一审案件（按口径的案件类型）", "期末当日尚未结案的"),
    excludes=("台账起始日以前立案、台账中没有的", "刑事、执行案件"),
    basis="本系统自定：立案日期在期末或之前、没有结案日期或结案日期在期末之后的案件数。",
    caution="结案日期没有更新的台账会把已结的算作未结；请用最新导出覆盖。",
)
