"""Petition matters (信访)."""

from data.ledgers.model import Ledger, field
from data.ledgers.places import PLACE_DISPUTE, TOWNSHIP_STATED

PETITIONS = Ledger(
    name="petitions",
    label="信访台账",
    row_is="一件信访事项",
    required=(("registered_on",), ("result",)),
    fields=(
        field(
            "number",
            "number",
            "信访件编号 信访编号 信访事项编号 信访件号 信访号 来信编号 来访编号 登记编号 事项编号 受理编号 编号",
        ),
        field(
            "registered_on",
            "date",
            "登记日期 登记时间 首次信访日期 首次信访时间 接件日期 接件时间 信访日期 信访时间 来访日期 来访时间"
            " 来信日期 来信时间 接访日期 接访时间 收件日期 收件时间 受理日期 受理时间 交办日期 交办时间",
        ),
        field("ended_on", "date", "化解日期 化解时间 办结日期 办结时间 结案日期 结案时间 答复日期 答复时间 息访日期"),
        field("channel", "word", "信访类型 信访形式 信访方式 信访渠道 来源渠道 信访途径"),
        field("category", "word", "目的分类 信访目的 矛盾类型 矛盾类别 信访类别 事项类别 问题类别 问题类型 诉求类别"),
        field(
            "is_first",
            "word",
            "初信初访 是否初信初访 是否初次信访 是否初次 是否初访 初次或重复 初重访 初次重复 信访性质 信访次别 "
            "是否重复信访 是否重复 是否重访",
        ),
        field("is_backlog", "word", "是否积案 是否信访积案 信访积案 积案"),
        field("is_settled_at_once", "word", "一次性化解 是否一次性化解 一次性化解情况 是否一次化解"),
        field(
            "result",
            "word",
            "化解情况 化解结果 是否化解 化解状态 办理情况 办理结果 办结情况 处理情况 处理结果 办理状态",
        ),
        field("petitioners", "integer", "信访人数 集访人数 上访人数 涉及人数 人数"),
        field("organisation", "word", "责任单位 承办单位 办理单位 责任部门 包案单位"),
        field("related_case_number", "number", "案号 关联案号 涉诉案号 涉案案号 涉及案号"),
        field("place_stated", "place", f"{TOWNSHIP_STATED} 所属镇 所在镇 镇办"),
        field("place_dispute", "place", f"{PLACE_DISPUTE} 问题发生地 问题属地 事项发生地"),
        field(
            "place_plaintiff",
            "place",
            "信访人住址 信访人住所地 信访人地址 常住地址 家庭住址 住址 住所地 地址 户籍地 户籍地址 户籍所在地 现住址",
        ),
        field("petitioner", "dropped", "信访人 信访人姓名 姓名 上访人 上访人姓名 来访人 来访人姓名 来信人 反映人"),
        field("identity", "dropped", "身份证号 身份证号码 联系电话 电话 手机号 手机号码 联系方式"),
        field(
            "matter",
            "dropped",
            "信访事项 信访内容 反映内容 反映问题 信访人诉求概述 诉求概述 信访主要诉求 主要诉求 诉求 化解过程简述",
        ),
        field("judge", "dropped", "承办人 责任人 包案领导 单位负责人 负责人 接访人 接访法官"),
    ),
)
