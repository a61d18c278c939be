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


TOWNSHIPS = Ledger(
    name="townships",
    label="乡镇街道名册",
    row_is="一个乡镇、街道或类似乡级单位",
    required=(("township",),),
    fields=(
        _f("township", "word", "乡镇（街道） 乡镇(街道) 乡镇街道 乡镇名称 乡镇 镇街 镇街名称 地区 单位名称 街道 名称"),
        _f("kind", "word", "类别 类型 单位类别 乡级单位类别"),
        _f("official_code", "word", "行政区划代码 代码 区划代码 统计代码 统计用区划代码"),
        _f("aliases", "word", "曾用名/别名 曾用名、别名 曾用名 别名 又名 简称 其他名称"),
        _f("tribunal", "word", "所属法庭 管辖法庭 所属人民法庭 人民法庭"),
    ),
)

POPULATION = Ledger(
    name="population",
    label="人口表",
    row_is="一个乡镇街道在一个时点、一种口径下的人口数",
    required=(("township",), ("people",)),
    fields=(
        _f("township", "word", "地区 乡镇 乡镇（街道） 乡镇(街道) 乡镇街道 乡镇名称 镇街 镇街名称 单位 名称"),
        # One sheet may hold several columns of people; each becomes rows of its own (basis and date from its header).
        _f("people", "integer", "人口数 人口 常住人口 户籍人口 常住人口数 户籍人口数 总人口 年末常住人口 年末户籍人口"),
        _f("basis", "word", "口径 人口口径 统计口径"),
        _f("as_of", "date", "时点 年份 年度 统计时点 统计年度"),
        _f("source", "word", "来源 数据来源 资料来源"),
    ),
)

CASES = Ledger(
    name="cases",
    label="案件台账",
    row_is="本院一个案件",
    required=(("case_number",), ("filed_on", "received_on")),
    fields=(
        _f("case_number", "case_number", "案号 案件编号 案件号"),
        _f("filed_on", "date", "立案日期 立案时间 立案登记日期"),
        _f("received_on", "date", "收案日期 收案时间 受理时间 受理日期"),
        _f("closed_on", "date", "结案日期 结案时间 裁判日期"),
        _f("cause", "word", "案由 立案案由 案由名称"),
        _f("procedure", "word", "适用程序 审判程序 程序"),
        _f("close_method", "word", "结案方式 结案方式对应事由"),
        _f("status", "word", "案件状态 状态 进展阶段"),
        _f("court", "word", "经办法院 审理法院 法院名称 受理法院 法院"),
        _f("amount", "money", "标的额 标的数额 标的金额 涉案金额 诉讼标的额"),
        _f("plaintiffs", "party", "原告 原告人 原告人名称 原告名称 申请人"),
        _f("defendants", "party", "被告 被告人 被告人名称 被告名称 被申请人"),
        _f("parties", "party", "当事人 当事人名称"),
        _f("party_role", "word", "诉讼地位 当事人地位 当事人诉讼地位"),
        _f("place_stated", "place", "所属乡镇 乡镇 镇街 所属街道 所属镇街 属地 所属乡镇街道 乡镇（街道） 归属乡镇"),
        _f("place_defendant", "place", "被告住所地 被告地址 被告住址 被告人住所地 被申请人住所地 被申请人地址"),
        _f("place_dispute", "place", "案发地 纠纷发生地 事发地 纠纷发生地点 发生地"),
        _f("place_plaintiff", "place", "原告住所地 原告地址 原告住址 申请人住所地 申请人地址"),
        _f("party_address", "place", "地址 住所地 户籍所在地 现住址 当事人地址 当事人住所地 住址"),
        _f("place_tribunal", "place", "承办庭室 承办部门 承办审判庭 收案部门 收案庭室 审判团队 承办法庭"),
        _f("judge", "dropped", "承办人 承办法官 承办人员 案件承办人 审判长 书记员 法官助理"),
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
        _f("number", "number", "民诉前调案件案号 民调案号 前调案号 案号 调解案号 收件编号 案件编码 卷号 任务编号 编号"),
        _f("kind_word", "word", "调解类型 调解类别 委派委托 委派/委托 调解种类 调解方式"),
        _f("accepted_on", "date", "受理日期 受案时间 受理时间 登记日期 受案日期"),
        _f("received_on", "date", "收案时间 收案日期"),
        _f("assigned_on", "date", "委派日期 委派时间 委托日期 指派日期"),
        _f("applied_on", "date", "申请日期 申请时间"),
        _f("reported_on", "date", "排查日期 上报时间 上报日期 排查时间 发生日期"),
        _f("ended_on", "date", "办结日期 结案时间 调解结束日期 化解日期 完成时间 调解日期 结案日期"),
        _f("result", "word", "调解结果 化解结果 调解是否成功 化解是否成功 化解情况 是否化解 是否调解成功"),
        _f("organisation", "word", "调解组织 调解单位 调委会 调解委员会 调解工作室 解纷机构 化解组织"),
        _f("category", "word", "纠纷类型 纠纷类别 纠纷种类 案由 矛盾类型 事件类别"),
        _f("source", "word", "案件来源 纠纷来源"),
        _f("amount", "money", "争议金额 涉案金额 标的额 涉及金额 协议涉及金额"),
        _f("filed_case_number", "number", "立案号 诉转案案号"),
        _f("confirmed", "word", "司法确认 申请司法确认"),
        _f("plaintiffs", "party", "申请人 原告 当事人 申请人名称"),
        _f("defendants", "party", "被申请人 被告 被申请人名称"),
        _f("place_stated", "place", "案件所在乡镇 所属镇 镇办 所属乡镇 乡镇 镇街 乡镇（街道） 所属区域 属地 排查区域"),
        _f("place_defendant", "place", "被申请人住所地 被申请人地址 被告住所地 被告地址"),
        _f("place_dispute", "place", "纠纷发生地 发生地址 案发地 发生地 纠纷发生地点"),
        _f("place_plaintiff", "place", "申请人住所地 申请人地址 原告住所地 原告地址"),
        _f("identity", "dropped", "可联系号码 被告联系方式 联系电话 身份证号 身份证号码 联系方式 电话"),
        _f("mediator", "dropped", "调解员 解纷员 被分配调解员 人民调解员 法官助理 化解责任人"),
        _f("event", "dropped", "事件名称 纠纷简况 纠纷概况 协议内容"),
    ),
)

LEDGERS: dict[str, Ledger] = {one.name: one for one in (TOWNSHIPS, POPULATION, CASES, MEDIATIONS)}
MEDIATION_KINDS = {"court": "诉前（先行）调解", "people": "人民调解", "trade": "行业专业调解", "community": "矛盾纠纷排查化解"}
