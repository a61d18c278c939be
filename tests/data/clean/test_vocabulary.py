import pytest

from data.clean.vocabulary import parse_close_method, parse_confirmed, parse_performed, result_of, result_parser

BUCKETS = {
    "success": "调解成功 成功 达成调解协议 双方达成一致 和解 部分成功",
    "failure": "调解失败 调解不成功 调解不成 未达成 未达成调解协议 无法达成一致 调解无果 失败",
    "withdrawn": "撤回 撤诉 终止调解 联系不到当事人 退回 驳回撤诉",
    "open": "暂存 待审核 待指派调解 待指派调解员 诉前调查中 送达中 调解中 委派调解中 申请司法确认 申请立案 已满30天",
}


@pytest.mark.parametrize(("word", "bucket"), [(w, b) for b, words in BUCKETS.items() for w in words.split()])
def test_every_listed_result_falls_in_its_bucket(word, bucket):
    assert result_of(word) == ((bucket, word), None, ())


@pytest.mark.parametrize(
    ("word", "bucket"),
    [
        ("调解成功(自动履行)", "success"),
        ("调解成功,已申请司法确认", "success"),
        ("调解不成功,转立案", "failure"),
        ("2-调解不成功", "failure"),
        ("未达成调解协议,转诉讼", "failure"),
    ],
)
def test_notes_and_codes_around_a_result_do_not_hide_it(word, bucket):
    assert result_of(word).value[0] == bucket


@pytest.mark.parametrize("word", ["其他", "不知道", "成"])
def test_an_unknown_result_is_open_and_marked(word):
    assert result_of(word) == (("open", word), None, ("result_unknown",))


def test_a_long_text_as_result_is_open_and_not_kept():
    text = "经司法所工作人员多次上门做工作,当事人张三同意赔偿李四医疗费五千元"
    assert result_of(text) == (("open", None), None, ("result_long_text",))


def test_a_short_text_that_names_the_parties_is_no_unknown_word():
    assert result_of("张三与李四已和解") == (("open", None), None, ("result_long_text",))
    assert parse_close_method("王五诉赵六一案已结").fault == "long_text"


def test_numbers_are_codes_only_in_a_column_of_numbers():
    coded = result_parser("调解结果", [1.0, "2", "1"])
    assert [coded(cell).value[0] for cell in (1.0, "2", "1")] == ["success", "failure", "success"]
    mixed = result_parser("调解结果", ["1", "调解成功"])
    assert mixed("1") == (("open", "1"), None, ("result_unknown",))
    assert result_parser("调解结果", [1.0, 3.0])(3.0).repairs == ("result_unknown",)


def test_yes_and_no_answer_the_question_of_the_header():
    cells = ["是", "否"]
    assert [result_parser("调解是否成功", cells)(c).value[0] for c in cells] == ["success", "failure"]
    assert [result_parser("是否化解", cells)(c).value[0] for c in cells] == ["success", "open"]
    assert result_parser("调解结果", cells)("是").repairs == ("result_unknown",)


@pytest.mark.parametrize(
    ("typed", "method"),
    [
        ("判决", "判决"),
        (" 准 予 撤 诉 ", "准予撤诉"),
        ("准许原告撤诉", "准予撤诉"),
        ("按撤诉处理", "按撤诉处理"),
        ("调解（当庭履行）", "调解"),
        ("以其他方式结案", "其他"),
        ("终结本次执行程序", "终结本次执行程序"),
        ("终结程序", "终结程序"),
        ("裁定移送其他法院管辖", "裁定移送其他法院管辖"),
        ("裁定准予强制执行", "裁定准予强制执行"),
        ("裁定不准予强制执行", "裁定不准予强制执行"),
        ("驳回诉讼请求", "驳回诉讼请求"),
        ("驳回起诉", "驳回起诉"),
        ("", None),
        ("-", None),
    ],
)
def test_close_methods_come_in_one_form(typed, method):
    assert parse_close_method(typed) == (method, None, ())


def test_an_unknown_close_method_stays_as_typed():
    assert parse_close_method("提审") == ("提审", None, ("close_method_unknown",))


@pytest.mark.parametrize(
    ("typed", "confirmed"),
    [
        ("是", True),
        ("同意受理", True),
        ("（2024）甘0702诉前调确1号", True),
        ("否", False),
        ("不予受理", False),
        ("补充材料", None),
        ("", None),
    ],
)
def test_confirmation_is_yes_no_or_open(typed, confirmed):
    assert parse_confirmed(typed).value is confirmed


@pytest.mark.parametrize(
    ("typed", "performed"),
    [
        ("已履行", True),
        ("当场履行完毕", True),
        ("已申请强制执行", False),
        ("向法院申请执行", False),
        ("已进入执行程序", False),
        ("部分履行", False),
        ("", None),
    ],
)
def test_an_agreement_that_went_to_enforcement_was_not_performed_by_itself(typed, performed):
    assert parse_performed(typed).value is performed


def test_no_agreement_under_a_header_that_asks_for_one_is_a_failure():
    parse = result_parser("是否达成协议", ["是", "否"])
    assert [parse(word).value[0] for word in ("是", "否")] == ["success", "failure"]
