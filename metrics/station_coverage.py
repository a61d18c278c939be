"""法官工作站覆盖率."""

from metrics._metric import Metric
from metrics._register_counts import SERVED_TOWNSHIPS, TOWNSHIPS

METRIC = Metric(
    name="station_coverage",
    label="法官工作站覆盖率",
    family="延伸",
    aliases=("工作站乡镇覆盖率", "法官工作站乡镇街道覆盖率"),
    numerator=SERVED_TOWNSHIPS,
    denominator=TOWNSHIPS,
    per=100,
    unit="%",
    decimals=1,
    better="higher",
    interval="none",
    order=140,
    event="法官工作站覆盖率",
    includes=("名册所列乡镇街道中设有工作站，或写明由某工作站覆盖的",),
    excludes=("期末以后设立的工作站",),
    basis="本系统自定：有工作站服务的乡镇街道数÷乡镇街道数。",
    caution="只说明有没有，不说明开展了多少工作。",
)
