"""The court's cases."""

from data.ledgers.model import Ledger, field
from data.ledgers.places import PLACE_DEFENDANT, PLACE_DISPUTE, PLACE_PLAINTIFF, TOWNSHIP_STATED

CASES = Ledger(
    name="cases",
    label="案件台账",
    row_is="本院一个案件",
    required=(("case_number",), ("filed_on", "received_on")),
    fields=(
        field(
            "case_number", "case_number", "案号 案件案号 本院案号 一审案号 案件号 案件编号 立案案号 审判案号 诉讼案号"
        ),
        field(
            "filed_on",
            "date",
            "立案日期 立案时间 立案登记日期 立案登记时间 登记立案日期 登记立案时间 正式立案日期 立案日",
        ),
        field("received_on", "date", "收案日期 收案时间 受理日期 受理时间 受案日期 受案时间 收案登记日期 收案日"),
        field(
            "closed_on",
            "date",
            "结案日期 结案时间 审结日期 审结时间 报结日期 报结时间 办结日期 办结时间 裁判日期 结案日",
        ),
        field("cause", "word", "案由 立案案由 案由名称 民事案由 结案案由"),
        field("procedure", "word", "适用程序 审判程序 审理程序 程序"),
        field("close_method", "word", "结案方式 结案方式名称 结案方式对应事由"),
        field("is_appealed", "word", "是否上诉 上诉情况 当事人是否上诉 是否提起上诉 是否提出上诉 上诉状态"),
        field(
            "is_chief_present",
            "word",
            "负责人是否出庭 负责人出庭情况 负责人出庭应诉 负责人是否出庭应诉 行政机关负责人是否出庭"
            " 行政机关负责人出庭情况 行政机关负责人出庭应诉情况 行政机关负责人是否出庭应诉 机关负责人是否出庭",
        ),
        field("status", "word", "案件状态 状态 进展阶段 办理状态 当前状态 案件进展"),
        field("court", "word", "经办法院 审理法院 承办法院 立案法院 受理法院 管辖法院 法院名称 法院"),
        field(
            "amount",
            "money",
            "标的额 标的数额 标的金额 立案标的额 立案标的金额 诉讼标的额 诉讼标的金额 诉讼标的 涉案金额"
            " 争议金额 标的 结案标的额",
        ),
        field("plaintiffs", "party", "原告 原告人 原告人名称 原告名称 原告姓名 申请人"),
        field("defendants", "party", "被告 被告人 被告人名称 被告名称 被告姓名 被申请人"),
        field("parties", "party", "当事人 当事人名称 当事人姓名"),
        field("party_role", "word", "诉讼地位 当事人地位 当事人诉讼地位"),
        field("place_stated", "place", f"{TOWNSHIP_STATED} 案件所属乡镇 案件所在乡镇"),
        field("place_defendant", "place", PLACE_DEFENDANT),
        field("place_dispute", "place", PLACE_DISPUTE),
        field("place_plaintiff", "place", PLACE_PLAINTIFF),
        field(
            "party_address",
            "place",
            "地址 住所地 住址 户籍所在地 户籍地 户籍地址 现住址 住所 当事人住所 当事人地址 当事人住所地 当事人住址"
            " 联系地址 送达地址",
            label="当事人地址",
        ),
        field(
            "place_tribunal",
            "place",
            "承办庭室 承办部门 承办审判庭 承办法庭 审理法庭 人民法庭 业务庭 审判庭 承办庭 收案部门 收案庭室 审判团队",
        ),
        field("judge", "dropped", "承办人 承办法官 承办人员 案件承办人 主审法官 审判员 审判长 书记员 法官助理"),
        field("case_name", "dropped", "案件名称 案名"),
        field(
            "identity",
            "dropped",
            "身份证号 身份证号码 证件号码 证件号 联系电话 电话 手机号 手机号码 当事人电话",
            label="证件号、电话",
        ),
    ),
)
