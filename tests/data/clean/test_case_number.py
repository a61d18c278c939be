import pytest

from data.clean.case_number import ADVICE, KNOWN_TYPES, REASONS, REPAIRS, clean_head, parse_case_number

CLEAN = "（2024）甘0702民初1234号"


@pytest.mark.parametrize(
    ("written", "repairs"),
    [
        ("(2024)甘0702民初1234号", {"number_brackets"}),
        ("〔2024〕甘0702民初1234号", {"number_brackets"}),
        ("[2024]甘0702民初1234号", {"number_brackets"}),
        ("【2024】甘0702民初1234号", {"number_brackets"}),
        ("（２０２４）甘０７０２民初１２３４号", {"number_brackets"}),
        ("（2024） 甘0702 民初 1234 号", {"number_brackets"}),
        ("\ufeff（2024）甘0702\u200b民初1234号", {"number_brackets"}),
        ("（2024）甘0702民初1234", {"number_hao"}),
        ("2024甘0702民初1234号", {"number_year_brackets"}),
        ("2024年甘0702民初1234号", {"number_year_brackets"}),
        ("（2024）甘0702民初第1234号", {"number_zi"}),
        ("（2024）甘0702民初字第1234号", {"number_zi"}),
        ("（2024）甘0702民初01234号", {"number_zeros"}),
        ("（2024）甘0702民初1234号之一", {"number_suffix"}),
        ("（2024）甘0702民初1234之一号", {"number_suffix"}),
        ("（2024）甘0702民初1234号-1", {"number_suffix"}),
        ("（2024）甘0702民初1234-1号", {"number_suffix"}),
        ("（2024）甘0702民初1234号民事判决书", {"number_trailing"}),
        ("案号：（2024）甘0702民初1234号", {"number_trailing"}),
        ("（2024）甘0702民初1234号（2024）甘0702民初1234号", {"number_trailing"}),
    ],
)
def test_every_deviation_is_brought_to_the_standard_form(written, repairs):
    read = parse_case_number(written)
    assert read.value.number == CLEAN
    assert read.value.head == clean_head(CLEAN)
    assert repairs <= set(read.repairs) <= repairs | {"number_brackets"}


def test_a_number_in_standard_form_needs_no_repair():
    read = parse_case_number(CLEAN)
    assert read.value == (CLEAN, (2024, "甘0702", "民初", "民初"))
    assert read.repairs == ()


@pytest.mark.parametrize(
    ("number", "court", "type_code"),
    [
        ("（2024）甘0702民督监1号", "甘0702", "民督监"),
        ("（2024）甘0702民督1号", "甘0702", "民督"),
        ("（2024）甘0702执恢1号", "甘0702", "执恢"),
        ("（2024）甘0702执1号", "甘0702", "执"),
        ("（2024）甘0702行审复1号", "甘0702", "行审复"),
        ("（2024）甘0702行审1号", "甘0702", "行审"),
        ("（2024）粤0604诉前调确1716号", "粤0604", "诉前调确"),
        ("（2024）川0106民诉前调5号", "川0106", "民诉前调"),
        ("（2024）川01知民初5号", "川01", "民初"),
        ("（2024）最高法知民终5号", "最高法", "民终"),
        ("（2024）甘民终1号", "甘", "民终"),
        ("（2024）内0203行赔初1号", "内0203", "行赔初"),
        ("（2024）甘0702行保1号", "甘0702", "行保"),
        ("（2024）甘0702民撤1号", "甘0702", "民撤"),
        ("（2024）甘0702破1号", "甘0702", "破"),
    ],
)
def test_the_longest_type_is_found(number, court, type_code):
    head = parse_case_number(number).value.head
    assert (head.court_code, head.type_code) == (court, type_code)


@pytest.mark.parametrize("type_code", sorted(KNOWN_TYPES))
def test_every_type_of_the_table_is_read_as_itself_clean_and_tolerant(type_code):
    assert parse_case_number(f"（2024）甘0702{type_code}7号").value.head.type_code == type_code
    assert parse_case_number(f"(2024)甘0702{type_code}字第007号").value.head.type_code == type_code


def test_an_unknown_type_is_still_a_case_number():
    read = parse_case_number("（2024）甘0702邢初1号")
    assert read.value.number == "（2024）甘0702邢初1号"
    assert (read.value.head.type_code, read.value.head.type_text) == (None, "邢初")


@pytest.mark.parametrize(
    ("written", "number", "court", "type_code"),
    [
        ("（2015）甘民初字第123号", "（2015）甘民初字第123号", "甘", "民初"),
        ("(2013)甘州民初字第0012号", "（2013）甘州民初字第12号", "甘州", "民初"),
        ("（2014）张中民终字第5号", "（2014）张中民终字第5号", "张中", "民终"),
        ("（2014）甘民一初字第5号", "（2014）甘民一初字第5号", "甘", "民初"),
        ("（2012）兴行初字第3", "（2012）兴行初字第3号", "兴", "行初"),
    ],
)
def test_the_form_before_2016_is_read_and_kept(written, number, court, type_code):
    value = parse_case_number(written).value
    assert (value.number, value.head.court_code, value.head.type_code) == (number, court, type_code)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("（2024）甘0702民初***号", "case_number_masked"),
        ("（2024）甘0702民初12*4号", "case_number_masked"),
        ("（2024）甘0702民初×××号", "case_number_masked"),
        ("（2024）甘0702民初1、2、3号", "case_number_several"),
        ("（2024）甘0702民初1-5号", "case_number_several"),
        ("（2024）甘0702民初1号至5号", "case_number_several"),
        ("（2024）甘0702民初1号、2号", "case_number_several"),
        ("（2024）甘0702民初1号,（2024）甘0702民初2号", "case_number_several"),
        ("（2024）甘0702民初1号\n（2024）甘0702民初2号", "case_number_several"),
        ("620702199001011200", "case_number_as_number"),
        ("1.10101E+17", "case_number_as_number"),
        ("张三诉李四", "case_number_unreadable"),
        ("（2024）甘0702民初号", "case_number_unreadable"),
        ("（2024）甘0702民初0号", "case_number_unreadable"),
        ("（24）甘0702民初1号", "case_number_unreadable"),
        ("民初1234号", "case_number_unreadable"),
        ("（2024）0702民初1号", "case_number_unreadable"),
        ("   ", "case_number_missing"),
    ],
)
def test_what_is_no_single_case_number_is_a_fault_with_a_way_out(written, fault):
    read = parse_case_number(written)
    assert (read.value, read.fault) == (None, fault)
    assert REASONS[fault]
    assert ADVICE[fault].startswith("请")


def test_every_repair_has_words():
    assert set(parse_case_number("案号：2024甘0702民初字第01234之一民事判决").repairs) <= set(REPAIRS)
