"""Beside the split by cause and township: population or rate, batch filings, the year ahead."""

import streamlit as st

from metrics._areas import COUNTY
from metrics._rounding import half_up_float
from metrics._rows_behind import ANY_ORGANISATION
from metrics._what_moved_people_words import batch_words, people_words, rate_words, whole_parts, year_words
from ui import drill_down, prose, sheet
from ui.changes import Beside, Changes
from ui.figure_words import whole
from ui.frame import View
from ui.markup import Markup

FILERS = 5
"""Organisations listed; the page 口径 lists every batch."""


def show_people(found: Changes, more: Beside, rate_label: str) -> None:
    """The change of filings, and that of the rate, between people and cases per person."""
    st.subheader("人口与率：人多了，还是每万人的件数多了", anchor=False)
    people = found.people
    if people is None or people.is_same:
        prose.note(prose.keep_words(people_words(found.moved, people)))
    else:
        population, rate = whole_parts(people)
        rows = [("人口变动折合", population), ("每万人件数变化折合", rate), ("辖区外、未归属（不折算）", people.apart)]
        if people.unknown_townships:
            rows.append((f"缺人口的{people.unknown_townships:,}个乡镇街道（不折算）", people.unknown))
        body = [sheet.Row([name, _signed(n)]) for name, n in rows]
        body.append(sheet.Row(["全县增减", _signed(sum(n for _, n in rows))], "total"))
        caption = f"按两年各自的人口数（{people.base_residents:,}人、{people.residents:,}人）折算"
        sheet.show([sheet.Column("组成", "words"), sheet.Column("增减", "number", "件")], body, caption=caption)
    prose.small_print([rate_words(found.moved, more.rate, rate_label)])


def show_batches(view: View, found: Changes, more: Beside) -> None:
    """How much of the change lies in batches, and whose."""
    st.subheader("批量案件：增减有多少在批量里", anchor=False)
    definition = view.build.definition
    prose.note(
        prose.keep_words(batch_words(found.moved, more.batches, definition.batch_smallest, definition.batch_days))
    )
    filers = [one for one in more.batches.filers if one.difference][:FILERS]
    if not filers or found.moved.is_summed:
        return
    columns = [
        sheet.Column("起诉单位", "name"),
        sheet.Column("本期", "number", "件"),
        sheet.Column("上年同期", "number", "件"),
        sheet.Column("增减", "number", "件"),
    ]
    body = [
        sheet.Row(
            [one.organisation, *_filed(view, found, one.organisation, one.n, one.base_n), _signed(one.difference)]
        )
        for one in filers
    ]
    rest = [one for one in more.batches.filers if one not in filers]
    if rest:
        n, base_n = sum(one.n for one in rest), sum(one.base_n for one in rest)
        body.append(sheet.Row([f"其他{len(rest):,}个单位", whole(n), whole(base_n), _signed(n - base_n)]))
    total = more.batches
    counts = _filed(view, found, ANY_ORGANISATION, total.n, total.base_n)
    cells = ["合计", *counts, _signed(total.n - total.base_n)]
    sheet.show(columns, [*body, sheet.Row(cells, "total")], caption="属于批量的案件，按增减件数大小排列")


def _filed(view: View, found: Changes, organisation: str, n: int, base_n: int) -> list[Markup | str]:
    """Batch filings of the period and of its base, as links to their cases."""
    county = found.moved.county
    spans = ((n, view.filters), (base_n, drill_down.period_filters(county.base_start, county.base_end)))
    via = drill_down.changes_view()
    return [
        drill_down.linked(whole(number), county.metric, COUNTY, days, organisation=organisation, via=via)
        if number
        else whole(number)
        for number, days in spans
    ]


def show_year(more: Beside) -> None:
    """The year foretold from its closed months."""
    st.subheader("全年预计", anchor=False)
    prose.note(prose.keep_words(year_words(more.year)))
    if more.year.why == "ok":
        prose.small_print(
            ["按近几年各月占全年的比重和上年总数推算，只用已满的整月；4月前只列区间。是推算，不是考核目标。"]
        )


def _signed(number: int) -> str:
    return f"{number:+,}" if number else "0"


def method_lines(found: Changes) -> list[tuple[str, str]]:
    """How points and comparisons come about, for the card that travels with the table."""
    return [
        ("拉动", "（本期件数－上年同期件数）÷ 全县上年同期件数 × 100，单位百分点；各行相加等于全县同比"),
        (
            "与全县变化比",
            "检验该案由或乡镇街道的增减是否不同于全县的增减幅度；同时比较多项，按 Benjamini–Hochberg 法控制误报，"
            f"两年合计不足10件的不比较；离散系数φ＝{half_up_float(found.moved.phi, 2)}",
        ),
        ("说明", "拉动只是算术关系，不说明缘由"),
    ]
