"""What needs a person: rows without a township, rows set aside, days without data, townships without people."""

from collections.abc import Sequence

import streamlit as st

from data.ledgers import LEDGERS, MEDIATION_KINDS
from metrics import METRICS, Figure
from metrics._areas import areas_of
from metrics._coverage import event_counts
from metrics._facts import Share, ledger_spans, population_gaps
from ui import alerts, controls, route
from ui.figures import COUNTY
from ui.frame import View
from ui.mapping_words import open_words
from ui.markup import Markup, join, tag
from ui.open_build import open_build
from ui.rows_aside import waiting_in_force


def _link(label: str, page: str, view: View) -> Markup:
    return tag("a", label, href=route.address(page, **view.filters), target="_self")


def ledger_name(ledger: str, kind: str | None) -> str:
    """A ledger as people call it, with the kind of mediation."""
    return f"{MEDIATION_KINDS[kind]}台账" if kind else LEDGERS[ledger].label


@st.cache_resource(max_entries=8, show_spinner=False)
def _unknown_words(path: str) -> int:
    """Words whose meaning nobody decided; decisions make a new build, so they change only with the build at `path`."""
    return open_words(open_build())


def _uncovered(rows: Sequence[Figure]) -> list[tuple[str, str | None]]:
    """Ledgers that do not wholly cover the period."""
    found = []
    for one in rows:
        if one.area_code == COUNTY and "not_covered" in one.notes:
            found += [(count.ledger, count.kind) for count in event_counts(METRICS[one.metric])]
    return list(dict.fromkeys(found))


def items(view: View, rows: Sequence[Figure], share: Share) -> list[Markup]:
    """Each item says how many and where to go; one sentence when there is nothing."""
    found: list[Markup] = []
    if share.numerator:
        words = f"本期一审民商事案件 {share.numerator:,} 件未归属到乡镇街道（{share.text}%），"
        found.append(join([words, _link("去认定地名", "names", view)]))
    aside = waiting_in_force()
    if aside:
        found.append(join([f"导入时有 {aside:,} 行待修正，没有计入，", _link("看是哪些行", "quality", view)]))
    words_waiting = _unknown_words(str(view.build.path))
    if words_waiting:
        found.append(join([f"台账里有 {words_waiting} 种写法不认得，", _link("指定含义", "mapping", view)]))
    if not areas_of(view.build).townships:
        found.append(join(["还没有乡镇街道名册，案件都不能归属，", _link("上传名册", "imports", view)]))
    if told := alerts.waiting_words(view):
        found.append(join([f"{told}，", _link("去研判", "alerts", view)]))
    waiting = controls.open_ones(view.build)
    if waiting:
        found.append(join([f"{waiting} 项控制数与明细有差额，待说明，", _link("看控制数", "quality", view)]))
    known = {(one.ledger, one.kind) for one in ledger_spans(view.build)}
    for ledger, kind in _uncovered(rows):
        name = ledger_name(ledger, kind)
        if (ledger, kind) in known:
            found.append(join([f"{name}没有完整覆盖本期或上年同期，不作同比，", _link("看覆盖期间", "quality", view)]))
        else:
            found.append(join([f"还没有导入{name}，", _link("去导入", "imports", view)]))
    gaps = population_gaps(view.build)
    if gaps:
        names = "、".join(gap.township_name for gap in gaps[:5]) + ("等" if len(gaps) > 5 else "")
        basis = view.build.definition.population_basis
        found.append(join([f"{names}缺{basis}人口，全县率无法计算，", _link("补录人口表", "imports", view)]))
    return found or [tag("span", "没有待处理事项。")]
