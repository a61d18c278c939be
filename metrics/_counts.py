"""The counts that metrics share. One object each, so that a figure and its drill-down cannot disagree."""

from typing import NamedTuple

from data.count import Count, SumOf
from data.ledgers import MEDIATION_KINDS

RESIDENTS = Count(
    name="residents",
    label="人口数",
    table="residents",
    day="as_of",
    n="sum(people)",
    fold="last",
    ledger="population",
    unit="人",
)
CIVIL_FILINGS = Count(
    name="civil_filings",
    label="新收一审民商事案件",
    table="cases",
    day="filed_on",
    where="is_civil_first_instance AND NOT is_excluded",
)
ADMINISTRATIVE_FILINGS = Count(
    name="administrative_filings",
    label="新收一审行政案件",
    table="cases",
    day="filed_on",
    where="is_administrative_first_instance AND NOT is_excluded",
)


class MediationCounts(NamedTuple):
    """Disputes of one kind by the day they were accepted; their outcome is today's state."""

    accepted: Count
    resolved: Count
    failed: Count
    decided: Count
    ended: Count


def _mediations(kind: str) -> MediationCounts:
    noun = MEDIATION_KINDS[kind]

    def count(ending: str, label: str, condition: str = "") -> Count:
        return Count(
            name=f"{kind}_mediations_{ending}",
            label=f"{noun}{label}",
            table="mediations",
            day="accepted_on",
            where=f"kind = '{kind}'{condition}",
            ledger="mediations",
            kind=kind,
        )

    return MediationCounts(
        accepted=count("accepted", "受理数"),
        resolved=count("resolved", f"{'' if noun.endswith('化解') else '化解'}（成功）数", " AND result = 'success'"),
        failed=count("failed", "不成功数", " AND result = 'failure'"),
        decided=count("decided", "成功与不成功数之和", " AND result IN ('success', 'failure')"),
        ended=count("ended", "办结（成功、不成功或撤回）数", " AND result <> 'open'"),
    )


PEOPLE = _mediations("people")
COURT = _mediations("court")
TRADE = _mediations("trade")
COMMUNITY = _mediations("community")
SETTLED_BEFORE_FILING = Count(
    name="court_mediations_settled_before_filing",
    label="诉前（先行）调解成功且未立案数",
    table="mediations",
    day="accepted_on",
    where="kind = 'court' AND result = 'success' AND filed_case_number IS NULL",
    ledger="mediations",
    kind="court",
)
FIRST_INSTANCE_FILINGS = SumOf(
    name="first_instance_filings",
    label="新收一审民商事、行政案件",
    parts=(CIVIL_FILINGS, ADMINISTRATIVE_FILINGS),
)
BROUGHT_TO_COURT = SumOf(
    name="brought_to_court",
    label="诉前（先行）调解成功数与新收一审民商事、行政案件之和",
    parts=(SETTLED_BEFORE_FILING, CIVIL_FILINGS, ADMINISTRATIVE_FILINGS),
)
SHARED_COUNTS = (CIVIL_FILINGS, ADMINISTRATIVE_FILINGS, RESIDENTS, *PEOPLE, *COURT, *TRADE, *COMMUNITY)
