"""Counts of the court's own trial work: what came in, what is there, what was closed and how."""

from typing import Literal

from data.count import Count

TRIAL_FILINGS = Count(
    name="trial_filings",
    label="新收一审案件（民商事、行政）",
    table="cases",
    day="filed_on",
    where="is_civil_first_instance OR is_administrative_first_instance",
)


def _there(name: str, label: str, fold: Literal["stock", "present"]) -> Count:
    return Count(
        name=name,
        label=label,
        table="cases",
        day="least(filed_on, coalesce(closed_on, filed_on))",
        where="is_civil_first_instance OR is_administrative_first_instance",
        leaves="closed_on",
        fold=fold,
    )


TRIAL_CASES_PRESENT = _there("trial_cases_present", "旧存与新收一审案件之和", "present")
TRIAL_CASES_OPEN = _there("open_trial_cases", "期末未结一审案件", "stock")
FILINGS_WITH_CAUSE = Count(
    name="civil_filings_with_cause",
    label="写明案由的新收一审民商事案件",
    table="cases",
    day="filed_on",
    where="is_civil_first_instance AND NOT is_excluded AND cause IS NOT NULL",
)
FIRST_INSTANCE_NUMBERS = Count(
    name="first_instance_numbers",
    label="新收一审案件（“初”字号）",
    table="cases",
    day="filed_on",
    where="type_code LIKE '%初'",
)
ALL_NUMBERS = Count(
    name="all_case_numbers",
    label="新收全部案件",
    table="cases",
    day="filed_on",
    where="type_code NOT LIKE '诉前调%'",
    needs=("cases WHERE type_code NOT LIKE '%初' AND type_code NOT LIKE '诉前调%'",),
)
ENFORCEMENT_FILINGS = Count(
    name="enforcement_filings",
    label="新收首次执行案件",
    table="cases",
    day="filed_on",
    where="type_code = '执'",
    needs=("cases WHERE type_code = '执'",),
)


def _closings(name: str, label: str, where: str, needs: str = "", n: str = "count(*)", unit: str = "件") -> Count:
    return Count(
        name=name,
        label=label,
        table="closings",
        day="closed_on",
        where=where,
        n=n,
        unit=unit,
        needs=(f"closings WHERE {needs}",) if needs else ("closings",),
    )


TRIAL_CLOSINGS = _closings("trial_closings", "一审结案数（民商事、行政）", "is_first_instance")
_TOLD = "is_first_instance AND is_appealed IS NOT NULL"
CLOSINGS_WITH_APPEAL_KNOWN = _closings("trial_closings_told", "知道是否上诉的一审结案数", _TOLD, _TOLD)
NOT_APPEALED = _closings("trial_closings_accepted", "其中没有上诉的", f"{_TOLD} AND NOT is_appealed", _TOLD)
_CIVIL = "is_civil_first_instance AND has_close_method"
CIVIL_CLOSINGS = _closings("civil_closings", "写明结案方式的民商事一审结案数", _CIVIL, _CIVIL)
SETTLED_CLOSINGS = _closings(
    "civil_closings_settled", "其中调解、撤诉结案的", f"{_CIVIL} AND (is_mediated OR is_withdrawn)", _CIVIL
)
_ADMINISTRATIVE = "is_administrative_first_instance AND has_close_method"
ADMINISTRATIVE_CLOSINGS = _closings(
    "administrative_closings", "写明结案方式的行政一审结案数", _ADMINISTRATIVE, _ADMINISTRATIVE
)
ADMINISTRATIVE_WITHDRAWALS = _closings(
    "administrative_closings_withdrawn", "其中撤诉结案的", f"{_ADMINISTRATIVE} AND is_withdrawn", _ADMINISTRATIVE
)
_HEARD = "is_administrative_first_instance AND is_chief_present IS NOT NULL"
HEARD_WITH_CHIEF_KNOWN = _closings(
    "administrative_closings_heard", "记有负责人是否出庭的行政一审结案数", _HEARD, _HEARD
)
CHIEF_PRESENT = _closings("administrative_closings_chief", "其中负责人出庭的", f"{_HEARD} AND is_chief_present", _HEARD)
_DATED = "is_first_instance AND days >= 0"
DATED_CLOSINGS = _closings("trial_closings_dated", "立案、结案日期齐全的一审结案数", _DATED, _DATED)
TRIAL_DAYS = _closings("trial_days_total", "审理天数之和", _DATED, _DATED, n="sum(days)", unit="天")
