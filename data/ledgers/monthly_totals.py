"""Sums of a month for years or places of which only a summary is left (历史汇总)."""

from data.ledgers.model import Ledger, field

MONTHLY_TOTALS = Ledger(
    name="monthly_totals",
    label="历史汇总",
    row_is="一个乡镇街道（或全县）一个月一项计数的数",
    required=(("township",), ("month",), ("count_name",), ("total",)),
    fields=(
        field(
            "township",
            "word",
            "乡镇（街道） 乡镇街道 乡镇、街道 乡镇/街道 乡镇名称 乡镇 镇街 镇（街道） 镇办 街镇 地区 街道 单位名称"
            " 单位",
        ),
        field("month", "date", "月份 统计月份 年月 所属月份 所属期 统计期 期间 月"),
        field("count_name", "word", "计数名称 计数项目 计数 统计项目 项目 项目名称 统计指标 指标名称 指标"),
        field("total", "integer", "件数 数量 数值 统计数 合计数 总数 数"),
        field("source", "word", "来源 数据来源 资料来源 出处"),
    ),
)
