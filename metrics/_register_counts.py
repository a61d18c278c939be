"""Counts of the registers that people keep by hand: petitions, suggestions, stations and their work."""

from data.count import Count, PeriodCount


def _petitions(name: str, label: str, where: str = "TRUE", needs: str = "") -> Count:
    return Count(
        name=name,
        label=label,
        table="petitions",
        day="registered_on",
        where=where,
        ledger="petitions",
        needs=(f"petitions WHERE {needs}",) if needs else (),
    )


PETITIONS = _petitions("petitions_registered", "登记的信访事项数")
PETITIONS_RESOLVED = _petitions("petitions_resolved", "信访化解数", "result = 'success'")
_FIRST_ENDED = "is_first AND result <> 'open'"
FIRST_PETITIONS_ENDED = _petitions("first_petitions_ended", "初信初访办结数", _FIRST_ENDED, "is_first")
FIRST_PETITIONS_AT_ONCE = _petitions(
    "first_petitions_settled_at_once",
    "初信初访一次性化解数",
    f"{_FIRST_ENDED} AND is_settled_at_once",
    "is_settled_at_once",
)
BACKLOG_PETITIONS = _petitions("backlog_petitions", "信访积案数", "is_backlog", "is_backlog")
BACKLOG_RESOLVED = _petitions(
    "backlog_petitions_resolved", "信访积案化解数", "is_backlog AND result = 'success'", "is_backlog"
)


def _suggestions(name: str, label: str, where: str = "TRUE", needs: tuple[str, ...] = ()) -> Count:
    return Count(
        name=name,
        label=label,
        table="suggestions",
        day="issued_on",
        where=where,
        ledger="suggestions",
        unit="份",
        needs=needs,
    )


SUGGESTIONS = _suggestions("suggestions_issued", "司法建议发出数")
SUGGESTIONS_REPLIED = _suggestions("suggestions_replied", "司法建议反馈数", "is_replied")
SUGGESTIONS_ADOPTED = _suggestions(
    "suggestions_adopted",
    "司法建议采纳数",
    "adoption IN ('adopted', 'partly')",
    ("suggestions WHERE adoption IS NOT NULL",),
)


def _work(name: str, label: str, where: str, unit: str, n: str = "sum(times)", needs: tuple[str, ...] = ()) -> Count:
    return Count(
        name=name, label=label, table="activities", day="held_on", where=where, n=n, ledger="activities", unit=unit,
        needs=needs,
    )  # fmt: skip


LEGAL_EDUCATION = _work("legal_education_events", "普法宣传场次", "activity_type = 'legal_education'", "场")
CIRCUIT_HEARINGS = _work("circuit_hearing_events", "巡回审判次数", "activity_type = 'circuit_hearing'", "次")
CONSULTATIONS = _work("consultation_events", "法律咨询次数", "activity_type = 'consultation'", "次")
RETURN_VISITS = _work("return_visit_events", "回访次数", "activity_type = 'return_visit'", "次")
STATION_MEDIATIONS = _work("station_mediation_events", "工作站调解件数", "activity_type = 'mediation'", "件")
STATION_WITHDRAWALS = _work(
    "station_withdrawal_events", "工作站促成行政案件撤诉件数", "activity_type = 'administrative_withdrawal'", "件"
)
STATION_SETTLEMENTS = _work(
    "station_settlement_events", "行政争议诉后化解件数", "activity_type = 'administrative_settlement'", "件"
)
_HEARD = ("activities WHERE opinions IS NOT NULL",)
OPINIONS = _work("opinions_heard", "收集意见条数", "opinions IS NOT NULL", "条", "sum(opinions)", _HEARD)
OPINIONS_DONE = _work(
    "opinions_acted_on", "已落实意见条数", "opinions IS NOT NULL", "条", "sum(coalesce(opinions_done, 0))", _HEARD
)

_STATIONS = """
    SELECT placed.area_code, placed.township_code, kept.station AS key, kept.established_on AS day
    FROM stations AS kept
    JOIN placed ON placed.township_code = kept.township_code
    WHERE coalesce(kept.established_on <= $end, TRUE)"""
STATIONS = PeriodCount(name="stations_kept", label="法官工作站数", needs=("stations",), rows=_STATIONS)
STAFFED_STATIONS = PeriodCount(
    name="stations_staffed",
    label="人员配齐的法官工作站数",
    needs=("stations WHERE judges IS NOT NULL",),
    rows=_STATIONS
    + """
    AND kept.judges >= $station_judges AND kept.assistants >= $station_assistants
    AND coalesce(kept.clerks, 0) + coalesce(kept.mediators, 0) + coalesce(kept.liaisons, 0) >= $station_others""",
)
TOWNSHIPS = PeriodCount(
    name="listed_townships",
    label="乡镇街道数",
    rows="""
    SELECT placed.area_code, placed.township_code, listed.township_code AS key, CAST(NULL AS DATE) AS day
    FROM townships AS listed
    JOIN placed ON placed.township_code = listed.township_code""",
)
SERVED_TOWNSHIPS = PeriodCount(
    name="townships_served",
    label="有法官工作站服务的乡镇街道数",
    needs=("stations",),
    rows="""
    SELECT placed.area_code, placed.township_code, served.township_code AS key, min(kept.established_on) AS day
    FROM station_townships AS served
    JOIN stations AS kept ON kept.record_key = served.record_key
    JOIN placed ON placed.township_code = served.township_code
    WHERE coalesce(kept.established_on <= $end, TRUE)
    GROUP BY placed.area_code, placed.township_code, served.township_code""",
)
