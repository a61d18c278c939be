"""Columns of cleaned rows, by ledger. `sheet_row` is the spreadsheet's row number; `record_key` the natural key."""

import pyarrow as pa

_ROW = [("sheet_row", pa.int32()), ("record_key", pa.string())]
_PLACES = [(f"place_{source}", pa.string()) for source in ("stated", "defendant", "dispute", "plaintiff", "tribunal")]

SCHEMAS: dict[str, pa.Schema] = {
    "cases": pa.schema(
        [
            *_ROW,
            ("case_number", pa.string()),
            ("court_code", pa.string()),
            ("case_year", pa.int16()),
            ("type_code", pa.string()),
            ("filed_on", pa.date32()),
            ("filed_on_is_received", pa.bool_()),
            ("received_on", pa.date32()),
            ("closed_on", pa.date32()),
            ("cause", pa.string()),
            ("procedure", pa.string()),
            ("close_method", pa.string()),
            ("status", pa.string()),
            ("is_appealed", pa.bool_()),
            ("is_chief_present", pa.bool_()),
            ("court", pa.string()),
            ("amount", pa.float64()),
            ("plaintiff_organisations", pa.string()),
            ("defendant_organisations", pa.string()),
            *_PLACES,
            ("party_only_key", pa.string()),
        ]
    ),
    "mediations": pa.schema(
        [
            *_ROW,
            ("kind", pa.string()),
            ("number", pa.string()),
            ("accepted_on", pa.date32()),
            ("ended_on", pa.date32()),
            ("result", pa.string()),
            ("result_raw", pa.string()),
            ("organisation", pa.string()),
            ("category", pa.string()),
            ("amount", pa.float64()),
            ("filed_case_number", pa.string()),
            ("confirmed", pa.bool_()),
            ("performed", pa.bool_()),
            ("plaintiff_organisations", pa.string()),
            ("defendant_organisations", pa.string()),
            *_PLACES,
        ]
    ),
    "population": pa.schema(
        [
            *_ROW,
            ("township", pa.string()),
            ("basis", pa.string()),
            ("as_of", pa.date32()),
            ("people", pa.int64()),
            ("source", pa.string()),
        ]
    ),
    "townships": pa.schema(
        [
            *_ROW,
            ("township", pa.string()),
            ("kind", pa.string()),
            ("official_code", pa.string()),
            ("aliases", pa.string()),
            ("tribunal", pa.string()),
            ("villages", pa.string()),
        ]
    ),
    "villages": pa.schema([*_ROW, ("township", pa.string()), ("village", pa.string()), ("kind", pa.string())]),
    "placements": pa.schema(
        [*_ROW, ("case_number", pa.string()), ("court_code", pa.string()), ("township", pa.string())]
    ),
    "petitions": pa.schema(
        [
            *_ROW,
            ("number", pa.string()),
            ("registered_on", pa.date32()),
            ("ended_on", pa.date32()),
            ("channel", pa.string()),
            ("category", pa.string()),
            ("is_first", pa.bool_()),
            ("is_backlog", pa.bool_()),
            ("is_settled_at_once", pa.bool_()),
            ("petitioners", pa.int64()),
            ("result", pa.string()),
            ("result_raw", pa.string()),
            ("organisation", pa.string()),
            ("related_case_number", pa.string()),
            *_PLACES,
        ]
    ),
    "suggestions": pa.schema(
        [
            *_ROW,
            ("number", pa.string()),
            ("issued_on", pa.date32()),
            ("delivered_on", pa.date32()),
            ("reply_due_on", pa.date32()),
            ("replied_on", pa.date32()),
            ("is_replied", pa.bool_()),
            ("revisited_on", pa.date32()),
            ("suggestion_type", pa.string()),
            ("adoption", pa.string()),
            ("adoption_raw", pa.string()),
            ("addressee", pa.string()),
            ("industry", pa.string()),
            ("related_case_number", pa.string()),
            *_PLACES,
        ]
    ),
    "activities": pa.schema(
        [
            *_ROW,
            ("number", pa.string()),
            ("held_on", pa.date32()),
            ("activity_type", pa.string()),
            ("activity_raw", pa.string()),
            ("station", pa.string()),
            ("times", pa.int64()),
            ("participants", pa.int64()),
            ("opinions", pa.int64()),
            ("opinions_done", pa.int64()),
            ("disputes_found", pa.int64()),
            ("disputes_prevented", pa.int64()),
            ("disputes_settled", pa.int64()),
            ("related_case_number", pa.string()),
            *_PLACES,
        ]
    ),
    "stations": pa.schema(
        [
            *_ROW,
            ("station", pa.string()),
            ("established_on", pa.date32()),
            ("judges", pa.int64()),
            ("assistants", pa.int64()),
            ("clerks", pa.int64()),
            ("mediators", pa.int64()),
            ("liaisons", pa.int64()),
            ("covers", pa.string()),
            *_PLACES,
        ]
    ),
    "appeals": pa.schema(
        [
            *_ROW,
            ("original_case_number", pa.string()),
            ("number", pa.string()),
            ("filed_on", pa.date32()),
        ]
    ),
    "monthly_totals": pa.schema(
        [
            *_ROW,
            ("month", pa.date32()),
            ("count_name", pa.string()),
            ("total", pa.int64()),
            ("is_county", pa.bool_()),
            ("source", pa.string()),
            *_PLACES,
        ]
    ),
}
