"""The page of the three sources: every metric once, with its number, or with what it waits for."""

import itertools
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data.desk import Desk, UploadedFile
from metrics import METRICS, counts
from tests.browser.county import FIRST_DAY, LAST_DAY
from tests.pages.conftest import Open, html

PETITIONS = """登记日期,信访形式,所属乡镇,化解情况,是否初信初访
2026-02-03,来信,柳林镇,已化解,是
2026-03-03,来访,柳林镇,化解中,是
2026-04-03,来访,东关街道,已化解,否
2025-04-03,来访,东关街道,已化解,否
2026-09-29,来信,东关街道,化解中,否
"""


@pytest.fixture(scope="module")
def with_petitions(exports: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Township list, population and cases of the small county, and a ledger of petitions."""
    root = tmp_path_factory.mktemp("sources")
    path = root / "信访台账（2025年1月—2026年9月）.csv"
    path.write_text(PETITIONS, encoding="utf-8")
    files = [UploadedFile(one.name, one) for one in (*exports[:3], path)]
    receipts = Desk(root / "home", counts()).load(files, by="试验", now=datetime(2026, 10, 8, 9))
    assert [one.error for one in receipts if one.error_code] == []
    return root / "home"


def plain(shown: str) -> str:
    """Words without markup."""
    return re.sub(r"<[^>]+>", "", shown)


def entry(shown: str, label: str) -> str:
    """The lines of one metric in the three columns."""
    return next(one for one in shown.split("<li>") if f"<span>{label}</span>" in one)


def test_every_metric_stands_on_the_page_once(filled: Path, open_page: Open):
    at = open_page(filled, "sources")
    assert not at.exception
    shown = html(at)
    body = shown[shown.index('class="trio"') : shown.index("点数值看各乡镇街道")]
    for metric in METRICS.values():
        named = body.count(f">{metric.label}<") + len(re.findall(rf"[：、]{re.escape(metric.label)}[、。]", body))
        assert named == 1, metric.label


def test_a_ledger_that_never_came_is_one_line_with_all_it_holds_up(filled: Path, open_page: Open):
    words = plain(html(open_page(filled, "sources")))
    assert (
        "还没有导入信访台账，以下 4 项无法计算：信访化解率、初信初访一次性化解率、信访积案化解率、万人信访量。" in words
    )
    assert (
        "还没有导入法官工作站名册，以下 3 项无法计算：法官工作站数、法官工作站配备达标率、法官工作站覆盖率。" in words
    )
    assert "案件台账没有记载是否上诉" in words
    assert "访源方面，还没有导入信访台账。" in words


def test_values_are_those_of_the_metric_and_lead_to_its_page(with_petitions: Path, open_page: Open):
    shown = html(open_page(with_petitions, "sources", span="ytd", month="2026-09"))
    resolved = entry(shown, "信访化解率")
    assert ">50.00<" in resolved  # 4件中化解2件
    assert 'href="metric?metric=petition_resolution_rate' in resolved
    assert "month=2026-09" in resolved
    assert "访源方面，信访化解率50.00%" in plain(shown)
    assert "信访台账没有记载一次性化解、信访积案" in plain(shown)


def test_a_township_has_its_own_figures_and_an_address(with_petitions: Path, open_page: Open):
    at = open_page(with_petitions, "sources", area="柳林镇", span="ytd", month="2026-09")
    assert "2026年1—9月，柳林镇诉源方面" in plain(html(at))
    assert f"<b>{_filed_in_willow()}</b>" in entry(html(at), "一审民商事新收")
    assert ">50.00<" in entry(html(at), "信访化解率")
    at.selectbox(key="filter_area").set_value("county").run()
    assert "area" not in at.query_params
    assert "青禾县诉源方面" in plain(html(at))


def _filed_in_willow() -> int:
    """Counted from the rule by which the small county's cases are written: every fourth, few lie elsewhere."""
    days = (FIRST_DAY + timedelta(days=2 * n) for n in range(10_000))
    numbered = enumerate(itertools.takewhile(lambda day: day <= LAST_DAY, days))
    return sum(1 for n, day in numbered if day.year == 2026 and n % 4 == 2 and n % 17 and n % 19 and n % 23)


def test_days_that_no_ledger_covers_are_told_in_one_line_per_family(filled: Path, open_page: Open):
    at = open_page(filled, "sources", span="free", **{"from": "2020-01-01", "to": "2020-03-31"})
    words = plain(html(at))
    assert "导入的台账没有覆盖本期，以下" in words
    assert "诉源方面，本期没有数据" in words
    assert not at.get("exception")
