"""涉诉信访通报 and 婚姻家事案件通报: counts worked by hand, and what neither may claim nor print."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from data.brief import Brief, Target
from metrics._disclosure_before import printed_of
from metrics._family_cases import FAMILY, GROUPS, NAMES, REST, line_of
from metrics._family_rows import overall_words
from metrics._review import FILINGS
from metrics._what_moved import ONLY_TOTALS, Cell
from metrics._words import DASH
from reports.bulletin.blocks.family_county import family_county
from reports.bulletin.blocks.family_table import HELD_BACK, family_table
from reports.bulletin.content import Paragraph
from reports.bulletin.kinds import KINDS, notice_of, review_of
from reports.bulletin.workbook import bulletin_workbook
from tests.metrics.county import Mediation, Span
from tests.metrics.moved_county import NO_BREAKS, filed
from tests.metrics.registers import Petition
from tests.reports.bulletin.as_text import as_text
from tests.reports.bulletin.counties import MONTH, hand_worked
from tests.reports.bulletin.printed_numbers import strangers, unlike_their_text


def review(kind, build, **changes):
    return review_of(build, Brief(**{"kind": kind, "month": MONTH, "dated": date(2026, 6, 5), **changes}))


def part(notice, name):
    return next((one for one in (*notice.sections, *notice.attachments) if one.name == name), None)


def rows(section):
    return {row[0].text: [cell.text for cell in row[1:]] for row in section.tables[0].rows}


def petitions(place, day, result, times, **more):
    return [
        Petition(place, date.fromisoformat(day), result, record_key=f"{place}{day}{result}{i}", **more)
        for i in range(times)
    ]


MATTERS = (
    *petitions("甲镇", "2026-05-06", "success", 6, is_first=True, is_settled_at_once=True),
    *petitions("甲镇", "2026-02-06", "open", 3),
    *petitions("甲镇", "2026-05-20", "open", 1, related_case_number="（2026）云01民初1号"),
    *petitions("乙镇", "2026-04-01", "open", 2),
    *petitions("乙镇", "2026-03-03", "failure", 1, is_backlog=True, category="涉法涉诉"),
    *petitions("甲镇", "2025-05-06", "success", 4),
    *petitions("outside", "2026-05-02", "success", 1),
)
"""To the end of May: 甲 10, 6 resolved and 4 open, 3 of these for 60 days; 乙 3, 2 open, both for exactly 60 days."""


@pytest.fixture(scope="module")
def with_petitions():
    return hand_worked(registers=MATTERS)


def test_petitions_are_counted_by_township_and_add_up_to_the_county(with_petitions):
    found = rows(part(notice_of(review("petitions", with_petitions)), "petition_table"))
    assert found["甲镇"] == ["10", "4", "6", "4", "3", "0", "0"]
    assert found["乙镇"] == ["3", "0", "0", "2", "2", "1", "0"]
    assert found["辖区外"] == ["1", "0", "1", "0", "0", "0", "0"]
    assert found["试验县"] == ["14", "4", "7", "6", "5", "1", "0"]


def test_open_matters_are_told_with_the_places_that_have_most_of_the_old_ones(with_petitions):
    words = part(notice_of(review("petitions", with_petitions)), "petitions_open").paragraphs[0].text
    assert words == (
        "1—5月登记的信访事项，全县尚有6件未办结；截至2026年5月31日，登记满60日仍未办结的5件，其中甲镇3件、乙镇2件。"
        "登记的事项中记为积案的1件，已化解0件。"
    )


def test_targets_of_other_metrics_stand_in_the_monthly_notice_alone(with_petitions):
    asked = (
        Target("litigation_rate", 2026, Decimal(90), "at_most", "township", "考核细则"),
        Target("petition_resolution_rate", 2026, Decimal(75), "at_least", "county", "考核细则"),
    )
    of_petitions, of_the_month = (
        [one.lead for one in part(notice_of(review(kind, with_petitions, targets=asked)), "targets").paragraphs]
        for kind in ("petitions", "monthly")
    )
    assert of_petitions == ["信访化解率（全县）。"]
    assert of_the_month == ["万人成讼率。", "信访化解率（全县）。"]


def test_the_notice_says_when_the_ledger_cannot_tell_what_concerns_a_court():
    assert "不能等同于涉诉信访" in as_text(notice_of(review("petitions", hand_worked())))


def test_matters_with_a_case_number_or_a_category_that_says_so_are_counted_as_of_a_court(with_petitions):
    words = as_text(notice_of(review("petitions", with_petitions)))
    assert "台账记有案号或者注明涉法涉诉的2件" in words
    assert "不能等同于涉诉信访" not in words


def test_without_a_ledger_of_petitions_the_notice_claims_nothing():
    notice = notice_of(review("petitions", hand_worked(coverage=())))
    assert part(notice, "petition_table") is None
    assert part(notice, "petitions_open") is None


PLACES = ("甲镇", "乙镇", "丙镇", "outside")
CASES = (
    *(filed(name, "买卖合同纠纷", 40, 40) for name in PLACES),
    *(filed(name, "离婚纠纷", 20, 10) for name in PLACES),
    *(filed(name, "抚养费纠纷", 8, 8) for name in ("乙镇", "丙镇", "outside")),
    *(filed(name, "法定继承纠纷", 6, 6) for name in PLACES),
    filed("甲镇", "抚养费纠纷", 2, 8),
)
"""离婚 80 after 40, 抚养 26 after 32, 继承 24 after 24: 130 after 96. 甲镇's 2 of 抚养 must not be told."""


def disputes(category, result, times, year=2026):
    return [Mediation("甲镇", date(year, 5, 6), "court", result, category=category)] * times


DISPUTES = (
    disputes("离婚纠纷", "success", 6),
    disputes("抚养费纠纷", "failure", 3),
    disputes("抚养费纠纷", "withdrawn", 1),
    disputes("离婚纠纷", "open", 2),
    disputes("买卖合同纠纷", "success", 9),
    disputes("离婚纠纷", "success", 5, 2025),
    disputes("离婚纠纷", "failure", 5, 2025),
)
"""Of the branch 12 after 10; 6 and 5 of them settled."""


@pytest.fixture(scope="module")
def families():
    return hand_worked(cases=CASES, disputes=DISPUTES, batches=())


def test_the_county_is_told_by_group(families):
    notice = notice_of(review("family", families))
    assert rows(part(notice, "overall"))[FAMILY] == ["130", "96", "130", "96"]
    assert rows(part(notice, "overall"))["离婚及夫妻财产"] == ["80", "40", "80", "40"]
    words = " ".join(one.text for one in part(notice, "overall").paragraphs)
    # 130 of 290.
    assert "1—5月，全县新收130件（上年同期96件，上升35.4%），占一审民商事新收的44.8%。" in words
    assert "离婚及夫妻财产80件（上年同期40件，上升100.0%）" in words


def test_a_township_s_handful_is_held_back_with_what_it_hides_behind_and_rows_still_add_up(families):
    found = rows(part(notice_of(review("family", families)), "family_table"))
    whole, before, by, divorce, engaged, children, parents, heirs = found["甲镇"]
    assert (whole, before, by) == ("28", "24", "+4")
    assert children == HELD_BACK
    assert HELD_BACK in (divorce, heirs)
    assert (engaged, parents) == ("0", "0")
    columns = list(zip(*(values for values in found.values()), strict=True))
    for *parts, county in columns:
        assert sum(int(one) for one in parts if one != HELD_BACK) == int(county)


def test_the_workbook_holds_no_number_that_the_table_holds_back(families):
    notice = notice_of(review("family", families))
    table = part(notice, "family_table").tables[0]
    assert all(cell.number is None for row in table.rows for cell in row if cell.text == HELD_BACK)
    assert bulletin_workbook(notice)


def test_what_the_family_notice_held_back_the_sheets_of_a_later_month_hold_back_as_well(families):
    before = printed_of(review("family", families))
    later = review("monthly", families, month=date(2026, 6, 1), printed=before)
    held = {(one.area_code, one.cause) for one in before if one.n is None}
    assert held
    assert held <= {(one.area_code, one.cause) for one in printed_of(later) if one.n is None}


def test_mediation_of_such_disputes_is_told_where_the_ledger_names_their_cause(families):
    notice = notice_of(review("family", families))
    assert part(notice, "family_mediation").paragraphs[0].text == (
        "1—5月进入诉前（先行）调解的婚姻家庭、继承纠纷12件（上年同期10件），调解成功6件，占50.0%，上年同期50.0%；"
        "未成功或撤回4件，尚在调解2件。"
    )


def test_of_mediation_without_causes_nothing_is_told():
    assert part(notice_of(review("family", hand_worked())), "family_mediation") is None


UP_TO_MAY_20 = tuple(
    Span(ledger, kind, date(2026, 1, 1), date(2026, 5, 20))
    for ledger, kind in (("cases", None), ("mediations", "court"), ("petitions", None))
)


@pytest.fixture(scope="module")
def without_last_year():
    """The same rows, and no import that covers the year before or the last days of May."""
    return hand_worked(cases=CASES, disputes=DISPUTES, batches=(), registers=MATTERS, coverage=UP_TO_MAY_20)


def test_a_year_before_that_nobody_imported_is_no_0(without_last_year):
    notice = notice_of(review("family", without_last_year))
    assert rows(part(notice, "overall"))[FAMILY] == ["130", DASH, "130", DASH]
    assert rows(part(notice, "family_table"))["试验县"] == ["130", "80", "0", "26", "0", "24"]
    assert part(notice, "overall").paragraphs[0].text == "2026年5月1日—5月20日，全县新收130件。"
    assert "上年同期" not in part(notice, "overall").paragraphs[1].text
    assert "上年同期" not in part(notice, "family_mediation").paragraphs[0].text
    petitions = notice_of(review("petitions", without_last_year))
    assert rows(part(petitions, "petition_table"))["甲镇"][:2] == ["10", DASH]


def test_matters_are_open_for_long_on_the_last_day_that_the_ledger_tells_of(without_last_year):
    words = part(notice_of(review("petitions", without_last_year)), "petitions_open").paragraphs[0].text
    # 60 days before 20 May: 甲镇's three of February alone.
    assert "截至2026年5月20日，登记满60日仍未办结的3件，其中甲镇3件。" in words


def test_cases_that_a_summary_alone_tells_are_named_and_no_share_is_made_of_them(families):
    told = review("family", families)
    summed = Cell(ONLY_TOTALS, "甲镇", 30, 0)
    words = "".join(overall_words(replace(told, moved=replace(told.moved, cells=(*told.moved.cells, summed)))))
    assert "另有新收30件只有汇总数，没有案由，不在以上各数之内。" in words
    assert "占一审民商事新收" not in words


def test_of_a_year_that_summaries_alone_tell_the_branch_is_not_known(families):
    told = review("family", families)
    filings = told.figure(FILINGS).numerator
    summed = replace(told, moved=replace(told.moved, cells=(Cell(ONLY_TOTALS, "甲镇", filings, 0),)))
    section = family_county(summed)
    assert section is not None
    assert section.paragraphs[0].text == (
        f"1—5月新收一审民商事案件{filings:,}件只有汇总数，没有案由，{FAMILY}的件数不明。"
    )
    assert not section.tables
    assert family_table(summed) is None


def test_in_january_no_number_stands_twice(families):
    section = family_county(review("family", families, month=date(2026, 1, 1)))
    assert section is not None
    assert [one.title for one in section.tables[0].columns] == ["类别", "当月", "上年当月"]
    assert {len(row) for row in section.tables[0].rows} == {3}


def test_a_county_without_a_case_of_the_branch_names_no_group():
    build = hand_worked(cases=(filed("甲镇", "买卖合同纠纷", 40, 40),), disputes=(), batches=())
    assert overall_words(review("family", build))[-1] == "1—5月，全县新收0件（上年同期0件）。"


def test_a_county_that_protects_nothing_prints_every_number():
    build = hand_worked(
        cases=CASES, disputes=(), batches=(), definition=NO_BREAKS.__class__(breaks=(), protected_causes=())
    )
    notice = notice_of(review("family", build))
    assert rows(part(notice, "family_table"))["甲镇"] == ["28", "24", "+4", "20", "0", "2", "0", "6"]
    assert "为避免从数字认出当事人" not in as_text(notice)


def test_every_family_cause_stands_in_one_group_and_no_other_cause_in_any():
    assert line_of("离婚后财产纠纷") == "离婚及夫妻财产"
    assert line_of("变更抚养关系纠纷") == "抚养、监护与收养"
    assert line_of("遗嘱继承纠纷") == "分家析产与继承"
    assert line_of("婚姻家庭纠纷") == REST
    assert line_of("土地承包经营权继承纠纷") == "土地承包经营权继承纠纷"
    assert set(NAMES) == {*GROUPS, REST}


@pytest.mark.parametrize("kind", ["petitions", "family"])
def test_a_county_without_data_or_townships_still_has_a_notice(kind):
    for changes in ({"coverage": ()}, {"townships": (), "people": ()}):
        cases = () if "townships" in changes else CASES
        build = hand_worked(cases=cases, disputes=(), batches=(), **changes)
        notice = notice_of(review(kind, build))
        assert notice.head.title.startswith("关于2026年5月全县")
        assert part(notice, "family_table") is None


@pytest.mark.parametrize(("kind", "county"), [("petitions", "with_petitions"), ("family", "families")])
def test_every_number_in_the_text_is_a_figure_of_the_review(kind, county, request):
    told = review(kind, request.getfixturevalue(county))
    notice = notice_of(told)
    assert strangers(notice, told) == []
    assert unlike_their_text(notice.tables) == []
    [overall] = [one for one in notice.sections if one.name == "overall"]
    said = " ".join(one.text for one in overall.paragraphs)
    wrong = replace(overall, paragraphs=(Paragraph(said.replace("件", "731件", 1)),))
    assert len(strangers(replace(notice, sections=(wrong,)), told)) == 1


def test_the_kinds_are_found_by_their_files():
    assert {"monthly", "petitions", "family"} <= set(KINDS)
