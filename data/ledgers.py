"""The ledgers: what one row is, its columns, the Chinese headers under which exports name them."""

from dataclasses import dataclass
from typing import Literal

FieldKind = Literal[
    "case_number",  # normalised and parsed: the natural key of cases
    "number",  # a mediation's own number, normalised, not held against the case-type list
    "date",
    "money",  # yuan
    "integer",
    "word",  # short text kept as typed
    "place",  # cut to province, county, township, village or community
    "party",  # organisation names kept, natural persons dropped (they only feed the row's keyed hash)
    "dropped",  # personal: never leaves the reading process
]


@dataclass(frozen=True)
class Field:
    """One column of a ledger. `headers` are matched after header cleaning, exact text first."""

    name: str
    kind: FieldKind
    headers: tuple[str, ...]


@dataclass(frozen=True)
class Ledger:
    """`required` groups: of each group at least one field must be found for a sheet to be this ledger."""

    name: str
    label: str
    row_is: str
    fields: tuple[Field, ...]
    required: tuple[tuple[str, ...], ...]

    def field(self, name: str) -> Field:
        """The field of that name; KeyError when the ledger has none."""
        for candidate in self.fields:
            if candidate.name == name:
                return candidate
        raise KeyError(name)


def _f(name: str, kind: FieldKind, headers: str) -> Field:
    return Field(name, kind, tuple(headers.split()))


_TOWNSHIP_STATED = (
    "所属乡镇 所在乡镇 归属乡镇 所属乡镇街道 所属乡镇（街道） 所属镇街 所在镇街 归属镇街 所属街镇"
    " 所属街道 所在街道 乡镇（街道）"
    " 乡镇街道 乡镇/街道 乡镇、街道 乡镇 镇街 街镇 镇（街道） 街道 属地 所属地 所属辖区"
    " 案发乡镇 涉诉乡镇 涉案乡镇 辖区乡镇 管辖乡镇 来源乡镇"
)
_AT_WORDS = (
    "住所地 地址 住址 住所 住所地址 户籍地 户籍地址 户籍所在地 现住址 现住地 现居住地 居住地址 经常居住地 居住地"
)
_AT = tuple(_AT_WORDS.split())
_TOWN_OF = ("所属乡镇", "所在乡镇", "所属镇街", "所在镇街", "乡镇")
_PLACE_DEFENDANT = " ".join(who + at for who in ("被告", "被告人", "被申请人") for at in _AT + _TOWN_OF)
_PLACE_PLAINTIFF = " ".join(who + at for who in ("原告", "原告人", "申请人") for at in _AT + _TOWN_OF)
_PLACE_DISPUTE = (
    "纠纷发生地 纠纷所在地 纠纷发生地点 纠纷发生地址 案发地 案发地点 事发地 事发地点 发生地 发生地点 发生地址"
)

TOWNSHIPS = Ledger(
    name="townships",
    label="乡镇街道名册",
    row_is="一个乡镇、街道或类似乡级单位",
    required=(("township",),),
    fields=(
        _f(
            "township",
            "word",
            "乡镇（街道） 乡镇街道 乡镇、街道 乡镇/街道 乡镇（街道）名称 乡镇街道名称 乡镇名称 乡镇 镇街"
            " 镇街名称 镇（街道）"
            " 镇办 街镇 乡（镇、街道） 乡级单位 乡级单位名称 地区 街道名称 单位名称 街道 名称",
        ),
        _f("kind", "word", "类别 类型 单位类别 单位类型 乡级单位类别 乡镇类别 乡镇类型 行政区划类别 性质"),
        _f("official_code", "word", "行政区划代码 区划代码 统计代码 统计用区划代码 行政区划编码 乡镇代码 代码"),
        _f(
            "aliases",
            "word",
            "曾用名/别名 曾用名、别名 曾用名或别名 曾用名及别名 曾用名（别名） 曾用名 曾用名称 别名 又名 简称"
            " 其他名称 别称 旧称",
        ),
        _f("tribunal", "word", "所属法庭 管辖法庭 所属人民法庭 管辖人民法庭 人民法庭 对应法庭 法庭"),
    ),
)

POPULATION = Ledger(
    name="population",
    label="人口表",
    row_is="一个乡镇街道在一个时点、一种口径下的人口数",
    required=(("township",), ("people",)),
    fields=(
        _f(
            "township",
            "word",
            "乡镇（街道） 乡镇街道 乡镇、街道 乡镇/街道 乡镇（街道）名称 乡镇街道名称 乡镇名称 乡镇 镇街"
            " 镇街名称 镇（街道）"
            " 镇办 街镇 乡（镇、街道） 乡级单位 地区 地区名称 行政区划 街道 单位名称 单位 名称",
        ),
        # One sheet may hold several columns of people; each becomes rows of its own (basis and date from its header).
        _f("people", "integer", "人口数 常住人口 户籍人口 常住人口数 户籍人口数 总人口 总人口数 人口总数 人口 人数"),
        _f("basis", "word", "口径 人口口径 统计口径 人口类型 人口类别"),
        _f("as_of", "date", "时点 统计时点 截止日期 截至日期 统计日期 日期 年份 年度 统计年度 统计年份"),
        _f("source", "word", "来源 数据来源 资料来源 人口来源"),
    ),
)

CASES = Ledger(
    name="cases",
    label="案件台账",
    row_is="本院一个案件",
    required=(("case_number",), ("filed_on", "received_on")),
    fields=(
        _f("case_number", "case_number", "案号 案件案号 本院案号 一审案号 案件号 案件编号 立案案号 审判案号 诉讼案号"),
        _f(
            "filed_on",
            "date",
            "立案日期 立案时间 立案登记日期 立案登记时间 登记立案日期 登记立案时间 正式立案日期 立案日",
        ),
        _f("received_on", "date", "收案日期 收案时间 受理日期 受理时间 受案日期 受案时间 收案登记日期 收案日"),
        _f(
            "closed_on",
            "date",
            "结案日期 结案时间 审结日期 审结时间 报结日期 报结时间 办结日期 办结时间 裁判日期 结案日",
        ),
        _f("cause", "word", "案由 立案案由 案由名称 民事案由 结案案由"),
        _f("procedure", "word", "适用程序 审判程序 审理程序 程序"),
        _f("close_method", "word", "结案方式 结案方式名称 结案方式对应事由"),
        _f("status", "word", "案件状态 状态 进展阶段 办理状态 当前状态 案件进展"),
        _f("court", "word", "经办法院 审理法院 承办法院 立案法院 受理法院 管辖法院 法院名称 法院"),
        _f(
            "amount",
            "money",
            "标的额 标的数额 标的金额 立案标的额 立案标的金额 诉讼标的额 诉讼标的金额 诉讼标的 涉案金额"
            " 争议金额 标的 结案标的额",
        ),
        _f("plaintiffs", "party", "原告 原告人 原告人名称 原告名称 原告姓名 申请人"),
        _f("defendants", "party", "被告 被告人 被告人名称 被告名称 被告姓名 被申请人"),
        _f("parties", "party", "当事人 当事人名称 当事人姓名"),
        _f("party_role", "word", "诉讼地位 当事人地位 当事人诉讼地位"),
        _f("place_stated", "place", f"{_TOWNSHIP_STATED} 案件所属乡镇 案件所在乡镇"),
        _f("place_defendant", "place", _PLACE_DEFENDANT),
        _f("place_dispute", "place", _PLACE_DISPUTE),
        _f("place_plaintiff", "place", _PLACE_PLAINTIFF),
        _f(
            "party_address",
            "place",
            "地址 住所地 住址 户籍所在地 户籍地 户籍地址 现住址 住所 当事人住所 当事人地址 当事人住所地 当事人住址"
            " 联系地址 送达地址",
        ),
        _f(
            "place_tribunal",
            "place",
            "承办庭室 承办部门 承办审判庭 承办法庭 审理法庭 人民法庭 业务庭 审判庭 承办庭 收案部门 收案庭室 审判团队",
        ),
        _f("judge", "dropped", "承办人 承办法官 承办人员 案件承办人 主审法官 审判员 审判长 书记员 法官助理"),
        _f("case_name", "dropped", "案件名称 案名"),
        _f("identity", "dropped", "身份证号 身份证号码 证件号码 证件号 联系电话 电话 手机号 手机号码 当事人电话"),
    ),
)

MEDIATIONS = Ledger(
    name="mediations",
    label="调解台账",
    row_is="一件进入调处的纠纷",
    required=(
        ("accepted_on", "received_on", "assigned_on", "applied_on", "reported_on"),
        ("result",),
    ),
    fields=(
        _f(
            "number",
            "number",
            "民诉前调案件案号 民诉前调案号 诉前调案号 民调案号 前调案号 诉前调解案号 先行调解案号 引调案号"
            " 调解案号 案号"
            " 调解编号 调解案件编号 收件编号 案件编码 案件编号 纠纷编号 事件编号 卷号 任务编号 登记编号 编号",
        ),
        _f("kind_word", "word", "调解类型 调解类别 调解种类 委派委托 委派/委托 委派或委托 委派调解/委托调解 调解方式"),
        _f(
            "accepted_on",
            "date",
            "受理日期 受理时间 受案日期 受案时间 纠纷受理日期 纠纷受理时间 调解受理日期 登记日期 登记时间",
        ),
        _f("received_on", "date", "收案日期 收案时间"),
        _f("assigned_on", "date", "委派日期 委派时间 委托日期 委托时间 指派日期 指派时间 分派日期 分派时间"),
        _f("applied_on", "date", "申请日期 申请时间 申请调解日期 申请调解时间"),
        _f("reported_on", "date", "排查日期 排查时间 上报日期 上报时间 发现日期 发现时间 发生日期 发生时间"),
        _f(
            "ended_on",
            "date",
            "办结日期 办结时间 结案日期 结案时间 调解结束日期 调解结束时间 调解完成日期 化解日期 化解时间"
            " 完成日期 完成时间"
            " 调结日期 调解日期 调解时间 协议日期",
        ),
        _f(
            "result",
            "word",
            "调解结果 化解结果 调处结果 调解是否成功 化解是否成功 是否调解成功 是否化解成功 调解成功与否"
            " 是否成功 是否化解"
            " 是否达成协议 是否达成调解协议 化解情况 调处情况 调解情况 化解状态 调解状态 处理结果 办理结果",
        ),
        _f(
            "organisation",
            "word",
            "调解组织 调解组织名称 调解机构 调解单位 调委会 调解委员会 人民调解委员会 调解工作室 解纷机构"
            " 化解组织 化解单位 排查单位",
        ),
        _f("category", "word", "纠纷类型 纠纷类别 纠纷种类 案由 矛盾类型 矛盾类别 矛盾纠纷类型 矛盾纠纷类别 事件类别"),
        _f("source", "word", "案件来源 纠纷来源"),
        _f("amount", "money", "争议金额 涉案金额 标的额 标的金额 涉及金额 协议涉及金额"),
        _f("filed_case_number", "number", "立案号 立案案号 诉转案案号 诉讼案号 转立案案号"),
        _f("confirmed", "word", "司法确认 申请司法确认 是否司法确认 是否申请司法确认"),
        _f(
            "plaintiffs",
            "party",
            "申请人 申请人名称 申请人姓名 申请方 原告 原告名称 当事人 当事人姓名 双方当事人 纠纷当事人",
        ),
        _f("defendants", "party", "被申请人 被申请人名称 被申请人姓名 被申请方 被告 被告名称"),
        _f(
            "place_stated",
            "place",
            f"案件所在乡镇 所属镇 镇办 所在镇 {_TOWNSHIP_STATED} 所属区域 排查区域 所属网格",
        ),
        _f("place_defendant", "place", _PLACE_DEFENDANT),
        _f("place_dispute", "place", _PLACE_DISPUTE),
        _f("place_plaintiff", "place", _PLACE_PLAINTIFF),
        _f("identity", "dropped", "可联系号码 被告联系方式 联系电话 身份证号 身份证号码 联系方式 电话"),
        _f("mediator", "dropped", "调解员 解纷员 被分配调解员 人民调解员 调解人员 法官助理 化解责任人 责任人"),
        _f("event", "dropped", "事件名称 纠纷简况 纠纷概况 纠纷简要情况 基本案情 协议内容"),
    ),
)

LEDGERS: dict[str, Ledger] = {one.name: one for one in (TOWNSHIPS, POPULATION, CASES, MEDIATIONS)}
MEDIATION_KINDS = {
    "court": "诉前（先行）调解",
    "people": "人民调解",
    "trade": "行业专业调解",
    "community": "矛盾纠纷排查化解",
}
