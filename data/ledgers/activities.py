"""Pieces of work of judges' stations and tribunals: circuit hearings, legal education, consultation and the like."""

from data.ledgers.model import Ledger, field
from data.ledgers.places import TOWNSHIP_STATED

ACTIVITY_TYPES = {
    "mediation": "调解",
    "circuit_hearing": "巡回审判",
    "legal_education": "普法宣传",
    "consultation": "法律咨询",
    "screening": "纠纷排查",
    "return_visit": "回访",
    "administrative_withdrawal": "行政案件撤诉",
    "administrative_settlement": "行政争议诉后化解",
    "confirmation": "司法确认",
    "training": "业务指导培训",
    "other": "其他",
}
"""What a piece of work may be, and the word that templates and pages use for it."""

ACTIVITIES = Ledger(
    name="activities",
    label="工作站活动台账",
    row_is="一项巡回审判、普法、咨询、排查、回访等工作",
    required=(("held_on",),),
    fields=(
        field("number", "number", "活动编号 登记编号 编号"),
        field(
            "held_on",
            "date",
            "活动日期 活动时间 日期 开展日期 开展时间 举办日期 举办时间 工作日期 开庭日期 开庭时间 时间",
        ),
        field(
            "activity_type",
            "word",
            "活动类型 活动类别 活动种类 工作类型 工作类别 工作种类 活动形式 工作形式 工作事项 事项类型 类型 类别",
        ),
        field(
            "station",
            "word",
            "站点或地点 站点 站点名称 工作站名称 法官工作站名称 法官工作站 工作站 所属工作站 承办工作站",
        ),
        field("times", "integer", "数量 件（次）数 件次数 次数 场次 件数 件次 场数 活动次数 数目"),
        field(
            "participants",
            "integer",
            "参加人数 参与人数 受众人数 旁听人数 受教育人数 覆盖人数 参加人次 参与人次 受众人次 人数 人次",
        ),
        field(
            "opinions",
            "integer",
            "意见条数 征求意见条数 收集意见条数 征集意见条数 提出意见条数 意见建议条数 意见数",
        ),
        field("opinions_done", "integer", "落实条数 意见落实条数 落实意见条数 已落实条数 采纳条数 整改条数 落实数"),
        field("disputes_found", "integer", "发现纠纷数 发现纠纷件数 排查纠纷数 排查纠纷件数 发现矛盾纠纷数 发现数"),
        field("disputes_prevented", "integer", "预防纠纷数 预防纠纷件数 预防数"),
        field("disputes_settled", "integer", "化解纠纷数 化解纠纷件数 化解件数 化解数"),
        field("related_case_number", "number", "案号 关联案号 涉及案号"),
        field("place_stated", "place", f"{TOWNSHIP_STATED} 所属镇 所在镇"),
        field("place_dispute", "place", "地点 活动地点 开展地点 举办地点 巡回地点 开庭地点 审理地点 活动地址"),
        field("identity", "dropped", "联系电话 电话 联系方式 手机号"),
        field("matter", "dropped", "活动主题 主题 活动内容 工作内容 内容 活动名称 简要情况"),
        field("judge", "dropped", "承办人 主办人 参与法官 驻站法官 法官 负责人 主讲人 承办法官"),
    ),
)
