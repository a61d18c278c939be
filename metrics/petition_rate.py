"""万人信访量."""

from metrics._counts import RESIDENTS
from metrics._metric import Metric
from metrics._register_counts import PETITIONS

METRIC = Metric(
    name="petition_rate",
    label="万人信访量",
    family="访源",
    aliases=("每万人信访量", "万人信访率"),
    numerator=PETITIONS,
    denominator=RESIDENTS,
    per=10_000,
    unit="件/万人",
    decimals=2,
    better="lower",
    interval="poisson",
    order=40,
    event="每万人信访事项",
    includes=("信访台账登记的全部事项", "按登记日期计入期间"),
    excludes=("辖区外、未归属的不进乡镇的率，只进全县",),
    basis="本系统自定：信访事项数÷口径选定的人口×10,000；期内累计，不折算全年。",
    caution="不得以压减登记来降低此数；集访按一件计。",
)
