"""What needs a person: rows without a township, rows set aside, days without data, townships without people."""

from collections.abc import Sequence

import streamlit as st

from data.ledgers import LEDGERS, MEDIATION_KINDS
from metrics import METRICS, Figure
from metrics._facts import Share, population_gaps
from ui import route
from ui.figures import COUNTY
from ui.frame import View
from ui.markup import Markup, join, tag
from ui.open_build import desk


def _link(label: str, page: str, view: View) -> Markup:
    return tag("a", label, href=route.address(page, **view.filters), target="_self")


def ledger_name(ledger: str, kind: str | None) -> str:
    """A ledger as people call it, with the kind of mediation."""
    return f"{MEDIATION_KINDS[kind]}台账" if kind else LEDGERS[ledger].label


@st.cache_resource(max_entries=8, show_spinner=False)
def _rows_set_aside(path: str) -> int:
    """Rows of the imports in force that wait for a correction; they change only with the build at `path`."""
    in_force = (record for record in desk().imports() if record.state == "in_force")
    return sum(one.rows_set_aside for record in in_force for one in record.receipts)


def _uncovered(rows: Sequence[Figure]) -> list[str]:
    """Ledgers that do not wholly cover the period."""
    names: list[str] = []
    for one in rows:
        if one.area_code == COUNTY and "not_covered" in one.notes:
            count = METRICS[one.metric].numerator
            names.append(ledger_name(count.ledger, count.kind))
    return list(dict.fromkeys(names))


def items(view: View, rows: Sequence[Figure], share: Share) -> list[Markup]:
    """Each item says how many and where to go; one sentence when there is nothing."""
    found: list[Markup] = []
    if share.numerator:
        words = f"本期一审民商事案件 {share.numerator:,} 件未归属到乡镇街道（{share.text}%），"
        found.append(join([words, _link("看地名清单", "quality", view)]))
    aside = _rows_set_aside(str(view.build.path))
    if aside:
        found.append(join([f"导入时有 {aside:,} 行待修正，没有计入，", _link("看是哪些行", "quality", view)]))
    for name in _uncovered(rows):
        found.append(join([f"{name}没有完整覆盖本期或上年同期，不作同比，", _link("看覆盖期间", "quality", view)]))
    gaps = population_gaps(view.build)
    if gaps:
        names = "、".join(gap.township_name for gap in gaps[:5]) + ("等" if len(gaps) > 5 else "")
        basis = view.build.definition.population_basis
        found.append(join([f"{names}缺{basis}人口，全县率无法计算，", _link("补录人口表", "imports", view)]))
    return found or [tag("span", "没有待处理事项。")]
