"""The villages and communities of each township."""

from data.ledgers.model import Ledger, field
from data.ledgers.places import TOWNSHIP_STATED

VILLAGES = Ledger(
    name="villages",
    label="村（社区）名册",
    row_is="一个村或社区",
    required=(("village",), ("township",)),
    fields=(
        field(
            "village",
            "word",
            "村（社区） 村（社区）名称 村社区 村社区名称 村/社区 村、社区 村社 村社名称 村（居） 村（居）名称"
            " 村居 村居名称 行政村 行政村名称 建制村 建制村名称 村名 村名称 村委会 村委会名称"
            " 社区 社区名称 嘎查村 村（社区、嘎查）",
        ),
        field(
            "township",
            "word",
            f"{TOWNSHIP_STATED} 乡镇名称 乡镇（街道）名称 乡镇街道名称 镇街名称 隶属乡镇 上级乡镇 所属街道办 所属镇",
        ),
        field("kind", "word", "类别 类型 村社类别 村居类别 村社类型 村居类型 性质 城乡分类"),
    ),
)
