"""What each template asks for: columns with their notes, choices and a filled example."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from data.clean.vocabularies import ADOPTION_MEANINGS
from data.ledgers import ACTIVITY_TYPES

Value = str | int | date
Example = tuple[Value | None, ...]
Kind = Literal["text", "date", "number"]
TOWNSHIPS, COUNTS = "townships", "counts"
"""Lists that only the county's own data know."""


@dataclass(frozen=True)
class Ask:
    """One column of a template. `choices` fill its drop-down list; a word in them is a list known when it is made."""

    header: str
    note: str
    kind: Kind = "text"
    is_required: bool = False
    choices: tuple[str, ...] | str = ()


@dataclass(frozen=True)
class Template:
    """One template; `example` gives its rows for two townships of the county."""

    ledger: str
    purpose: str
    columns: tuple[Ask, ...]
    example: Callable[[str, str], list[Example]]
    notes: tuple[str, ...] = ()


_YES_NO = ("是", "否")
_TOWNSHIP = Ask("所属乡镇", "乡镇街道的名称；不填的按地址归属，都没有的列为未归属。", choices=TOWNSHIPS)
_DAY = date(2025, 3, 5)

PETITIONS = Template(
    "petitions",
    "信访、涉诉信访事项，一件一行。",
    (
        Ask("信访件编号", "本单位的编号；没有编号的，按日期、地点等认定同一件。"),
        Ask("登记日期", "登记信访事项的日期，如 2025-03-05。", "date", True),
        Ask("信访形式", "来信、来访、来电、网上或转交办。", choices=("来信", "来访", "来电", "网上", "转交办")),
        Ask("初信初访", "第一次反映填“是”，重复信访填“否”。", choices=_YES_NO),
        Ask("是否积案", "列为信访积案的填“是”。", choices=_YES_NO),
        Ask("问题类别", "如 执行、审判、劳动争议。"),
        _TOWNSHIP,
        Ask("责任单位", "承办的单位，不填个人。"),
        Ask("案号", "涉及的案件，可不填。"),
        Ask(
            "化解情况",
            "已化解、未化解、化解中、终结、不予受理等；不填的按未化解计。",
            "text",
            True,
            ("已化解", "化解中", "未化解", "终结", "不予受理"),
        ),
        Ask("一次性化解", "第一次办理即化解的填“是”。", choices=_YES_NO),
        Ask("化解日期", "化解或办结的日期。", "date"),
        Ask("信访人数", "集体访填人数。", "number"),
    ),
    lambda a, b: [
        ("XF2025-001", _DAY, "来访", "是", "否", "执行", a, "执行局", None, "已化解", "是", date(2025, 3, 20), 1),
        ("XF2025-002", date(2025, 4, 1), "来信", "否", "是", "审判", b, "民一庭", None, "化解中", "否", None, 6),
    ],
    ("姓名、身份证号、电话、住址不必填写；填了也在读取时舍弃（住址只取到村、社区，用来归属乡镇）。",),
)
SUGGESTIONS = Template(
    "suggestions",
    "司法建议书，一份一行。",
    (
        Ask("建议书编号", "如 县法建〔2025〕1号。"),
        Ask("被建议单位", "单位全称，不填个人。"),
        Ask("建议类型", "个案、类案或综合。", choices=("个案", "类案", "综合")),
        Ask("所属行业", "如 物业、金融。"),
        _TOWNSHIP,
        Ask("案号", "因哪个案件发出，可不填。"),
        Ask("发出日期", "发出建议书的日期。", "date", True),
        Ask("送达日期", "送达的日期。", "date"),
        Ask("反馈期限", "截止日期（2025-05-05），或天数（60日），从送达之日起算。"),
        Ask("反馈日期", "收到书面反馈的日期；没有反馈的不填。", "date"),
        Ask("采纳情况", "采纳、部分采纳、未采纳；未反馈的不填。", choices=tuple(ADOPTION_MEANINGS.values())[:3]),
        Ask("回访日期", "回访落实情况的日期。", "date"),
    ),
    lambda a, b: [
        ("县法建〔2025〕1号", "某县住房和城乡建设局", "类案", "物业", None, None, _DAY, date(2025, 3, 7), "60日",
         date(2025, 4, 20), "采纳", date(2025, 6, 10)),
        ("县法建〔2025〕2号", f"{a}人民政府", "个案", None, a, None, date(2025, 4, 1), date(2025, 4, 2),
         "2025-06-01", None, None, None),
    ],
)  # fmt: skip
ACTIVITIES = Template(
    "activities",
    "法官工作站、人民法庭的调解、巡回审判、普法、咨询、排查、回访等，一项一行。",
    (
        Ask("日期", "开展的日期。", "date", True),
        Ask("活动类型", "从下拉框选；没有合适的选“其他”。", "text", True, tuple(ACTIVITY_TYPES.values())),
        Ask("工作站", "哪个法官工作站；与工作站名册中的名称一致。"),
        _TOWNSHIP,
        Ask("地点", "在哪里举办，写到村、社区。"),
        Ask("案号", "涉及的案件，可不填。"),
        Ask("数量", "件数或场次；不填按1计。", "number"),
        Ask("参加人数", "到场或受众人数。", "number"),
        Ask("意见条数", "征求到的意见、建议条数。", "number"),
        Ask("落实条数", "其中已落实的条数。", "number"),
        Ask("发现纠纷数", "排查中发现的纠纷件数。", "number"),
        Ask("预防纠纷数", "预防的纠纷件数。", "number"),
        Ask("化解纠纷数", "当场化解的纠纷件数。", "number"),
    ),
    lambda a, b: [
        (_DAY, "普法宣传", f"{a}法官工作站", a, f"{a}中学", None, 1, 120, 5, 3, None, None, None),
        (date(2025, 3, 12), "巡回审判", f"{b}法官工作站", b, f"{b}文化广场", "（2025）甘0000民初12号", 1, 40, 2, 0,
         None, None, None),
        (date(2025, 3, 31), "纠纷排查", f"{a}法官工作站", a, None, None, 1, None, None, None, 4, 2, 3),
    ],
    ("也可以按工作站分块：每块上方单独一行写工作站名称，下面是表头和数据。",),
)  # fmt: skip
STATIONS = Template(
    "stations",
    "法官工作站名册，一站一行。",
    (
        Ask("工作站名称", "全称；活动台账用同一个名称。", "text", True),
        Ask("所属乡镇", "设在哪个乡镇街道。", "text", True, TOWNSHIPS),
        Ask("覆盖乡镇", "服务的乡镇街道，用顿号隔开。"),
        Ask("设立日期", "挂牌的日期。", "date"),
        Ask("法官", "驻站法官人数。", "number"),
        Ask("法官助理", "法官助理人数。", "number"),
        Ask("书记员", "书记员人数。", "number"),
        Ask("调解员", "驻站人民调解员人数。", "number"),
        Ask("联络员", "联络员、网格员人数。", "number"),
    ),
    lambda a, b: [
        (f"{a}法官工作站", a, f"{a}、{b}", date(2023, 5, 8), 2, 2, 0, 1, 3),
        (f"{b}法官工作站", b, None, date(2024, 1, 15), 1, 1, 1, 1, 2),
    ],
    ("人员填人数；填了姓名的，只计人数，姓名在读取时舍弃。",),
)
MONTHLY_TOTALS = Template(
    "monthly_totals",
    "只剩汇总数的年份或乡镇：一个乡镇（或全县）、一个月、一项计数一行。",
    (
        Ask("乡镇", "乡镇街道的名称，或“全县”。全县减各乡镇的差额列为未归属。", "text", True, TOWNSHIPS),
        Ask("月份", "整月，如 2023-05。", "text", True),
        Ask("计数名称", "从下拉框选。", "text", True, COUNTS),
        Ask("件数", "整数；没有的月份写0，不知道的不要写。", "number", True),
        Ask("来源", "出自哪份报表。"),
    ),
    lambda a, b: [
        (a, "2023-05", "新收一审民商事案件", 12, "2023年司法统计报表"),
        (b, "2023-05", "新收一审民商事案件", 8, "2023年司法统计报表"),
        ("全县", "2023-05", "新收一审民商事案件", 25, "2023年司法统计报表"),
    ],
    ("导入了明细的月份以明细为准，汇总数只用来核对；差额在“数据质量与对账”页列出。",),
)
TOWNSHIP_LIST = Template(
    "townships",
    "乡镇街道名册，一个乡镇、街道或类似乡级单位一行。",
    (
        Ask("乡镇（街道）", "规范名称。", "text", True),
        Ask("类别", "街道、镇、乡，或类似乡级单位。", "text", False, ("街道", "镇", "乡", "类似乡级单位")),
        Ask("曾用名", "旧名、简称，用顿号隔开；用来从地址认出乡镇。"),
        Ask("管辖法庭", "管辖的人民法庭。"),
        Ask("行政区划代码", "可不填。"),
    ),
    lambda a, b: [("甲镇", "镇", "甲乡", "甲人民法庭", None), ("乙街道", "街道", None, None, None)],
)
POPULATION = Template(
    "population",
    "人口表，一个乡镇街道、一个时点、一种口径一行。",
    (
        Ask("乡镇（街道）", "与名册一致。", "text", True, TOWNSHIPS),
        Ask("人口数", "人，整数。", "number", True),
        Ask("口径", "不同口径从不混用。", "text", False, ("常住", "户籍", "常住+登记流动")),
        Ask("时点", "如 2024-12-31；只写年份的按年末。"),
        Ask("来源", "如 统计年鉴。"),
    ),
    lambda a, b: [(a, 21345, "常住", "2024-12-31", "统计局"), (b, 8120, "常住", "2024-12-31", "统计局")],
)
VILLAGES = Template(
    "villages",
    "村（社区）名册，一个村或社区一行；地址只写了村名、全县又只有一个同名村的，据此归属。",
    (
        Ask("村（社区）", "名称。", "text", True),
        Ask("所属乡镇", "属于哪个乡镇街道。", "text", True, TOWNSHIPS),
        Ask("类别", "村或社区。", choices=("村", "社区")),
    ),
    lambda a, b: [("东沟村", a, "村"), ("和平社区", b, "社区")],
)
TEMPLATES = {
    one.ledger: one
    for one in (
        PETITIONS,
        SUGGESTIONS,
        ACTIVITIES,
        STATIONS,
        MONTHLY_TOTALS,
        TOWNSHIP_LIST,
        POPULATION,
        VILLAGES,
    )
}
