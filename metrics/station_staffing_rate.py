"""法官工作站配备达标率."""

from metrics._metric import Metric
from metrics._register_counts import STAFFED_STATIONS, STATIONS

METRIC = Metric(
    name="station_staffing_rate",
    label="法官工作站配备达标率",
    family="延伸",
    aliases=("工作站2+2+1配备率", "法官工作站2+2+1达标率"),
    numerator=STAFFED_STATIONS,
    denominator=STATIONS,
    per=100,
    unit="%",
    decimals=1,
    better="higher",
    interval="none",
    order=130,
    event="法官工作站配备达标率",
    includes=(
        "法官、法官助理、其他人员（书记员、调解员、联络员）均达到口径设定人数的工作站",
        "默认2名法官、2名法官助理、1名其他人员",
    ),
    excludes=("没有写人数的视为没有",),
    basis="本系统自定：配齐的工作站÷法官工作站数；人数门槛在口径中设定。",
    caution="名册只有现在的人员，过去期间也按现在的人员计。",
)
