"""无讼村（社区）占比."""

from metrics._metric import Metric
from metrics._village_counts import LITIGATION_FREE_VILLAGES, VILLAGES

METRIC = Metric(
    name="litigation_free_village_share",
    label="无讼村（社区）占比",
    family="诉源",
    aliases=("无讼村占比", "无讼社区占比", "无讼村（社区）创建率"),
    numerator=LITIGATION_FREE_VILLAGES,
    denominator=VILLAGES,
    per=100,
    unit="%",
    decimals=1,
    better="none",
    interval="none",
    order=50,
    event="无讼村（社区）占比",
    includes=("名册所列的村、社区", "期内一审民商事新收不超过口径门槛（默认0件）的即为无讼"),
    excludes=(
        "地点没有写明村、社区的案件无法计到村，不在此计",
        "名册以外的村、自然村",
        "口径中列明剔除的案由和批量案件",
    ),
    basis="本系统自定：各地没有公布统一门槛，门槛在口径中设定；案件的村只从本乡镇的地点文字中认出。",
    caution="台账写到村的案件越少，此数越高；先看地点写明村的比例。期间越长越低，只与相同长短的期间比。",
)
