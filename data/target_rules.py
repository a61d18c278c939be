"""What a target and a score sheet must be like; each refusal is one sentence that says what to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from data.brief import ScoreItem, ScoreSheet, Target
from data.refusal import Refused

LONGEST_DOCUMENT, LONGEST_NAME = 200, 40
FIRST_YEAR, LAST_YEAR = 1950, 2100
MOST_ITEMS, GREATEST_WEIGHT = 40, 1000


@dataclass(frozen=True)
class Subject:
    """What a target may ask of a metric: the registry of metrics is not known here."""

    metric: str
    label: str
    better: Literal["lower", "higher", "none"]
    greatest: int | None
    """100 for a share in percent; None: no limit."""
    is_count: bool = False
    """Of a count a document may ask for none at all; of a rate nobody does."""


def check_target(target: Target, subject: Subject) -> None:
    """Refuse a target without a document, of another age, or that its metric cannot have."""
    year, value, direction, document = target.year, target.value, target.direction, target.document
    wrong = {"lower": "at_least", "higher": "at_most"}.get(subject.better)
    if not document or len(document) > LONGEST_DOCUMENT:
        raise _target_refused(f"请写明文件依据（标题和文号，不超过{LONGEST_DOCUMENT}字），没有文件的不能作考核目标")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _target_refused(f"年度应在{FIRST_YEAR}至{LAST_YEAR}之间，填的是{year}")
    if not value.is_finite() or value < 0:
        raise _target_refused(f"目标值应是不小于0的数，填的是{value}")
    if subject.greatest is not None and value > subject.greatest:
        raise _target_refused(f"{subject.label}以百分数计，目标应在0至{subject.greatest}之间，填的是{value:,f}")
    if direction == wrong:
        better, words = ("越低越好", "不超过") if wrong == "at_least" else ("越高越好", "不低于")
        raise _target_refused(f"{subject.label}{better}，目标应写“{words}”")
    if value == 0 and direction == "at_least":
        raise _target_refused(f"{subject.label}的目标写“不低于0”，总能完成，不成其为目标")
    if value == 0 and not subject.is_count:
        raise _target_refused(f"{subject.label}的目标填的是0，比率不会以0为目标，应是大于0的数")


def check_score_sheet(sheet: ScoreSheet) -> None:
    """Refuse a score sheet without name or document, or with items that make no sense."""
    if not sheet.document or len(sheet.document) > LONGEST_DOCUMENT:
        raise _sheet_refused(f"请写明文件依据（标题和文号，不超过{LONGEST_DOCUMENT}字）")
    if not sheet.name or len(sheet.name) > LONGEST_NAME:
        raise _sheet_refused(f"请写明计分表的名称（不超过{LONGEST_NAME}字）")
    if not FIRST_YEAR <= sheet.year <= LAST_YEAR:
        raise _sheet_refused(f"年度应在{FIRST_YEAR}至{LAST_YEAR}之间，填的是{sheet.year}")
    if not 1 <= len(sheet.items) <= MOST_ITEMS:
        raise _sheet_refused(f"计分表应有1至{MOST_ITEMS}项指标，现有{len(sheet.items)}项")
    names = [one.metric for one in sheet.items]
    twice = next((one for one in sheet.items if names.count(one.metric) > 1), None)
    if twice is not None:
        raise _sheet_refused(f"“{twice.label or twice.metric}”列了两次，每项指标只列一次")
    for one in sheet.items:
        check_item(one)


def check_item(item: ScoreItem) -> None:
    """Refuse an item whose weight or bands make no sense."""
    name = item.label or item.metric
    if not 0 < item.weight <= GREATEST_WEIGHT:
        raise _sheet_refused(f"“{name}”的权重应大于0、不超过{GREATEST_WEIGHT}，填的是{item.weight:f}")
    edges = [one.at_least for one in item.bands]
    rest = [one for one in edges[1:] if one is not None]
    is_complete = len(edges) > 1 and edges[0] is None and len(rest) == len(edges) - 1
    if not is_complete or any(low >= high for low, high in pairwise(rest)):
        raise _sheet_refused(f"“{name}”的分档不全或没有从小到大，任何数值都要落在一档里")
    over = next((one.points for one in item.bands if not 0 <= one.points <= item.weight), None)
    if over is not None:
        raise _sheet_refused(f"“{name}”有一档给{over:f}分，应在0至权重{item.weight:f}之间")


def total_weight(items: Sequence[ScoreItem]) -> Decimal:
    """The most points that a township can have; a document usually makes it 100."""
    return sum((one.weight for one in items), Decimal(0))


def _target_refused(what: str) -> Refused:
    return Refused("target_invalid", f"{what}，没有登记；请更正后再登记。")


def _sheet_refused(what: str) -> Refused:
    return Refused("score_sheet_invalid", f"{what}，没有保存；请更正后再保存。")
