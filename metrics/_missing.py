"""Why a metric is unknown in every period: the ledger that was never imported, or the content that nobody filled in."""

from typing import NamedTuple

from data.ledgers import LEDGERS, MEDIATION_KINDS
from metrics._build import Build, remembered
from metrics._counts import RESIDENTS
from metrics._coverage import event_counts, spans_of
from metrics._metric import Metric

LISTS = ("stations", "villages")
"""Tables that a ledger of the same name fills."""
CONTENT = (
    ("is_appealed", "是否上诉"),
    ("has_close_method", "结案方式"),
    ("is_chief_present", "负责人是否出庭应诉"),
    ("confirmed", "司法确认"),
    ("performed", "自动履行"),
    ("ended_on", "办结日期"),
    ("organisation", "调解组织"),
    ("is_settled_at_once", "一次性化解"),
    ("petitions WHERE is_first", "初信初访"),
    ("is_backlog", "信访积案"),
    ("adoption", "采纳情况"),
    ("opinions", "意见条数"),
    ("judges", "法官人数"),
    ("village IS", "村（社区）"),
    ("screenings", "纠纷排查"),
    ("case_villages", "住所地中的村（社区）"),
    ("days", "结案日期"),
    ("type_code NOT", "一审以外的案件"),
    ("type_code", "执行案件"),
    ("closings", "结案日期"),
)
"""What a need of a count looks for, by the first of these marks that its SQL bears, as people call it."""


class Missing(NamedTuple):
    """What to bring: a ledger (`kind` names the kind of mediation), or `content` that the imported one lacks."""

    ledger: str
    kind: str | None
    content: str = ""

    @property
    def label(self) -> str:
        """The ledger in Chinese."""
        return f"{MEDIATION_KINDS[self.kind]}台账" if self.kind else LEDGERS[self.ledger].label


def missing(build: Build, metric: Metric) -> Missing | None:
    """What a metric waits for; None where it is known in some period. Ledgers stand before what they lack.

    A ledger that was imported and covers other days is not missing.
    """
    for count in event_counts(metric):
        if not spans_of(build, count) and (count.ledger, count.kind) not in _imported(build):
            return Missing(count.ledger, count.kind)
    if metric.is_rate and not _has_rows(build, RESIDENTS.table):
        return Missing(RESIDENTS.ledger, None)
    needs = [(need, count) for count in metric.counts for need in count.needs]
    empty = [(need, count) for need, count in needs if not _has_rows(build, need)]
    for need, _ in empty:
        if need in LISTS:
            return Missing(need, None)
    for need, count in empty:
        table = need.partition(" ")[0]
        return Missing(table if table in LISTS else count.ledger, count.kind, content_of(need))
    return None


def content_of(need: str) -> str:
    """What a need looks for. Raises StopIteration for one that has no words yet."""
    return next(words for mark, words in CONTENT if mark in need)


def _imported(build: Build) -> frozenset[tuple[str, str | None]]:
    """Ledgers (and kinds of mediation) that some import in force brought, whatever days it covers."""

    def read() -> frozenset[tuple[str, str | None]]:
        rows = build.cursor().execute("SELECT DISTINCT ledger, kind FROM coverage").fetchall()
        return frozenset((ledger, kind) for ledger, kind in rows)

    return remembered(build, "ledgers imported", read)


def _has_rows(build: Build, need: str) -> bool:
    query = f"SELECT 1 FROM {need} LIMIT 1"
    return remembered(build, query, lambda: bool(build.cursor().execute(query).fetchall()))
