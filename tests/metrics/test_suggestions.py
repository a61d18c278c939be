"""The list of suggestions whose reply is overdue."""

from datetime import date

from metrics._suggestions import overdue_suggestions, suggestions_without_limit
from tests.metrics.registers import Suggestion
from tests.metrics.tiny import tiny_county

ISSUED = date(2026, 1, 5)


def late(key, due, is_replied=False):
    return Suggestion("甲镇", ISSUED, is_replied, reply_due_on=due and date.fromisoformat(due), record_key=key)


def test_the_longest_overdue_stands_first_and_the_last_day_is_not_late(build_of):
    rows = (
        late("昨天到期", "2026-03-08"),
        late("今天到期", "2026-03-09"),
        late("早已到期", "2026-02-07"),
        late("已反馈", "2026-02-07", is_replied=True),
        late("没有期限", None),
    )
    build = build_of(tiny_county(registers=rows))
    found = overdue_suggestions(build, date(2026, 3, 9))
    assert [(one.record_key, one.days_late) for one in found] == [("早已到期", 30), ("昨天到期", 1)]
    assert (found[0].township_code, found[0].issued_on) == ("甲镇", ISSUED)
    assert suggestions_without_limit(build) == 1
