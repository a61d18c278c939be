"""Disputes entered for settlement, and their kinds."""

from data.ledgers.model import Ledger, field
from data.ledgers.places import PLACE_DEFENDANT, PLACE_DISPUTE, PLACE_PLAINTIFF, TOWNSHIP_STATED

MEDIATIONS = Ledger(
    name="mediations",
    label="调解台账",
    row_is="一件进入调处的纠纷",
    required=(
        ("accepted_on", "received_on", "assigned_on", "applied_on", "reported_on"),
        ("result",),
    ),
    fields=(
        field(
            "number",
            "number",
            "民诉前调案件案号 民诉前调案号 诉前调案号 民调案号 前调案号 诉前调解案号 先行调解案号 引调案号"
            " 调解案号 案号"
            " 调解编号 调解案件编号 收件编号 案件编码 案件编号 纠纷编号 事件编号 卷号 任务编号 登记编号 编号",
            label="编号（案号、卷号）",
        ),
        field(
            "kind_word", "word", "调解类型 调解类别 调解种类 委派委托 委派/委托 委派或委托 委派调解/委托调解 调解方式"
        ),
        field(
            "accepted_on",
            "date",
            "受理日期 受理时间 受案日期 受案时间 纠纷受理日期 纠纷受理时间 调解受理日期 登记日期 登记时间",
        ),
        field("received_on", "date", "收案日期 收案时间"),
        field("assigned_on", "date", "委派日期 委派时间 委托日期 委托时间 指派日期 指派时间 分派日期 分派时间"),
        field("applied_on", "date", "申请日期 申请时间 申请调解日期 申请调解时间"),
        field(
            "reported_on",
            "date",
            "排查日期 排查时间 上报日期 上报时间 发现日期 发现时间 发生日期 发生时间",
            label="排查（上报、发生）日期",
        ),
        field(
            "ended_on",
            "date",
            "办结日期 办结时间 结案日期 结案时间 调解结束日期 调解结束时间 调解完成日期 化解日期 化解时间"
            " 完成日期 完成时间"
            " 调结日期 调解日期 调解时间 协议日期",
        ),
        field(
            "result",
            "word",
            "调解结果 化解结果 调处结果 调解是否成功 化解是否成功 是否调解成功 是否化解成功 调解成功与否"
            " 是否成功 是否化解"
            " 是否达成协议 是否达成调解协议 化解情况 调处情况 调解情况 化解状态 调解状态 处理结果 办理结果",
        ),
        field(
            "organisation",
            "word",
            "调解组织 调解组织名称 调解机构 调解单位 调委会 调解委员会 人民调解委员会 调解工作室 解纷机构"
            " 化解组织 化解单位 排查单位",
        ),
        field(
            "category", "word", "纠纷类型 纠纷类别 纠纷种类 案由 矛盾类型 矛盾类别 矛盾纠纷类型 矛盾纠纷类别 事件类别"
        ),
        field("source", "word", "案件来源 纠纷来源"),
        field("amount", "money", "争议金额 涉案金额 标的额 标的金额 涉及金额 协议涉及金额"),
        field("filed_case_number", "number", "立案号 立案案号 诉转案案号 诉讼案号 转立案案号"),
        field("confirmed", "word", "司法确认 申请司法确认 是否司法确认 是否申请司法确认"),
        field(
            "performed",
            "word",
            "履行情况 自动履行 是否自动履行 是否履行 协议履行情况 自动履行情况 履行状态 是否履行完毕 协议是否履行",
        ),
        field(
            "plaintiffs",
            "party",
            "申请人 申请人名称 申请人姓名 申请方 原告 原告名称 当事人 当事人姓名 双方当事人 纠纷当事人",
        ),
        field("defendants", "party", "被申请人 被申请人名称 被申请人姓名 被申请方 被告 被告名称"),
        field(
            "place_stated",
            "place",
            f"案件所在乡镇 所属镇 镇办 所在镇 {TOWNSHIP_STATED} 所属区域 排查区域 所属网格",
            label="所属乡镇",
        ),
        field("place_defendant", "place", PLACE_DEFENDANT),
        field("place_dispute", "place", PLACE_DISPUTE),
        field("place_plaintiff", "place", PLACE_PLAINTIFF),
        field(
            "identity",
            "dropped",
            "可联系号码 被告联系方式 联系电话 身份证号 身份证号码 联系方式 电话",
            label="证件号、电话",
        ),
        field("mediator", "dropped", "调解员 解纷员 被分配调解员 人民调解员 调解人员 法官助理 化解责任人 责任人"),
        field("event", "dropped", "事件名称 纠纷简况 纠纷概况 纠纷简要情况 基本案情 协议内容", label="纠纷简况"),
    ),
)

MEDIATION_KINDS = {
    "court": "诉前（先行）调解",
    "people": "人民调解",
    "trade": "行业专业调解",
    "community": "矛盾纠纷排查化解",
}
