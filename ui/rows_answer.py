"""What the page 明细 says about the rows of a figure: how many there are, and whether they are the figure."""

from dataclasses import dataclass

from metrics import Figure, Metric
from metrics._areas import COUNTY
from metrics._facts import top_causes
from metrics._period import dates_label, free
from metrics._rows_behind import ANY_ORGANISATION, PEOPLE, Part, RowsPage
from metrics._words import STATUS_WORDS
from ui.changes import beside, changes
from ui.open_build import OpenBuild

PARTS: dict[Part, str] = {"numerator": "分子", "denominator": "分母"}


@dataclass(frozen=True)
class Answer:
    """The sentences under the title, and whether the rows contradict the figure."""

    sentences: tuple[str, ...]
    is_contradicted: bool = False


def unit_of(metric: Metric, part: Part) -> str:
    """The unit of a side."""
    return (metric.sides[-1] if part == "denominator" else metric.numerator).unit


def side_words(metric: Metric, part: Part) -> str:
    """A side in words: its part in the formula, unless the metric is a plain count, and its label."""
    label = (metric.sides[-1] if part == "denominator" else metric.numerator).label
    return label if metric.denominator is None else f"{PARTS[part]}（{label}）"


@dataclass(frozen=True)
class Only:
    """What the address narrows a list of cases to; empty where it does not."""

    cause: str = ""
    organisation: str = ""

    @property
    def words(self) -> str:
        """What follows the figure in a sentence."""
        of_cause = f"案由为“{self.cause}”" if self.cause else ""
        whose = "各单位" if self.organisation == ANY_ORGANISATION else f"“{self.organisation}”"
        filed = f"属{whose}批量起诉" if self.organisation else ""
        told = "、".join(one for one in (of_cause, filed) if one)
        return f"，其中{told}的" if told else ""


def expected(build: OpenBuild, figure: Figure, metric: Metric, part: Part, only: Only) -> int | None:
    """The number that the rows must add up to; None where no figure tells it.

    Of one cause it is what the tables of causes print, which only count first-instance civil filings; of one
    organisation what the list of batches prints, which counts them of the county.
    """
    cause = only.cause
    if only.organisation:
        return _in_batches(build, figure, metric, part, only)
    if not cause:
        return figure.numerator if part == "numerator" else figure.denominator
    if metric.numerator.name != "civil_filings" or part != "numerator":
        return None
    area = None if figure.area_code == COUNTY else figure.area_code
    days = (figure.period_start, figure.period_end)
    return next((one.n for one in top_causes(build, area, days, days) if one.cause == cause), 0)


def _in_batches(build: OpenBuild, figure: Figure, metric: Metric, part: Part, only: Only) -> int | None:
    is_listed = metric.numerator.name == "civil_filings" and part == "numerator" and figure.area_code == COUNTY
    if not is_listed or only.cause:
        return None
    found = beside(build, changes(build, free(figure.period_start, figure.period_end))).batches
    if only.organisation == ANY_ORGANISATION:
        return found.n
    return next((one.n for one in found.filers if one.organisation == only.organisation), 0)


def answer(figure: Figure, metric: Metric, part: Part, found: RowsPage, wanted: int | None, only: Only) -> Answer:
    """How many, and whether the rows agree."""
    unit = unit_of(metric, part)
    when = dates_label(figure.period_start, figure.period_end)
    name = f"{figure.area_name}{when}{metric.label}"
    side = f"，{side_words(metric, part)}" if metric.denominator is not None else ""
    if figure.status == "not_covered":
        why = "还没有这类台账或名册，或导入的台账没有覆盖本期"
        return Answer((f"{name}{side}：{STATUS_WORDS['not_covered']}，{why}，没有行可列。",))
    if wanted is None:
        said = f"{name}{side}{only.words} {found.total:,} {unit}，以下逐行列出。"
        if part == "denominator" and metric.is_rate:
            said = f"{name}{side}：有乡镇街道缺人口，合计不成立；以下是已有的人口数，共 {found.total:,} {unit}。"
        return Answer((said,))
    return held_against(f"{name}{side}{only.words} {wanted:,} {unit}。", found, wanted, unit)


def held_against(first: str, found: RowsPage, wanted: int, unit: str) -> Answer:
    """The sentence of a number, and whether its rows add up to it."""
    if found.total != wanted:
        wrong = (
            f"▲ 逐行合计 {found.total:,} {unit}，与上面的数相差 {abs(found.total - wanted):,} {unit}："
            "两者不一致，这个数暂不要使用，请把本页链接发给系统管理员查对。"
        )
        return Answer((first, wrong), is_contradicted=True)
    return Answer((first, _agreed(found, unit)))


def _agreed(found: RowsPage, unit: str) -> str:
    if not found.rows:
        return "本期一行也没有，与这个数一致。"
    if all(row.table == PEOPLE for row in found.page) and found.page:
        if found.rows == 1:
            return "以下是所用的人口数，与这个数一致。"
        return f"以下列出 {found.rows:,} 个乡镇街道的人口数，合计 {found.total:,} {unit}，与这个数一致。"
    if found.rows == found.total:
        return f"以下逐行列出，合计 {found.total:,} {unit}，与这个数一致。"
    return f"以下逐行列出 {found.rows:,} 行，各行合计 {found.total:,} {unit}，与这个数一致。"
