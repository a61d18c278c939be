"""月度通报: nothing is issued before everything was looked at; what people type stands in the notice at once."""

import re
import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import pages.bulletin
import ui.bulletin_files
import ui.bulletin_typed
from data import limited_child
from data.brief import Typed
from data.desk import Desk, UploadedFile
from data.refusal import Refused
from data.store.builds import build_path, current_build, forget, open_build
from data.store.bulletins import issued
from data.store.home import Home
from data.store.notice_templates import LARGEST_BYTES, put, template_in_force
from data.store.typed import save_typed
from metrics import counts
from metrics._check import warnings
from reports.bulletin.issuing import issue_month
from reports.bulletin.kinds import review_of
from reports.bulletin.prepare import brief_for
from reports.bulletin.ready import checks_for
from reports.bulletin.word import builtin_template
from tests.pages.conftest import Open
from tests.pages.conftest import html as markup

SEPTEMBER = date(2026, 9, 1)


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(filled, tmp_path / "home"))


def html(at: AppTest) -> str:
    """The page's words; an answer is cut into phrases that break only between them."""
    return re.sub(r"<[^>]+>", "", markup(at))


def boxes(at: AppTest) -> list:
    return [one for one in at.checkbox if one.key.startswith("monthly_")]


def press(at: AppTest, label: str) -> AppTest:
    [button] = [one for one in at.button if one.label == label]
    return button.click().run()


def may_issue(at: AppTest) -> bool:
    [button] = [one for one in at.button if one.label == "定稿"]
    return not button.disabled


def test_a_month_that_was_never_covered_has_no_notice(exports: list[Path], tmp_path: Path, open_page: Open):
    files = [UploadedFile(exports[0].name, exports[0])]
    Desk(tmp_path / "home", counts()).load(files, by="试验", now=datetime(2026, 10, 8, 9))
    at = open_page(tmp_path / "home", "bulletin")
    assert not at.exception
    assert "还没有完整覆盖的月份，不能编制通报。" in html(at)


def test_a_link_to_a_month_that_is_not_there_says_so_and_opens_the_latest_whole_one(filled: Path, open_page: Open):
    at = open_page(filled, "bulletin", month="1999-13", kind="无此种")
    assert "链接中的月份“1999-13”不存在或已变更，已改为默认的视图。" in html(at)
    assert "链接中的通报种类“无此种”不存在或已变更" in html(at)
    assert "2026年9月诉源治理通报还没有定稿" in html(at)


def test_every_warning_is_confirmed_before_a_month_is_issued(home: Path, open_page: Open):
    at = open_page(home, "bulletin")
    waiting = len(boxes(at))
    assert waiting
    assert not may_issue(at)
    for at_box in range(waiting):
        assert f"还有 {waiting - at_box} 项没有确认" in html(at)
        boxes(at)[at_box].check().run()
    assert may_issue(at)
    press(at, "定稿")
    [one] = issued(home / "state.db")
    assert (one.month, one.revision, len(one.confirmed)) == (SEPTEMBER, 1, waiting)
    assert "首次定稿" in html(at)


def test_what_is_typed_stands_in_the_notice_and_waits_for_the_next_sitting(home: Path, open_page: Open):
    at = open_page(home, "bulletin")
    fields = {one.label: one for one in [*at.text_input, *at.text_area]}
    fields["发文机关"].input("青禾县委政法委员会")
    fields["工作建议"].input("请各乡镇把调解做在前面\n\n  请法院每周通报  ")
    press(at, "保存并更新预览")
    for shown in (html(at), html(open_page(home, "bulletin"))):
        assert "青禾县委政法委员会" in shown
        assert "请各乡镇把调解做在前面。" in shown
        assert "请法院每周通报。" in shown


def test_letters_are_offered_with_the_notice_they_go_with(home: Path, open_page: Open):
    at = open_page(home, "bulletin")
    assert [one.label for one in at.multiselect] == ["制发提示函的乡镇街道"]
    at.multiselect[0].set_value(["柳林镇"])
    press(at, "保存并更新预览")
    labels = [each.proto.label for each in at.get("download_button")]
    assert [one for one in labels if one.startswith("柳林镇")] == ["柳林镇 Word", "柳林镇 PDF"]
    at.segmented_control(key="filter_kind").set_value("family").run()
    assert not at.exception
    assert not at.multiselect
    assert not [each for each in at.get("download_button") if each.proto.label.startswith("柳林镇")]


def test_who_may_not_issue_sees_the_notice_and_no_form(home: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch):
    for module in (pages.bulletin, ui.bulletin_typed):
        monkeypatch.setattr(module, "may", lambda what: what != "issue_notices")
    at = open_page(home, "bulletin")
    assert "您没有定稿的权限，只能预览。" in html(at)
    assert not [one for one in at.button if one.label in ("定稿", "保存并更新预览")]
    assert "供平安建设工作参考，不作为立案限制依据" in html(at)


def test_of_two_people_who_issue_at_once_the_second_is_told(home: Path, open_page: Open):
    at = open_page(home, "bulletin", issued="new")
    for box in range(len(boxes(at))):
        boxes(at)[box].check().run()
    build = current_build(home)
    told = review_of(build, brief_for(home, build, "monthly", SEPTEMBER, date(2026, 10, 9)))
    checks = checks_for(Home(home), build, "monthly", SEPTEMBER, date(2026, 10, 9))
    sentences = [one.sentence for one in warnings(checks)]
    issue_month(Home(home), told, checks, sentences, {}, seen=0, by="别人", at=datetime(2026, 10, 9, 9))
    press(at, "定稿")
    assert not at.exception
    assert [one.issued_by for one in issued(home / "state.db")] == ["别人"]
    assert "已经定稿 1 次，再次定稿是更正，原通报保留。" in [one.label for one in at.checkbox][-1]
    assert "还有 1 项没有确认" in html(at)


def test_what_changed_since_it_was_on_the_screen_is_shown_before_it_is_issued(home: Path, open_page: Open):
    at = open_page(home, "bulletin")
    for box in range(len(boxes(at))):
        boxes(at)[box].check().run()
    said = {"by": "别人", "at": datetime(2026, 10, 9, 9)}
    save_typed(home / "state.db", "monthly", SEPTEMBER, Typed(office="另一机关"), **said)
    press(at, "定稿")
    assert issued(home / "state.db") == []
    assert "预览以后，数据版本、填写的内容或 Word 模板变了，没有定稿" in html(at)
    assert "另一机关" in html(at)
    put(home / "state.db", "letter", "函.docx", b"PK", **said)
    press(at, "定稿")
    assert issued(home / "state.db") == []
    press(at, "定稿")
    [one] = issued(home / "state.db")
    assert one.templates == {"monthly": None, "sheets": None, "letter": 1}
    assert one.brief.office == "另一机关"


def test_an_issued_month_opens_as_it_was_and_can_be_issued_again_as_a_correction(home: Path, open_page: Open):
    at = open_page(home, "bulletin")
    for box in range(len(boxes(at))):
        boxes(at)[box].check().run()
    press(at, "定稿")
    at = open_page(home, "bulletin")
    assert "首次定稿" in html(at)
    assert not [one for one in at.button if one.label == "定稿"]
    at = open_page(home, "bulletin", issued="new")
    assert "已定稿1次，正在更正" in html(at)
    for box in range(len(boxes(at))):
        boxes(at)[box].check().run()
    press(at, "定稿")
    assert [one.revision for one in issued(home / "state.db")] == [2, 1]


def test_where_the_kept_build_is_gone_the_figures_of_the_issue_can_still_be_taken(home: Path, open_page: Open):
    at = open_page(home, "bulletin")
    for box in range(len(boxes(at))):
        boxes(at)[box].check().run()
    press(at, "定稿")
    [one] = issued(home / "state.db")
    Desk(home, counts()).rebuild(why="试验", now=datetime(2026, 10, 9, 9))
    forget(open_build(Home(home), one.build))
    build_path(Home(home), one.build).unlink()
    at = open_page(home, "bulletin")
    assert not at.exception
    assert "请从备份恢复 builds 目录" in html(at)
    assert [each.proto.label for each in at.get("download_button")] == ["定稿时的数据.json"]


def test_a_machine_without_a_chinese_font_is_told_so_and_has_the_workbook(
    home: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
):
    def none(folder: Path) -> None:
        raise Refused("no_chinese_font", "本机没有中文字体。")

    monkeypatch.setattr(ui.bulletin_files, "found", none)
    at = open_page(home, "bulletin")
    assert "本机没有中文字体。" in html(at)
    labels = [each.proto.label for each in at.get("download_button")]
    assert "附表 Excel" in labels
    assert "通报 PDF" not in labels


def test_a_template_that_cannot_be_filled_in_time_is_not_taken_and_says_why(
    home: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
):
    at = open_page(home, "bulletin")
    started: list[str] = []
    monkeypatch.setattr(limited_child, "run", lambda module, *_, **__: started.append(module) or -9)
    at.file_uploader[0].upload("大.docx", bytes(LARGEST_BYTES + 1))
    press(at, "采用")
    assert "Word 模板应在5MB以内，“大.docx”有5,242,881字节，没有采用" in html(at)
    assert started == []
    at.file_uploader[0].upload("慢.docx", builtin_template("monthly"))
    press(at, "采用")
    assert "Word 模板“通报”在时限内（处理器60秒，共180秒）没有填完" in html(at)
    assert started == ["reports.bulletin.word_child"]
    assert template_in_force(home / "state.db", "monthly") is None


def test_a_download_that_could_not_be_made_says_why_when_the_page_is_drawn_next(
    home: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
):
    put(home / "state.db", "monthly", "慢.docx", builtin_template("monthly"), by="别人", at=datetime(2026, 10, 9, 9))
    monkeypatch.setattr(limited_child, "run", lambda *_, **__: None)
    files: dict[str, Callable[[], bytes]] = {}
    real = ui.bulletin_files.st.download_button

    def offered(label, make, *more, **named):
        files[label] = make
        return real(label, make, *more, **named)

    monkeypatch.setattr(ui.bulletin_files.st, "download_button", offered)
    at = open_page(home, "bulletin")
    assert "没有生成" not in html(at)
    with pytest.raises(Refused):
        files["通报 Word"]()
    said = "上次下载没有生成：Word 模板“通报”填写程序没有启动起来，没有生成文件；请稍后重试"
    assert said in html(at.run())
    assert said not in html(at.run())
