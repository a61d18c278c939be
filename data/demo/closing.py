"""When and how cases end. Settled after filing without a document counts as 其他 from 2025 on."""

from collections.abc import Mapping
from datetime import date, timedelta
from math import exp
from random import Random
from typing import Protocol

from data.demo.chance import Weighted
from data.demo.season import next_working_day

_MEDIAN_DAYS = {
    "民初": 48,
    "民诉前调": 22,
    "执": 105,
    "执恢": 80,
    "刑初": 38,
    "行初": 95,
    "诉前调确": 9,
    "财保": 3,
    "执保": 18,
}
_CIVIL = {"判决": 40, "调解": 24, "准予撤诉": 22, "按撤诉处理": 6, "驳回起诉": 3, "裁定移送其他法院管辖": 2, "其他": 1}
_CIVIL_2025 = {**_CIVIL, "调解": 18, "其他": 9}
_METHODS: dict[str, Mapping[str, float]] = {
    "执": {"终结本次执行程序": 46, "执行完毕": 38, "终结执行": 14},
    "执恢": {"执行完毕": 52, "终结本次执行程序": 40, "终结执行": 8},
    "刑初": {"判决": 96, "准予撤诉": 2},
    "行初": {"判决": 52, "驳回起诉": 22, "准予撤诉": 20, "裁定移送其他法院管辖": 4},
    "行审": {"裁定准予强制执行": 90, "裁定不准予强制执行": 10},
    "民特": {"判决": 50, "确认协议有效": 40, "准予撤回申请": 6, "裁定驳回申请": 4},
    "诉前调确": {"确认协议有效": 95, "裁定驳回申请": 5},
    "民督": {"支付令生效": 60, "终结程序": 40},
    "民诉前调": {"调解成功": 45, "调解不成功": 42, "准予撤回申请": 13},
}
_DEFAULT = Weighted({"终结": 90, "准予撤回申请": 10})
_WEIGHTED = {code: Weighted(methods) for code, methods in _METHODS.items()}
_CIVIL_METHODS = (Weighted(_CIVIL), Weighted(_CIVIL_2025))
_PROCEDURES = Weighted({"简易程序": 56, "小额诉讼程序": 22, "普通程序": 22})


class Closable(Protocol):
    """What closing needs to know of a case and what it sets."""

    type_code: str
    filed_on: date
    closed_on: date
    close_method: str
    procedure: str


def close(rng: Random, case: Closable) -> None:
    """Set procedure, closing date (perhaps far after the window: then the case is open in every export) and method."""
    if case.type_code in ("民初", "行初", "刑初"):
        case.procedure = _PROCEDURES.draw(rng)
    slow = 2.4 if case.procedure == "普通程序" else 1.0
    days = slow * _MEDIAN_DAYS.get(case.type_code, 30) * exp(rng.gauss(0, 0.55))
    case.closed_on = next_working_day(case.filed_on + timedelta(days=max(1, round(days))))
    methods = _WEIGHTED.get(case.type_code, _DEFAULT)
    if case.type_code == "民初":
        methods = _CIVIL_METHODS[case.closed_on.year >= 2025]
    case.close_method = methods.draw(rng)
