from datetime import date

import pytest

from data.clean import clean
from data.clean.activities import TYPES
from data.ledgers import ACTIVITY_TYPES
from data.read.table import Table
from data.recognise import recognise
from data.refusal import Refused
from tests.data.clean.sheets import SECRET, cleaned, codes, only

FIELDS = ("held_on", "activity_type", "station", "times", "participants", "opinions", "opinions_done")
HEADER = ["日期", "活动类型", "数量", "参加人数"]


def activity(word="普法讲座", times=1.0, people="", given="", done="", station="柳河法官工作站"):
    return ("2025-03-05", word, station, times, people, given, done)


def read(rows, name="Sheet1", file_name="台账.xlsx", merged=()):
    table = Table(name, rows, merged=merged)
    return clean(table, recognise(table, file_name), file_name=file_name, secret=SECRET)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("巡回审判", "circuit_hearing"),
        ("开展巡回审判（离婚纠纷）", "circuit_hearing"),
        ("法治宣传进校园", "legal_education"),
        ("诉前调解", "mediation"),
        ("行政案件撤诉", "administrative_withdrawal"),
        ("判后回访", "return_visit"),
        ("矛盾纠纷排查", "screening"),
        ("法律咨询", "consultation"),
        ("行政争议诉后化解", "administrative_settlement"),
    ],
)
def test_kinds_of_work_are_told_by_their_words(written, kind):
    assert only(cleaned("activities", FIELDS, [activity(written)]))["activity_type"] == kind


def test_every_kind_has_a_word_of_its_own_and_every_word_a_kind():
    assert set(TYPES.values()) == set(ACTIVITY_TYPES)
    assert all(TYPES[word] == kind for kind, word in ACTIVITY_TYPES.items())


def test_an_unknown_kind_is_named_and_counts_as_other():
    result = cleaned("activities", FIELDS, [activity("植树")])
    assert (only(result)["activity_type"], only(result)["activity_raw"]) == ("other", "植树")
    assert codes(result) == ["activity_unknown"]


def test_numbers_are_read_with_their_counting_words():
    row = only(cleaned("activities", FIELDS, [activity(times="3场次", people="120余人", given="5条", done=2.0)]))
    assert [row[name] for name in ("times", "participants", "opinions", "opinions_done")] == [3, 120, 5, 2]


def test_more_opinions_acted_on_than_given_is_said():
    assert codes(cleaned("activities", FIELDS, [activity(given=2.0, done=5.0)])) == ["more_done_than_given"]


def test_without_a_column_the_title_tells_the_kind_of_work():
    rows = [["柳河镇普法活动台账"], ["日期", "地点", "参加人数"], ["2025-03-05", "柳河镇中学", 80.0]]
    assert only(read(rows))["activity_type"] == "legal_education"


def test_a_sheet_that_does_not_say_what_kind_of_work_is_refused():
    with pytest.raises(Refused) as refused:
        read([["柳河法官工作站台账"], ["日期", "地点", "参加人数"], ["2025-03-05", "柳河镇", 80.0]])
    assert refused.value.code == "activity_type_unknown"


def test_a_title_row_above_each_block_names_the_station_of_its_rows():
    rows = [
        ["安和县人民法院法官工作站工作台账"],
        ["柳河法官工作站"],
        HEADER,
        ["2025-03-05", "普法", 1.0, 30.0],
        ["合计", "", 1.0, 30.0],
        ["石坪法官工作站"],
        HEADER,
        ["2025-03-06", "调解", 1.0, ""],
        ["", "咨询", 2.0, ""],
    ]
    result = read(rows, merged=((1, 0, 1, 3), (5, 0, 5, 3), (7, 0, 8, 0)))
    assert result.rows["station"].to_pylist() == ["柳河法官工作站", "石坪法官工作站", "石坪法官工作站"]
    assert result.rows["held_on"].to_pylist() == [date(2025, 3, 5), date(2025, 3, 6), date(2025, 3, 6)]
    assert (result.rows_read, result.rows_left_out, result.rows_set_aside) == (3, 3, 0)


def test_the_sheets_name_is_the_station_when_nothing_else_says_it():
    rows = [HEADER, ["2025-03-05", "普法", 1.0, 30.0]]
    assert only(read(rows, name="柳河法官工作站"))["station"] == "柳河法官工作站"


def test_pieces_of_work_that_look_alike_are_each_counted_unless_they_name_the_same_case():
    rows = [activity("调解"), activity("调解")]
    assert len(set(cleaned("activities", FIELDS, rows).rows["record_key"].to_pylist())) == 2
    fields = ("held_on", "activity_type", "related_case_number")
    rows = [("2025-03-05", "巡回审判", "（2025）甘0733民初3号")] * 2
    assert len(set(cleaned("activities", fields, rows).rows["record_key"].to_pylist())) == 1


def test_the_township_in_a_stations_name_places_its_work_where_nothing_else_is_said():
    row = only(cleaned("activities", FIELDS, [activity(station="柳河镇法官工作站")]))
    assert (row["place_stated"], row["place_dispute"]) == (None, "柳河镇")
    row = only(cleaned("activities", FIELDS, [activity(station="柳河法官工作站")]))
    assert row["place_dispute"] is None
