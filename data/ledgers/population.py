"""People of each township."""

from data.ledgers.model import Ledger, field

POPULATION = Ledger(
    name="population",
    label="人口表",
    row_is="一个乡镇街道在一个时点、一种口径下的人口数",
    required=(("township",), ("people",)),
    fields=(
        field(
            "township",
            "word",
            "乡镇（街道） 乡镇街道 乡镇、街道 乡镇/街道 乡镇（街道）名称 乡镇街道名称 乡镇名称 乡镇 镇街"
            " 镇街名称 镇（街道）"
            " 镇办 街镇 乡（镇、街道） 乡级单位 地区 地区名称 行政区划 街道 单位名称 单位 名称",
        ),
        # One sheet may hold several columns of people; each becomes rows of its own (basis and date from its header).
        field("people", "integer", "人口数 常住人口 户籍人口 常住人口数 户籍人口数 总人口 总人口数 人口总数 人口 人数"),
        field("basis", "word", "口径 人口口径 统计口径 人口类型 人口类别"),
        field("as_of", "date", "时点 统计时点 截止日期 截至日期 统计日期 日期 年份 年度 统计年度 统计年份"),
        field("source", "word", "来源 数据来源 资料来源 人口来源"),
    ),
)
