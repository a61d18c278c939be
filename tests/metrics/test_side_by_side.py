from data.definition import SUPREME_COURT_RATE
from metrics import METRICS, compute, parse_period
from metrics._side_by_side import moved_words, side_by_side
from tests.metrics.tiny import case, mediation, tiny_county

RATE = METRICS["litigation_rate"]
ROWS = (
    case("甲镇", "2026-01-05", times=16),
    case("乙镇", "2026-01-05", times=30),
    case("丙镇", "2026-01-05", times=10),
    mediation("乙镇", "2026-01-06", "court", "success", times=60),
)


def figures(build_of, **changes):
    build = build_of(tiny_county(*ROWS, **changes))
    return compute(build, [RATE], parse_period("2026-01"), by="all").rows()


def test_values_and_places_that_move_are_told(build_of):
    rows = side_by_side(RATE, figures(build_of), figures(build_of, definition=SUPREME_COURT_RATE))
    by_code = {one.area_code: one for one in rows}
    assert {code: one.places for code, one in by_code.items()} == {
        "甲镇": 1, "乙镇": -1, "丙镇": 0, "outside": None, "unassigned": None, "county": None,
    }  # fmt: skip
    assert [code for code, one in by_code.items() if one.value_moves] == ["乙镇", "county"]
    told = moved_words(rows)
    assert told.startswith("3 个乡镇街道中，1 个的数值不同，2 个的位次不同；变动最大的是")


def test_nothing_moves_between_a_definition_and_itself(build_of):
    rows = side_by_side(RATE, figures(build_of), figures(build_of))
    assert moved_words(rows) == "3 个乡镇街道中，0 个的数值不同，位次都不变。"


def test_figures_without_places_say_so(build_of):
    filings = METRICS["civil_filings"]
    build = build_of(tiny_county(*ROWS))
    found = compute(build, [filings], parse_period("2026-01"), by="all").rows()
    assert moved_words(side_by_side(filings, found, found)).endswith("不排位次。")
