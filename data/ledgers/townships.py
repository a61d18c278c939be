"""The list of townships and streets."""

from data.ledgers.model import Ledger, field

TOWNSHIPS = Ledger(
    name="townships",
    label="乡镇街道名册",
    row_is="一个乡镇、街道或类似乡级单位",
    required=(("township",),),
    fields=(
        field(
            "township",
            "word",
            "乡镇（街道） 乡镇街道 乡镇、街道 乡镇/街道 乡镇（街道）名称 乡镇街道名称 乡镇名称 乡镇 镇街"
            " 镇街名称 镇（街道）"
            " 镇办 街镇 乡（镇、街道） 乡级单位 乡级单位名称 地区 街道名称 单位名称 街道 名称",
        ),
        field("kind", "word", "类别 类型 单位类别 单位类型 乡级单位类别 乡镇类别 乡镇类型 行政区划类别 性质"),
        field("official_code", "word", "行政区划代码 区划代码 统计代码 统计用区划代码 行政区划编码 乡镇代码 代码"),
        field(
            "aliases",
            "word",
            "曾用名/别名 曾用名、别名 曾用名或别名 曾用名及别名 曾用名（别名） 曾用名 曾用名称 别名 又名 简称"
            " 其他名称 别称 旧称",
        ),
        field(
            "villages",
            "word",
            "下辖村（社区） 下辖村社区 下辖村社 下辖村居 下辖村 下辖社区 所辖村（社区） 所辖村社区 所辖村社 所辖村居"
            " 辖村（社区） 辖村社 村（社区） 村社区 村社 村居 村（居） 村（社区）名称 村、社区 村/社区",
        ),
        field("tribunal", "word", "所属法庭 管辖法庭 所属人民法庭 管辖人民法庭 人民法庭 对应法庭 法庭"),
    ),
)
