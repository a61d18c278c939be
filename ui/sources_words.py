"""What the page of the three sources says in sentences: the answer, and which figures wait for which ledger."""

from collections.abc import Iterable, Mapping, Sequence

from metrics import METRICS, Figure, Metric, change_words, format_value
from metrics._missing import Missing
from metrics._period import dates_label
from ui import route, sheet
from ui.markup import Markup, join, tag

SOURCES = ("诉源", "案源", "访源")
BESIDE = ("调解", "延伸")
MEANING = {
    "诉源": "纠纷少成讼",
    "案源": "案件少衍生",
    "访源": "信访少发生",
    "调解": "成讼之前化解",
    "延伸": "审判之外的工作",
}
HEADLINES = {
    "诉源": ("litigation_rate", "civil_filings"),
    "案源": ("acceptance_rate", "settlement_rate", "case_multiplication", "closing_rate"),
    "访源": ("petition_resolution_rate", "petition_rate"),
}
"""The figure that speaks for each source: the first of these that has a value."""
EXPORTED = ("cases", "mediations")
"""Ledgers that systems export as they are; the others have a template."""


def answer(figures: Mapping[str, Figure], waiting: Mapping[str, Missing]) -> list[str]:
    """One figure of each source, or what the source waits for, a line each. `figures` are of one area, by metric."""
    first = figures["civil_filings"]
    when = f"{dates_label(first.period_start, first.period_end)}，{first.area_name}"
    said = [f"{source}方面，{_of_source(source, figures, waiting)}。" for source in SOURCES]
    return [f"{when}{said[0]}", *said[1:]]


def _of_source(source: str, figures: Mapping[str, Figure], waiting: Mapping[str, Missing]) -> str:
    names = HEADLINES[source]
    for name in names:
        one = figures[name]
        if one.value is not None and one.status not in ("not_covered", "zero_denominator"):
            return f"{one.label}{format_value(one, METRICS[name])}{one.unit}，{change_words(one)}"
    ledgers = [waiting[name] for name in names if name in waiting and not waiting[name].content]
    return f"还没有导入{ledgers[0].label}" if ledgers else "本期没有数据"


def waiting_lines(metrics: Iterable[Metric], waiting: Mapping[str, Missing]) -> list[Markup]:
    """One line per ledger that never came, then one per ledger that lacks something, each with its metrics."""
    groups: dict[tuple[bool, str], list[Metric]] = {}
    for metric in metrics:
        if metric.name in waiting:
            one = waiting[metric.name]
            groups.setdefault((bool(one.content), one.label), []).append(metric)
    ordered = sorted(groups.items(), key=lambda item: item[0][0])
    return [_line(own, [waiting[metric.name] for metric in own]) for _, own in ordered]


def _line(own: Sequence[Metric], waiting: Sequence[Missing]) -> Markup:
    """What is missing, which metrics it holds up, and where to go; all of `waiting` are of one ledger."""
    first = waiting[0]
    content = "、".join(dict.fromkeys(one.content for one in waiting))
    what = f"{first.label}没有记载{content}" if content else f"还没有导入{first.label}"
    count = f"以下 {len(own)} 项" if len(own) > 1 else "此项"
    names = "、".join(metric.label for metric in own)
    go = "到“导入”页上传" if content or first.ledger in EXPORTED else "到“导入”页下载模板"
    return join([f"{what}，{count}无法计算：{names}。", to_imports(go)])


def to_imports(label: str = "到“导入”页下载模板") -> Markup:
    """The way to the import page, in one piece."""
    return tag("span", sheet.anchor(label, route.address("imports")), class_="phrase")


def uncovered_line(labels: Sequence[str]) -> str:
    """Figures whose ledgers were imported and cover other days."""
    count = f"以下 {len(labels)} 项" if len(labels) > 1 else "此项"
    return f"导入的台账没有覆盖本期，{count}没有数：{'、'.join(labels)}。"
