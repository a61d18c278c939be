"""Judicial suggestions (司法建议) and what became of them."""

from data.ledgers.model import Ledger, field
from data.ledgers.places import TOWNSHIP_STATED

SUGGESTIONS = Ledger(
    name="suggestions",
    label="司法建议台账",
    row_is="一份司法建议",
    required=(("issued_on",),),
    fields=(
        field(
            "number",
            "number",
            "建议书编号 司法建议书编号 司法建议编号 建议编号 建议书文号 司法建议文号 建议书字号 文号 发文字号 编号",
        ),
        field("related_case_number", "number", "案号 关联案号 涉及案号 涉案案号"),
        field(
            "addressee",
            "word",
            "被建议单位 被建议单位名称 建议对象 受建议单位 受文单位 主送单位 发送单位 接收单位 致送单位",
        ),
        field("suggestion_type", "word", "建议类型 司法建议类型 建议类别 建议种类 类型"),
        field("industry", "word", "所属行业 行业 行业领域 所属领域"),
        field(
            "issued_on",
            "date",
            "发出日期 发出时间 发送日期 发送时间 制发日期 制发时间 发文日期 发文时间 发布日期 建议日期 建议时间",
        ),
        field("delivered_on", "date", "送达日期 送达时间 签收日期 签收时间"),
        field(
            "reply_due_on",
            "date",
            "反馈期限 反馈时限 反馈截止日期 要求反馈日期 回复期限 回复时限 答复期限 答复时限 回函期限",
        ),
        field("replied_on", "date", "反馈日期 反馈时间 回复日期 回复时间 答复日期 答复时间 复函日期 回函日期"),
        field("is_replied", "word", "是否反馈 是否回复 是否答复 是否回函 是否复函 反馈情况 回复情况"),
        field("adoption", "word", "采纳情况 是否采纳 采纳结果 采纳落实情况 落实情况 整改情况"),
        field("revisited_on", "date", "回访日期 回访时间"),
        field("place_stated", "place", f"{TOWNSHIP_STATED} 所属乡镇/行业 所属镇 所在镇"),
        field("place_defendant", "place", "被建议单位地址 被建议单位住所地 被建议单位所在地 单位地址 单位住所地"),
        field("identity", "dropped", "联系电话 联系人 电话 联系方式 手机号"),
        field(
            "matter", "dropped", "建议内容 建议事项 建议主题 主要内容 存在问题 反馈内容 回复内容 司法建议名称 建议名称"
        ),
        field("judge", "dropped", "承办人 承办法官 制发人 签发人"),
    ),
)
