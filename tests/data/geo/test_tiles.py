import pytest

from data.geo.tiles import completed, near_square, read_grid, written
from data.refusal import Refused

NAMES = {"a": "东门街道", "b": "柳河镇", "c": "石坪乡", "d": "种羊场管理处", "e": "云台乡"}


def read(text: str) -> dict[str, tuple[int, int]]:
    codes = {name: code for code, name in NAMES.items()} | {"柳河": "b"}
    return read_grid(text, codes.get, NAMES)


def test_tiles_stand_in_the_order_of_the_list_as_nearly_square_as_they_can():
    assert near_square("abcde") == {"a": (0, 0), "b": (0, 1), "c": (0, 2), "d": (1, 0), "e": (1, 1)}
    assert near_square("a") == {"a": (0, 0)}
    assert near_square("") == {}


def test_a_grid_is_read_as_it_is_written():
    places = completed("abcde", {"a": (0, 2), "b": (1, 0), "c": (1, 1), "d": (2, 1), "e": (3, 2)})
    assert written(places, NAMES).splitlines()[0] == "□　□　东门街道"
    assert read(written(places, NAMES)) == places


def test_blanks_tabs_and_other_signs_for_an_empty_cell_are_understood():
    assert read("东门街道  柳河  石坪乡\n- 种羊场管理处 空\n云台乡") == {
        "a": (0, 0), "b": (0, 1), "c": (0, 2), "d": (1, 1), "e": (2, 0),
    }  # fmt: skip
    assert read("\t东门街道\t\t柳河镇\r\n石坪乡\t种羊场管理处\t云台乡")["b"] == (0, 3)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("东门街道 长河镇", "第1行第2格的“长河镇”不是名册中的乡镇街道"),
        ("东门街道\n□ 东门街道", "“东门街道”写了两次，第二次在第2行第2格"),
        ("东门街道 柳河镇", "没有写到 石坪乡、种羊场管理处、云台乡"),
        ("", "没有写到"),
    ],
)
def test_a_grid_that_is_not_whole_is_refused_with_the_place(text: str, words: str):
    with pytest.raises(Refused) as caught:
        read(text)
    assert caught.value.code == "tiles_unclear"
    assert words in caught.value.sentence


def test_a_new_township_stands_below_and_one_that_left_the_list_is_gone():
    arranged = {"a": (0, 1), "gone": (0, 0), "b": (2, 2)}
    placed = completed("abc", arranged)
    assert set(placed) == set("abc")
    assert placed["c"][0] > placed["b"][0]
    assert min(row for row, _ in placed.values()) == 0 == min(column for _, column in placed.values())
    assert len(set(placed.values())) == 3
