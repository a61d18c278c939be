"""Causes of the demo's cases with their weights; mostly third and fourth level names, as exports carry them."""

from collections.abc import Mapping
from random import Random

from data.demo.chance import Weighted

_CIVIL_TOWN = {
    "民间借贷纠纷": 19,
    "金融借款合同纠纷": 14,
    "买卖合同纠纷": 13,
    "物业服务合同纠纷": 11,
    "离婚纠纷": 9,
    "信用卡纠纷": 6,
    "机动车交通事故责任纠纷": 6,
    "房屋租赁合同纠纷": 4,
    "劳务合同纠纷": 4,
    "建设工程施工合同纠纷": 3,
    "追索劳动报酬纠纷": 3,
    "商品房预售合同纠纷": 2,
    "保证合同纠纷": 2,
    "合同纠纷": 2,
    "隐私权纠纷": 0.3,
}
_CIVIL_VILLAGE = {
    "民间借贷纠纷": 21,
    "离婚纠纷": 15,
    "买卖合同纠纷": 13,
    "机动车交通事故责任纠纷": 9,
    "金融借款合同纠纷": 8,
    "劳务合同纠纷": 7,
    "提供劳务者受害责任纠纷": 4,
    "土地承包经营权纠纷": 4,
    "赡养费纠纷": 3,
    "抚养费纠纷": 3,
    "婚约财产纠纷": 3,
    "法定继承纠纷": 3,
    "排除妨害纠纷": 2,
    "农业承包合同纠纷": 2,
    "健康权纠纷": 2,
    "生命权、身体权、健康权纠纷": 1,
}
_NEW_IN_2026 = {"新就业形态用工纠纷": 2, "数据权益纠纷": 0.3}
_BY_TYPE: dict[str, Mapping[str, float]] = {
    "行初": {"行政处罚": 3, "行政征收": 2, "政府信息公开": 2, "工伤保险资格或者待遇认定": 3, "行政登记": 2},
    "行赔初": {"行政赔偿": 1},
    "行审": {"非诉执行审查": 1},
    "刑初": {"危险驾驶罪": 6, "盗窃罪": 4, "诈骗罪": 3, "故意伤害罪": 3, "帮助信息网络犯罪活动罪": 2, "交通肇事罪": 2},
    "民特": {"申请宣告公民无民事行为能力": 3, "申请司法确认调解协议": 5, "申请宣告公民失踪": 1},
    "诉前调确": {"申请司法确认调解协议": 1},
    "民督": {"申请支付令": 1},
    "财保": {"申请诉前财产保全": 1},
    "执保": {"财产保全执行": 1},
    "执异": {"案外人执行异议之诉": 1, "执行异议": 3},
}
DISPUTES = (
    "婚姻家庭",
    "邻里",
    "房屋宅基地",
    "合同",
    "损害赔偿",
    "山林土地",
    "征地拆迁",
    "劳动争议",
    "消费",
    "物业",
    "其它",
)


_TOWN, _VILLAGE = Weighted(_CIVIL_TOWN), Weighted(_CIVIL_VILLAGE)
_TOWN_2026, _VILLAGE_2026 = Weighted({**_CIVIL_TOWN, **_NEW_IN_2026}), Weighted({**_CIVIL_VILLAGE, **_NEW_IN_2026})
_OTHER = {code: Weighted(weights) for code, weights in _BY_TYPE.items()}


def draw_cause(rng: Random, type_code: str, year: int, in_town: bool) -> str:
    """A cause for a case of that type; names of the 2025 revision only from 2026 on."""
    civil = (_TOWN_2026 if in_town else _VILLAGE_2026) if year >= 2026 else (_TOWN if in_town else _VILLAGE)
    return _OTHER.get(type_code, civil).draw(rng)
