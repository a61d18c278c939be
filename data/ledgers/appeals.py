"""Appeals as the higher court lists them: 民终 numbers beside those of first instance."""

from data.ledgers.model import Ledger, field

APPEALS = Ledger(
    name="appeals",
    label="上诉案件清单",
    row_is="一件上诉到上级法院的案件",
    required=(("original_case_number",), ("filed_on",)),
    fields=(
        field(
            "original_case_number",
            "number",
            "原审案号 一审案号 原审案件案号 一审案件案号 原一审案号 原审法院案号 一审法院案号 上诉原案号 被上诉案号",
        ),
        field(
            "number",
            "number",
            "二审案号 案号 二审案件案号 终审案号 上诉案号 上诉案件案号 民终案号 案件案号",
            label="二审案号",
        ),
        field(
            "filed_on",
            "date",
            "二审立案日期 立案日期 立案时间 二审立案时间 收案日期 收案时间 二审收案日期 受理日期 上诉日期 移送日期",
            label="二审立案日期",
        ),
        field("case_name", "dropped", "案件名称 案名"),
        field("parties", "dropped", "上诉人 被上诉人 当事人 原审原告 原审被告 上诉人名称 被上诉人名称"),
        field("judge", "dropped", "承办人 承办法官 审判长 主审法官 书记员"),
        field("identity", "dropped", "联系电话 电话 身份证号 证件号码"),
    ),
)
