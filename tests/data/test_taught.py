from data.taught import Taught, TaughtLayout, header_keys, signature_of


def test_a_signature_is_of_the_headers_alone_whatever_their_order():
    assert signature_of(["案号", "", "立案日期"]) == signature_of(["立案日期", "案号"])
    assert signature_of(["案号", "案号"]) != signature_of(["案号"])


def test_twins_and_columns_without_a_header_have_keys_that_survive_a_move():
    assert header_keys(["", "金额", "金额", "", "案号"]) == (
        "（“金额”左侧无表头）",
        "金额",
        "金额#2",
        "（“金额”右侧无表头）",
        "案号",
    )
    assert header_keys(["案号", "金额", ""])[2] == header_keys(["金额", "", "案号"])[1]


def test_what_was_taught_survives_the_way_into_the_child():
    taught = Taught(
        (TaughtLayout("s", "名", "cases", None, {"号": "case_number"}),), {"mediations.result": {"好": "success"}}
    )
    assert Taught.from_json(taught.to_json()) == taught


def test_only_layouts_change_how_a_file_is_read():
    assert Taught().digest == Taught((), {"mediations.result": {"好": "success"}}).digest == ""
    assert Taught((TaughtLayout("s", "名", "cases"),)).digest != Taught((TaughtLayout("t", "名", "cases"),)).digest
