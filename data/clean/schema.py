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
}
