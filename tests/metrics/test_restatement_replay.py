"""What can be replayed under another definition from a build alone, and what cannot."""

from dataclasses import replace

from data.definition import Definition
from metrics import METRICS
from metrics._restatement_replay import is_decidable

OWN = Definition()


def known(metric, **switches):
    return is_decidable(OWN, replace(OWN, **switches), METRICS[metric].sides)


def test_what_a_case_says_decides_types_and_causes():
    assert known("civil_filings", civil_types=("民初", "执"), excluded_causes=("继承纠纷",))


def test_batches_are_known_only_while_both_definitions_find_the_same_ones():
    assert known("civil_filings", exclude_batch_filings=True)
    assert known("civil_filings", batch_smallest=99)
    assert not known("civil_filings", exclude_batch_filings=True, batch_smallest=99)


def test_closings_are_found_when_a_build_is_made():
    assert known("settlement_rate", excluded_causes=("继承纠纷",))
    assert not known("settlement_rate", treated_as_withdrawn=True)


def test_what_is_counted_over_a_period_depends_on_other_rows():
    assert not known("cause_concentration", excluded_causes=("继承纠纷",))
