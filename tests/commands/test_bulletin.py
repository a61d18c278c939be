"""`bulletin` as a timer calls it. Most calls draw nothing: how documents look is tested where they are made."""

import hashlib
import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from cli import app
from data.brief import Printed
from data.desk import Desk
from data.store.builds import build_path
from data.store.bulletins import ToIssue, issue, issued
from data.store.home import Home
from data.store.jobs import ask
from metrics import counts
from reports.bulletin.kinds import notice_of
from tests.data.exports import a_case, cases_file
from tests.data.loading import load
from tests.reports.bulletin.small_home import NOW, made

STEM = "安和县2025年3月诉源治理通报"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("closed")).home.root


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(filled, tmp_path / "home"))


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are a line that says whether they are drafts."""

    def text(notice, template=None, fonts=None):
        return {f"{notice.file_stem}.docx": ("预览稿" if notice.head.is_draft else "定稿").encode()}

    monkeypatch.setattr("reports.bulletin.restated.documents", text)
    monkeypatch.setattr(
        "reports.bulletin.bundle.bundle", lambda told, is_draft, **_: text(notice_of(told, is_draft=is_draft))
    )


def run(
    home: Path, out: Path, *arguments: str, period: str = "2025-03", kinds: tuple[str, ...] = ("monthly",)
) -> Result:
    named = [part for kind in kinds for part in ("--kind", kind)]
    call = ["--home", str(home), "bulletin", "--period", period, "--out", str(out), *named, *arguments]
    return CliRunner().invoke(app, call)


def files_in(out: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()} if out.exists() else {}


def test_the_whole_set_is_written_whole(home, tmp_path):
    result = run(home, tmp_path / "out", "--json")
    assert result.exit_code == 0, result.stderr
    [one] = json.loads(result.stdout)
    sheets = "安和县2025年3月一镇一单"
    assert set(one["files"]) == {path.name for path in (tmp_path / "out").iterdir()}
    assert {
        f"{STEM}.docx",
        f"{STEM}.pdf",
        f"{STEM}.xlsx",
        f"{STEM}数据.json",
        f"{sheets}.docx",
        f"{sheets}.pdf",
    } <= set(one["files"])
    assert (one["state"], one["revision"], one["restated"]) == ("preview", None, [])
    heads = {path.suffix: path.read_bytes()[:4] for path in (tmp_path / "out").iterdir()}
    assert heads == {".docx": b"PK\x03\x04", ".pdf": b"%PDF", ".xlsx": b"PK\x03\x04", ".json": b'{"ca'}
    assert issued(home / "state.db") == []


def test_the_digest_of_the_file_of_figures_is_the_one_in_the_record(home, tmp_path):
    [one] = json.loads(run(home, tmp_path / "out", "--issue", "--confirm-warnings", "--json").stdout)
    figures = (tmp_path / "out" / f"{STEM}数据.json").read_bytes()
    assert hashlib.sha256(figures).hexdigest() == one["sha256"] == issued(home / "state.db")[0].sha256


@pytest.mark.usefixtures("undrawn")
def test_without_issue_everything_is_a_draft_and_nothing_is_frozen(home, tmp_path):
    result = run(home, tmp_path / "out")
    assert (result.exit_code, files_in(tmp_path / "out")) == (0, {f"{STEM}.docx": "预览稿"})
    assert "提醒：还没有导入" in result.stderr
    assert issued(home / "state.db") == []


@pytest.mark.usefixtures("undrawn")
def test_warnings_that_nobody_confirmed_leave_nothing_issued_and_nothing_written(home, tmp_path):
    result = run(home, tmp_path / "out", "--issue")
    assert result.exit_code == 1
    assert "没有定稿，也没有写出文件。核对提醒后可加 --confirm-warnings。" in result.stderr
    assert (issued(home / "state.db"), files_in(tmp_path / "out")) == ([], {})


@pytest.mark.usefixtures("undrawn")
def test_a_stop_is_told_and_no_confirmation_helps(home, tmp_path):
    result = run(home, tmp_path / "out", "--issue", "--confirm-warnings", period="2025-04")
    assert result.exit_code == 1
    assert "不能定稿：案件台账在2025年4月有 30 天没有导入，只到2025-03-31，不能定稿。" in result.stderr
    assert (issued(home / "state.db"), files_in(tmp_path / "out")) == ([], {})


@pytest.mark.usefixtures("undrawn")
def test_issued_once_it_is_not_issued_again_until_a_figure_changes_and_then_says_what(home, tmp_path):
    out = tmp_path / "out"
    first = run(home, out, "--issue", "--confirm-warnings", "--json")
    [one] = json.loads(first.stdout)
    assert (first.exit_code, one["state"], one["revision"]) == (0, "issued", 1)
    assert files_in(out) == {f"{STEM}.docx": "定稿"}
    again = json.loads(run(home, out, "--issue", "--json").stdout)[0]
    assert (again["revision"], again["sha256"]) == (1, one["sha256"])
    (tmp_path / "files").mkdir()
    load(Desk(home, counts()), cases_file(tmp_path / "files", [a_case(200, date(2025, 3, 15))], "补录.csv"))
    changed = run(home, out, "--issue", "--confirm-warnings", "--json")
    [two] = json.loads(changed.stdout)
    assert (two["revision"], [row["revision"] for row in two["restated"]]) == (2, [1])
    assert files_in(out) == {f"{STEM}.docx": "定稿", f"{STEM}修订说明.docx": "定稿"}
    assert [notice.revision for notice in issued(home / "state.db")] == [2, 1]
    assert any("再次定稿是更正" in sentence for sentence in issued(home / "state.db")[0].confirmed)


@pytest.mark.usefixtures("undrawn")
def test_an_earlier_month_whose_build_is_gone_is_told_and_keeps_no_other_month_from_being_made(home, tmp_path):
    assert run(home, tmp_path / "out", "--issue", "--confirm-warnings", period="2025-02").exit_code == 0
    [one] = issued(home / "state.db")
    Desk(home, counts()).rebuild(why="words", now=NOW)
    build_path(Home(home), one.build).unlink()
    result = run(home, tmp_path / "out")
    assert result.exit_code == 0
    assert "修订说明缺一份：2025年2月通报（第1次定稿）所用的第1号数据版本的文件不在" in result.stderr
    assert files_in(tmp_path / "out")[f"{STEM}.docx"] == "预览稿"


@pytest.mark.usefixtures("undrawn")
def test_what_people_left_open_is_told(home, tmp_path):
    ask(home / "state.db", "rebuild", {"why": "words"}, at=NOW, by="甲")
    assert "提醒：有1 项任务正在处理或等待，其中的数没有计入。" in run(home, tmp_path / "out").stderr


def test_kinds_without_data_are_skipped_and_a_month_without_any_is_told(filled, tmp_path):
    result = run(filled, tmp_path / "out", period="2031-01", kinds=())
    assert result.exit_code == 2
    assert "诉源治理通报：2031-01没有数据，跳过。" in result.stderr
    assert "2031-01没有任何一种通报的数据" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "period", "words"),
    [
        (("--kind", "weekly"), "2025-03", "没有名为“weekly”的通报种类"),
        ((), "2025", "比一个月长"),
        ((), "三月", "看不懂期间"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(arguments, period, words, filled, tmp_path):
    result = run(filled, tmp_path / "out", *arguments, period=period)
    assert (result.exit_code, words in result.stderr) == (2, True)


@pytest.mark.usefixtures("undrawn")
def test_where_no_file_can_be_written_nothing_is_issued(home, tmp_path):
    (tmp_path / "out").write_text("不是目录")
    result = run(home, tmp_path / "out", "--issue", "--confirm-warnings")
    assert (result.exit_code, "没有定稿，也没有写出文件" in result.stderr) == (2, True)
    assert issued(home / "state.db") == []


@pytest.mark.usefixtures("undrawn")
def test_what_cannot_be_replaced_is_told_and_written_by_the_next_run(home, tmp_path):
    (tmp_path / "out" / f"{STEM}.docx").mkdir(parents=True)
    result = run(home, tmp_path / "out", "--issue", "--confirm-warnings")
    assert (result.exit_code, f"{STEM}.docx 不能替换" in result.stderr) == (2, True)
    (tmp_path / "out" / f"{STEM}.docx").rmdir()
    assert run(home, tmp_path / "out", "--issue").exit_code == 0
    assert files_in(tmp_path / "out") == {f"{STEM}.docx": "定稿"}
    assert [notice.revision for notice in issued(home / "state.db")] == [1]


def test_what_another_month_printed_meanwhile_binds_this_one(home, tmp_path, monkeypatch):
    def drawn_while_somebody_issues(told, **_):
        february, cell = date(2025, 2, 1), Printed("县城", "离婚纠纷", date(2025, 1, 1), date(2025, 2, 28), 7)
        other = ToIssue(replace(told.brief, month=february), told.build.number, told.definition, "{}", printed=(cell,))
        issue(home / "state.db", other, seen=0, by="别人", at=NOW)
        return {"monthly.docx": b""}

    monkeypatch.setattr("reports.bulletin.bundle.bundle", drawn_while_somebody_issues)
    result = run(home, tmp_path / "out", "--issue", "--confirm-warnings")
    assert result.exception.code == "notice_moved_on"
    assert [one.issued_by for one in issued(home / "state.db")] == ["别人"]


def test_when_the_second_kind_was_issued_meanwhile_the_first_is_not_issued_either(home, tmp_path, monkeypatch):
    def drawn_while_somebody_issues(told, **_):
        if told.brief.kind == "family":
            other = ToIssue(told.brief, told.build.number, told.definition, told.figures_json())
            issue(home / "state.db", other, seen=0, by="别人", at=NOW)
        return {f"{told.brief.kind}.docx": b""}

    monkeypatch.setattr("reports.bulletin.bundle.bundle", drawn_while_somebody_issues)
    result = run(home, tmp_path / "out", "--issue", "--confirm-warnings", kinds=("monthly", "family"))
    assert result.exception.code == "notice_moved_on"
    assert [(one.kind, one.issued_by) for one in issued(home / "state.db")] == [("family", "别人")]
    assert files_in(tmp_path / "out") == {}
