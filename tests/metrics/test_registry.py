"""A file is a metric: found by itself, named like its file."""

import re
import sys
from dataclasses import fields
from pathlib import Path

import pytest

import metrics
from data.count import Count, PeriodCount
from metrics import CORE, METRICS, counts
from metrics._metric import FAMILIES
from metrics._registry import NotAMetric, discover, metric_of

FIXED = [
    "litigation_rate", "administrative_litigation_rate", "civil_filings", "people_mediation_resolution_rate",
    "people_mediation_success_rate", "court_mediation_resolution_rate", "court_mediation_success_rate",
    "dispute_resolution_rate",
]  # fmt: skip
HEAD = "from dataclasses import replace\nfrom metrics.litigation_rate import METRIC as one\n"


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of metrics of one's own, gone after the test."""
    folder = tmp_path / "samples"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield folder
    for name in [name for name in sys.modules if name.partition(".")[0] == "samples"]:
        del sys.modules[name]


def test_the_metrics_that_pages_show_unasked_stand_in_a_fixed_order():
    assert [metric.name for metric in CORE] == FIXED


def test_metrics_stand_by_family_and_then_by_their_order():
    places = [(FAMILIES.index(metric.family), metric.order) for metric in METRICS.values()]
    assert places == sorted(places)
    assert len(set(places)) == len(places)
    assert {metric.family for metric in METRICS.values()} == set(FAMILIES)


def test_every_file_without_an_underscore_is_a_metric():
    stems = {path.stem for path in Path(metrics.__file__).parent.glob("*.py") if not path.stem.startswith("_")}
    assert stems == set(METRICS)


def test_a_new_file_is_found_and_stands_by_its_order(package):
    (package / "second_rate.py").write_text(f"{HEAD}METRIC = replace(one, name='second_rate', order=9)\ndel one")
    (package / "first_rate.py").write_text(f"{HEAD}METRIC = replace(one, name='first_rate', order=5)\ndel one")
    (package / "_machinery.py").write_text("raise RuntimeError")
    assert list(discover([str(package)], "samples")) == ["first_rate", "second_rate"]


def test_a_file_named_otherwise_than_its_metric_is_refused(package):
    (package / "other_rate.py").write_text(f"{HEAD}METRIC = replace(one, name='some_rate')\ndel one")
    with pytest.raises(NotAMetric, match=r"other_rate\.py.*some_rate"):
        discover([str(package)], "samples")


def test_a_file_without_a_metric_is_refused(package):
    (package / "empty.py").write_text("x = 1")
    with pytest.raises(NotAMetric, match="found 0"):
        discover([str(package)], "samples")


def test_a_file_with_two_metrics_is_refused(package):
    (package / "two.py").write_text(f"{HEAD}METRIC = replace(one, name='two')")
    with pytest.raises(NotAMetric, match="found 2"):
        discover([str(package)], "samples")


def test_metric_of_takes_the_metric_of_a_module():
    assert metric_of(sys.modules["metrics.civil_filings"]) is METRICS["civil_filings"]


@pytest.mark.parametrize("metric", METRICS.values(), ids=lambda metric: metric.name)
def test_a_card_says_everything(metric):
    for one in fields(metric):
        if one.name == "other_numerators":
            continue  # each is held by the metric's own test
        value = getattr(metric, one.name)
        assert value or one.name in ("denominator", "decimals", "ended", "is_core"), one.name
        if isinstance(value, tuple):
            assert all(isinstance(text, str) and len(text) > 1 for text in value)
    assert metric.basis.endswith("。")
    assert metric.caution.endswith("。")


def test_no_two_metrics_share_a_name_or_alias():
    named = [name for metric in METRICS.values() for name in (metric.label, *metric.aliases)]
    assert len(named) == len(set(named))


def test_people_call_the_litigation_rate_by_many_names():
    assert {"万人成诉率", "万人起诉率"} <= set(METRICS["litigation_rate"].aliases)


@pytest.mark.parametrize(
    ("name", "formula"),
    [
        ("civil_filings", "新收一审民商事案件"),
        ("litigation_rate", "新收一审民商事案件 ÷ 人口数 × 10000（每万人）"),
        ("people_mediation_resolution_rate", "人民调解化解（成功）数 ÷ 人民调解受理数 × 100%"),
        ("court_mediation_success_rate", "诉前（先行）调解化解（成功）数 ÷ 诉前（先行）调解成功与不成功数之和 × 100%"),
    ],
)
def test_the_formula_is_written_out(name, formula):
    assert METRICS[name].formula == formula


def test_every_count_is_listed_once_and_holds_what_metrics_need():
    names = [count.name for count in counts()]
    assert len(names) == len(set(names))
    of_days = {one for metric in METRICS.values() for one in metric.counts if isinstance(one, Count)}
    assert of_days <= set(counts())


def test_every_side_has_a_name_of_its_own_also_what_is_not_counted_by_day():
    sides = {side.name: side for metric in METRICS.values() for side in metric.sides}
    assert all(side == sides[side.name] for metric in METRICS.values() for side in metric.sides)
    assert not {name for name, side in sides.items() if isinstance(side, PeriodCount)} & {one.name for one in counts()}


@pytest.mark.parametrize("metric", METRICS.values(), ids=lambda metric: metric.name)
def test_an_interval_fits_the_kind_of_figure(metric):
    """Poisson for events per people, Wilson for a part of a whole that chance may have drawn, else none."""
    if metric.interval == "poisson":
        assert metric.is_rate
    if metric.interval == "wilson":
        assert metric.is_proportion
        assert not metric.is_census
    if metric.quotient != "part" or metric.denominator is None:
        assert metric.interval == "none"


def test_no_label_of_a_count_says_a_word_twice_in_a_row():
    assert [one.label for one in counts() if re.search(r"(\w{2,})\1", one.label)] == []
    assert "矛盾纠纷排查化解（成功）数" in [one.label for one in counts()]
