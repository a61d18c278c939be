from dataclasses import replace
from datetime import datetime
from pathlib import Path

from data.desk import Desk, UploadedFile
from data.store import uploads
from data.store.layouts import layout_records
from data.store.words import decide_word, decided_words
from metrics import counts
from tests.data.foreign import HEADERS, NOW, foreign_file, foreign_layout, foreign_rows, teach
from tests.pages.conftest import Open, html

RESULT = "mediations.result"
_IS_DATA = "这一行是数据，不是表头；请选表头所在行，没有表头的请在原表加一行后重新上传。"


def kept_upload(root: Path, path: Path) -> tuple[Desk, str]:
    """An upload as the import page keeps it, with nothing read yet."""
    desk = Desk(root, counts())
    return desk, str(uploads.keep(desk.home, path.name, path.read_bytes(), at=datetime(2026, 10, 8, 9), by="试验"))


def sentences(at) -> str:
    """The page's markup without the marks that keep phrases on one line."""
    return html(at).replace('<span class="phrase">', "").replace("</span>", "")


def select(at, label):
    return next(one for one in at.selectbox if one.label == label)


def test_a_home_that_was_taught_nothing_says_what_to_do(tmp_path: Path, open_page: Open):
    at = open_page(tmp_path, "mapping")
    assert not at.exception
    shown = html(at)
    assert "还没有记住任何列映射。没有待指定含义的写法。" in shown.replace('<span class="phrase">', "").replace(
        "</span>", ""
    )
    assert "逐列指定一次并确认" in shown


def test_a_foreign_sheet_is_mapped_and_read_anew_as_a_draft(tmp_path: Path, open_page: Open):
    desk, number = kept_upload(tmp_path / "home", foreign_file(tmp_path / "报来.xlsx", foreign_rows(n=4)))
    at = open_page(desk.home.root, "mapping", upload=number)
    assert not at.exception
    assert "安调字0001" in html(at)
    assert "13900000000" not in html(at)
    assert select(at, "F列　结论").value == "result"
    assert "看不出是哪一种调解" in html(at)
    assert at.button(key="confirm").disabled
    select(at, "行内没写种类时按").select("people").run()
    at.button(key="confirm").click().run()
    (draft,) = desk.imports()
    assert (draft.state, draft.receipts[0].rows_read, draft.ledgers) == ("draft", 4, ("mediations",))
    (layout,) = layout_records(desk.home.state)
    assert (layout.layout.name, layout.uses) == ("报来", 1)


def test_what_is_missing_is_named_and_stops_the_confirmation(tmp_path: Path, open_page: Open):
    desk, number = kept_upload(tmp_path / "home", foreign_file(tmp_path / "报来.xlsx", foreign_rows()))
    at = open_page(desk.home.root, "mapping", upload=number)
    select(at, "F列　结论").select("").run()
    assert not at.exception
    assert "还缺必需的“调解结果”" in html(at)
    assert at.button(key="confirm").disabled
    select(at, "C列　归口").select("result").run()
    select(at, "行内没写种类时按").select("people").run()
    assert not at.button(key="confirm").disabled
    select(at, "D列　对方").select("result").run()
    assert "选给了不止一列" in html(at)
    assert at.button(key="confirm").disabled


def test_another_ledger_proposes_its_own_fields(tmp_path: Path, open_page: Open):
    desk, number = kept_upload(tmp_path / "home", foreign_file(tmp_path / "报来.xlsx", foreign_rows()))
    at = open_page(desk.home.root, "mapping", upload=number)
    select(at, "台账").select("cases").run()
    assert not at.exception
    assert select(at, "B列　起始").value == "filed_on"
    assert "还缺必需的“案号”" in html(at)


def test_a_row_of_data_as_the_header_is_doubted(tmp_path: Path, open_page: Open):
    desk, number = kept_upload(tmp_path / "home", foreign_file(tmp_path / "报来.xlsx", foreign_rows()))
    at = open_page(desk.home.root, "mapping", upload=number, header="4-4")
    assert not at.exception
    select(at, "台账").select("mediations").run()
    assert _IS_DATA in sentences(at)
    assert select(at, "表头在哪一行").value == "4-4"


def test_a_row_of_data_as_the_header_cannot_be_confirmed_however_complete(tmp_path: Path, open_page: Open):
    row = foreign_rows()[0]
    desk, number = kept_upload(tmp_path / "home", foreign_file(tmp_path / "报来.xlsx", foreign_rows(), row))
    at = open_page(desk.home.root, "mapping", upload=number, header="3-3")
    select(at, "台账").select("mediations").run()
    select(at, "行内没写种类时按").select("people").run()
    names = ("number", "accepted_on", "category", "defendants", "place_stated", "result", "identity")
    for letter, name in zip("ABCDEFG", names, strict=True):
        next(one for one in at.selectbox if one.label.startswith(f"{letter}列")).select(name)
    at.run()
    assert not at.exception
    assert "还缺必需的" not in sentences(at)
    assert _IS_DATA in sentences(at)
    assert at.button(key="confirm").disabled


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path, open_page: Open):
    broken = tmp_path / "坏文件.xlsx"
    broken.write_bytes(b"PK\x03\x04" + b"\x00" * 500)
    desk, number = kept_upload(tmp_path / "home", broken)
    at = open_page(desk.home.root, "mapping", upload=number)
    assert not at.exception
    assert "没有读出来" in html(at)


def test_an_upload_that_is_gone_is_said(tmp_path: Path, open_page: Open):
    for asked in ("7", "x", "99999999999"):
        at = open_page(tmp_path, "mapping", upload=asked)
        assert not at.exception
        assert "已不在待处理之列" in html(at)


def test_headers_with_markup_stay_text(tmp_path: Path, open_page: Open):
    headers = ("<b>编码</b>", *HEADERS[1:])
    desk, number = kept_upload(tmp_path / "home", foreign_file(tmp_path / "报来.xlsx", foreign_rows(), headers))
    at = open_page(desk.home.root, "mapping", upload=number)
    assert not at.exception
    assert "<b>编码" not in html(at)


def test_a_layout_is_renamed_changed_forgotten_and_had_back(tmp_path: Path, open_page: Open):
    layout = teach(Desk(tmp_path, counts()).home.state)
    at = open_page(tmp_path, "mapping")
    assert "报来的明细" in html(at)
    assert f'href="mapping?layout={layout.signature}"' in html(at)
    at.query_params["layout"] = layout.signature
    at.run()
    next(one for one in at.text_input if one.label == "名称").set_value("街道报表")
    select(at, "归口").select("")
    select(at, "行内没写种类时按").select("trade")
    at.button(key="layout_save").click().run()
    assert not at.exception
    (one,) = layout_records(tmp_path / "state.db")
    assert (one.layout.name, one.layout.fields["归口"], one.layout.kind) == ("街道报表", "", "trade")
    at.query_params["layout"] = layout.signature
    at.run()
    at.button(key="layout_forget").click().run()
    assert layout_records(tmp_path / "state.db") == []
    at.button(key="layout_back").click().run()
    assert [one.layout.name for one in layout_records(tmp_path / "state.db")] == ["街道报表"]


def test_a_change_by_which_nothing_could_be_read_is_refused(tmp_path: Path, open_page: Open):
    layout = teach(Desk(tmp_path, counts()).home.state)
    at = open_page(tmp_path, "mapping", layout=layout.signature)
    select(at, "结论").select("")
    at.button(key="layout_save").click().run()
    assert not at.exception
    assert "缺少必需的“调解结果”" in html(at)
    assert layout_records(tmp_path / "state.db")[0].layout.fields["结论"] == "result"


def with_unknown_words(root: Path, folder: Path) -> Desk:
    desk = Desk(root, counts())
    teach(desk.home.state)
    path = foreign_file(
        folder / "报来.xlsx", [*foreign_rows(n=3, result="经调解达成协议"), *foreign_rows(9, 2, "㐀㐁")]
    )
    desk.load([UploadedFile(path.name, path)], by="试验", now=NOW)
    return desk


def test_unknown_words_are_decided_with_the_proposal_and_taken_back(tmp_path: Path, open_page: Open):
    desk = with_unknown_words(tmp_path / "home", tmp_path)
    at = open_page(desk.home.root, "mapping")
    assert not at.exception
    assert "3行" in html(at)
    assert "台账里有 2 种写法不认得" in html(open_page(desk.home.root))
    at = open_page(desk.home.root, "mapping")
    assert at.button(key="words_save").disabled
    at.button(key="words_take").click().run()
    at.button(key="words_save").click().run()
    assert not at.exception
    assert decided_words(desk.home.state) == {RESULT: {"经调解达成协议": "success"}}
    assert "各项指标已重新计算" in html(at)
    select(at, "“经调解达成协议”").select("").run()
    at.button(key="words_save").click().run()
    assert decided_words(desk.home.state) == {}


def test_a_decision_made_elsewhere_is_shown_with_who_and_when(tmp_path: Path, open_page: Open):
    desk = with_unknown_words(tmp_path / "home", tmp_path)
    decide_word(desk.home.state, RESULT, "㐀㐁", "failure", at=NOW, by="甲")
    at = open_page(desk.home.root, "mapping")
    assert "甲于2026-02-03 09:30指定" in html(at)
    assert "还没有计入各项指标" in html(at)
    at.button(key="words_build").click().run()
    assert "各项指标已重新计算" in html(at)
    assert "还没有计入各项指标" not in html(at)


def test_a_draft_that_was_read_wrongly_gives_way_to_its_new_reading(tmp_path: Path, open_page: Open):
    desk, number = kept_upload(tmp_path / "home", foreign_file(tmp_path / "报来.xlsx", foreign_rows()))
    teach(desk.home.state, replace(foreign_layout(), kind="trade"))
    found = uploads.upload(desk.home, int(number))
    receipts = desk.draft([UploadedFile("报来.xlsx", uploads.file_of(desk.home, found))], by="试验", now=NOW)
    uploads.note(desk.home, found.id, receipts, receipts[0].batch)
    at = open_page(desk.home.root, "mapping", upload=number)
    assert select(at, "行内没写种类时按").value == "trade"
    assert "按已记住的列映射" in html(at)
    select(at, "行内没写种类时按").select("people").run()
    at.button(key="confirm").click().run()
    (draft,) = desk.imports()
    assert (draft.batch, draft.state, draft.coverage[0].kind) == (2, "draft", "people")
    assert uploads.file_of(desk.home, found).exists()


def test_a_draft_stays_when_its_new_reading_brings_nothing(tmp_path: Path, open_page: Open):
    desk, number = kept_upload(tmp_path / "home", foreign_file(tmp_path / "报来.xlsx", foreign_rows()))
    teach(desk.home.state)
    found = uploads.upload(desk.home, int(number))
    receipts = desk.draft([UploadedFile("报来.xlsx", uploads.file_of(desk.home, found))], by="试验", now=NOW)
    uploads.note(desk.home, found.id, receipts, receipts[0].batch)
    at = open_page(desk.home.root, "mapping", upload=number)
    select(at, "行内没写种类时按").select("trade").run()
    uploads.file_of(desk.home, found).write_bytes(b"PK\x03\x04" + b"\x00" * 500)
    at.button(key="confirm").click().run()
    assert not at.exception
    assert "这个工作表仍没有读取" in sentences(at)
    (draft,) = desk.imports()
    assert (draft.batch, draft.state) == (1, "draft")
    assert uploads.upload(desk.home, found.id).batch == 1


def test_what_is_in_force_under_its_old_reading_is_pointed_out(tmp_path: Path, open_page: Open):
    to_put_right = [[row[0], "不详", *row[2:]] for row in foreign_rows(9, 1)]
    path = foreign_file(tmp_path / "报来.xlsx", [*foreign_rows(), *to_put_right])
    desk, number = kept_upload(tmp_path / "home", path)
    teach(desk.home.state)
    found = uploads.upload(desk.home, int(number))
    receipts = desk.load([UploadedFile("报来.xlsx", uploads.file_of(desk.home, found))], by="试验", now=NOW)
    uploads.note(desk.home, found.id, receipts, receipts[0].batch)
    at = open_page(desk.home.root, "mapping", upload=number)
    assert not at.exception
    assert "撤销第1号" in html(at)
