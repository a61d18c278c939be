"""一镇一单 and 提示函: every word of a county worked by hand, and townships of which little or nothing is known."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data.brief import Before, Overdue, Place, Target
from metrics._disclosure_before import printed_of
from reports.bulletin.content import Notice
from reports.bulletin.letter import letter_of
from reports.bulletin.sheets import CAUSES, LINES, OVERDUE, TARGETS, sheets_of
from tests.metrics.county import Span, Township
from tests.metrics.moved_county import NO_BREAKS, filed
from tests.reports.bulletin.as_text import as_text, section_lines
from tests.reports.bulletin.counties import MONTH, batch_of, hand_worked, ten_townships, told
from tests.reports.bulletin.printed_numbers import strangers_to

GOLDEN = Path(__file__).parent / "golden"
LATE = Overdue("甲镇", "“新收异常增多”预警应于2026-05-20前办结", date(2026, 5, 20))
ASKED = {
    "overdue": (LATE,),
    "targets": (Target("litigation_rate", 2026, Decimal(100), "at_most", "township", "某文件"),),
    "office": "县委平安办",
}


@pytest.fixture(scope="module")
def small():
    return told(hand_worked(), **ASKED)


def page(review, name):
    return next(one for one in sheets_of(review).sheets if one.area_name == name)


def part(sheet, name):
    return next((one for one in sheet.sections if one.name == name), None)


def rows(section):
    return [tuple(cell.text for cell in row) for row in section.tables[0].rows]


def test_every_word_and_cell_of_a_sheet_worked_by_hand(small):
    sheet = page(small, "甲镇")
    lines = [sheet.title, sheet.period, sheet.answer]
    for one in sheet.sections:
        lines += ["", f"节：{one.heading}", *section_lines(one)]
    assert "\n".join([*lines, ""]) == (GOLDEN / "sheet.txt").read_text(encoding="utf-8")


def test_every_word_and_cell_of_a_letter_worked_by_hand(small):
    assert as_text(letter_of(small, "甲镇")) == (GOLDEN / "letter.txt").read_text(encoding="utf-8")


def told_to(document):
    return [one.text for part in document.sections for one in part.paragraphs], [
        table for part in document.sections for table in part.tables
    ]


@pytest.mark.parametrize("month", [5, 1])
def test_every_number_told_to_a_township_is_a_figure_of_it(month):
    cases, batches = batch_of("东山镇", 60)
    build, last = ten_townships(more=cases, batches=batches), MONTH.replace(month=4)
    before = Before(last, NO_BREAKS.to_json(), (Place("litigation_rate", "双河乡", 2),))
    for review in (told(build, month=MONTH.replace(month=month), before=before), told(hand_worked())):
        sheets = sheets_of(review).sheets
        letters = [(one.area_code, letter_of(review, one.area_code)) for one in sheets[:2]]
        for code, document in (*((one.area_code, one) for one in sheets), *letters):
            texts, tables = told_to(document)
            said = document.opening if isinstance(document, Notice) else document.answer
            assert strangers_to(code, [said, *texts], tables, review) == []


def test_a_number_of_another_township_is_found(small):
    sheet = page(small, "甲镇")
    texts, tables = told_to(page(small, "乙镇"))
    assert strangers_to("乙镇", [sheet.answer], tables, small) == ["125.00", "122.2"]
    assert strangers_to("乙镇", texts, tables, small) == []


def test_a_letter_names_its_day_where_one_was_typed_and_asks_for_nothing_overdue_where_nothing_is(small):
    letter = letter_of(small, "乙镇", due=date(2026, 6, 30))
    asked = " ".join(one.text for one in letter.sections[-1].paragraphs)
    assert "请于2026年6月30日前" in asked
    assert "逾期" not in asked
    assert (letter.head.addressee, letter.head.office) == ("乙镇", "县委平安办")


def test_a_letter_does_not_bear_the_number_of_the_notice():
    numbered = told(hand_worked(), number="云政法通〔2026〕10号")
    assert letter_of(numbered, "甲镇").head.number == ""
    assert sheets_of(numbered).head.number == "云政法通〔2026〕10号"


def test_a_letter_never_asks_for_fewer_filings(small):
    words = as_text(letter_of(small, "甲镇"))
    assert not any(word in words for word in ("控制立案", "压降", "减少立案", "下降目标", "务必", "责令"))
    assert "不作为立案限制依据" in words


def test_every_listed_township_has_its_page_in_the_order_of_the_list(small):
    assert [one.area_name for one in sheets_of(small).sheets] == ["甲镇", "乙镇", "丙镇"]


def test_a_place_is_told_with_its_interval_and_tier():
    answer = page(told(ten_townships()), "双河乡").answer
    assert "由低到高在参加排名的10个乡镇街道中列第1位（位次区间1–1），第一梯队" in answer


def test_where_batches_blur_the_places_the_one_without_them_is_told_and_marked_so():
    cases, batches = batch_of("东山镇", 400)
    build = ten_townships({"城关街道": (60, 62), "双河乡": (1, 2)}, more=cases, batches=batches)
    answer = page(told(build), "双河乡").answer
    assert "全县案件过于集中成批，剔除批量案件后由低到高在参加排名的10个乡镇街道中列第1位（位次区间" in answer


def test_a_letter_says_of_a_township_that_a_batch_put_behind_others_which_place_it_has_without():
    """60 of 160 cases of 东山镇 are a batch; each of the others but two has 100."""
    cases, batches = batch_of("东山镇", 60)
    review = told(ten_townships(more=cases, batches=batches))
    assert review.standings["litigation_rate"].status == "ok"
    [facts] = [one for one in letter_of(review, "东山镇").sections if one.name == "facts"]
    assert facts.paragraphs[1].text.startswith(
        "其中批量案件（同一单位30日内起诉10件以上的案件）60件；剔除批量案件后，万人成讼率为50.00件/万人，列第2位"
        "（位次区间"
    )
    assert "批量" not in as_text(letter_of(review, "双河乡"))


REST = (Township("乙镇", "镇", False, True), Township("丙镇", "镇", False, True))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        (
            {"townships": (Township("甲镇", "类似乡级单位", True, False), *REST)},
            "类似乡级单位",
        ),
        ({"people": ()}, "缺人口"),
        ({"definition": replace(NO_BREAKS, smallest_ranked_population=9_000)}, "人口不足9,000人"),
        ({"coverage": ()}, "台账未覆盖"),
    ],
)
def test_who_has_no_place_is_only_listed_and_told_why(changes, why):
    assert f"只列示不排名（{why}）" in page(told(hand_worked(**changes)), "甲镇").answer


def test_a_county_without_any_data_still_has_its_pages():
    sheets = sheets_of(told(hand_worked(coverage=()))).sheets
    assert len(sheets) == 3
    assert not any(sheet.sections for sheet in sheets)
    assert "没有数据：导入的台账未覆盖这段时间" in sheets[0].answer


def test_a_year_that_starts_in_december_is_named_by_its_end():
    build = hand_worked(definition=replace(NO_BREAKS, year_starts_in_december=True))
    [chart] = part(page(told(build, month=date(2025, 12, 1)), "甲镇"), "trend").charts
    assert [line.name for line in chart.lines] == ["2026年", "2025年"]
    assert chart.labels[0] == "12月"


def test_in_january_nothing_is_said_of_a_month_before():
    texts = part(page(told(hand_worked(), month=date(2026, 1, 1)), "甲镇"), "changes").paragraphs
    assert [one.text for one in texts] == ["1月新收一审民商事0件；上年同期为0，本期也为0。"]


def test_a_month_that_is_not_over_is_not_held_against_the_whole_month_before():
    build = hand_worked(coverage=(Span("cases", None, date(2025, 1, 1), date(2026, 5, 20)),))
    texts = [one.text for one in part(page(told(build), "甲镇"), "changes").paragraphs]
    assert texts[0].startswith("5月1—20日新收一审民商事90件；")


def test_last_month_s_place_is_set_beside_only_under_the_same_definition():
    build = ten_townships()
    other = replace(build.definition, smallest_ranked_population=5)
    for definition, is_said in ((build.definition.to_json(), True), (other.to_json(), False)):
        before = Before(date(2026, 4, 1), definition, (Place("litigation_rate", "双河乡", 2),))
        texts = [one.text for one in part(page(told(build, before=before), "双河乡"), "changes").paragraphs]
        assert ("万人成讼率位次：上月通报第2位，本月第1位。" in texts) == is_said


def test_another_place_within_its_interval_is_called_no_rise():
    """Eight townships alike: any place from the second to the ninth may be the true one."""
    build = ten_townships()
    before = Before(date(2026, 4, 1), build.definition.to_json(), (Place("litigation_rate", "东山镇", 5),))
    sheet = page(told(build, before=before), "东山镇")
    texts = [one.text for one in part(sheet, "changes").paragraphs]
    assert "万人成讼率位次：上月通报第5位，本月第2位，变动在位次区间之内，不足以说明升降。" in texts


def test_rows_are_bounded_so_that_a_page_holds_them():
    late = tuple(Overdue("甲镇", f"第{i}项", None) for i in range(9))
    names = ("litigation_rate", "civil_filings", "dispute_resolution_rate", "closing_rate", "trial_days")
    targets = tuple(Target(name, 2026, Decimal(50), "at_most", "township", "某文件") for name in names)
    causes = [filed("甲镇", f"第{i}纠纷", 10 + i, 3) for i in range(8)]
    sheet = page(told(hand_worked(cases=causes, batches=()), overdue=late, targets=targets), "甲镇")
    assert len(rows(part(sheet, "causes"))) == CAUSES + 2
    assert len(part(sheet, "overdue").paragraphs) == OVERDUE + 1
    assert part(sheet, "overdue").paragraphs[-1].text == "等共9项。"
    assert len(rows(part(sheet, "targets"))) == TARGETS
    assert len(rows(part(sheet, "figures"))) <= LINES


def test_causes_add_up_to_the_township_s_sum_and_the_rest_stands_in_one_row():
    causes = [filed("甲镇", f"第{i}纠纷", 10 + i, 3) for i in range(8)]
    found = rows(part(page(told(hand_worked(cases=causes, batches=())), "甲镇"), "causes"))
    # 17 + 16 + 15 + 14 + 13; the other three 12 + 11 + 10.
    assert [row[:3] for row in found[:2]] == [("第7纠纷", "17", "3"), ("第6纠纷", "16", "3")]
    assert found[-2:] == [("其他案由", "33", "9", "+24"), ("合计", "108", "24", "+84")]


FAMILY = (
    *(filed(name, "买卖合同纠纷", 40, 40) for name in ("甲镇", "乙镇", "丙镇", "outside")),
    *(filed(name, "离婚纠纷", 20, 20) for name in ("乙镇", "丙镇", "outside")),
    *(filed(name, "抚养纠纷", 10, 10) for name in ("甲镇", "乙镇", "丙镇", "outside")),
)


def test_a_handful_of_a_protected_cause_is_in_the_rest_and_so_is_what_it_hides_behind():
    build = hand_worked(cases=(*FAMILY, filed("甲镇", "离婚纠纷", 2, 20)), disputes=(), batches=())
    found = rows(part(page(told(build), "甲镇"), "causes"))
    assert not any("离婚" in name for name, *_ in found)
    assert int(found[-2][1]) > 2
    assert found[-2][0] == "其他案由"


def test_what_was_held_back_before_is_not_shown_now():
    build = hand_worked(cases=(*FAMILY, filed("甲镇", "离婚纠纷", 20, 20)), disputes=(), batches=())
    shown = rows(part(page(told(build), "甲镇"), "causes"))
    assert ("离婚及夫妻财产", "20", "20", "0") in shown
    before = [one for one in printed_of(told(build)) if (one.area_code, one.cause) == ("甲镇", "离婚及夫妻财产")]
    held = tuple(one.__class__(one.area_code, one.cause, one.start, one.start.replace(day=31), None) for one in before)
    after = rows(part(page(told(build, printed=held), "甲镇"), "causes"))
    assert not any("离婚" in name for name, *_ in after)


@pytest.mark.parametrize("townships", [1, 60])
def test_counties_of_any_size_and_long_names_have_one_page_for_each(townships):
    names = tuple(f"白鹿洞回族满族第{i}乡" for i in range(townships))
    sheets = sheets_of(told(ten_townships({}, 2, names=names))).sheets
    assert [one.area_name for one in sheets] == list(names)
    assert all(one.answer for one in sheets)
