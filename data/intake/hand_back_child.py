"""The child process that marks a workbook. Started as `python -m data.intake.hand_back_child`."""

import contextlib
import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from data.limited_child import set_limits
from data.refusal import Refused

RESULT = "hand_back.json"
WORKBOOK = "returned.xlsx"


def hand_back(request: dict[str, Any]) -> dict[str, Any]:
    """Read the file as an import reads it, write the marked workbook; says how many rows are marked."""
    from data.intake.annotate import annotated, keeps_formatting, write_to
    from data.intake.marks import Mark, marks_of
    from data.intake.returned import without_our_columns
    from data.intake.sheets import parse_tables
    from data.read import read_tables
    from data.taught import Taught

    out_dir = Path(request["out_dir"])
    raw = Path(request["path"]).read_bytes()
    tables = read_tables(raw)
    for table in tables:
        without_our_columns(table)
    # Parsing lets go of each sheet's rows when it is done with them; the copies share what is needed here again.
    parsed = parse_tables(
        [replace(table) for table in tables],
        request["file_name"],
        out_dir=out_dir,
        secret=bytes.fromhex(request["secret"]),
        forced=request["forced"],
        taught=Taught.from_json(request["taught"]),
    )
    heads = {sheet.sheet: sheet.header_row for sheet in parsed.sheets if sheet.header_row is not None}
    marks = [
        mark
        for sheet in parsed.sheets
        if sheet.header_row is not None
        for mark in marks_of(sheet.sheet, sheet.header_row, sheet.rows_read, sheet.where)
    ]
    marks += [Mark(**one) for one in request["further"] if one["sheet"] in heads]
    if not heads:
        return {"error": parsed.error or next((s.error for s in parsed.sheets if s.error), "没有可以标注的工作表。")}
    write_to(out_dir / WORKBOOK, annotated(raw, tables[0].format, tables, heads, marks))
    rows = len({(mark.sheet, mark.row) for mark in marks})
    return {"rows": rows, "keeps_formatting": keeps_formatting(tables[0].format, tables)}


def main() -> None:
    """Reads the request from standard input, writes workbook and result, and ends without tidying up."""
    os.umask(0o077)
    request = json.loads(sys.stdin.buffer.read())
    set_limits()
    with contextlib.redirect_stdout(sys.stderr):
        try:
            result = hand_back(request)
        except Refused as refused:
            result = {"error": refused.sentence}
        except MemoryError:
            result = {"error": "文件内容太多，标注时超出内存上限；请下载问题清单，按行号修改。"}
        except Exception as failure:  # never the message: it may quote the file
            result = {"error": f"标注没有完成（{type(failure).__name__}）；请下载问题清单，按行号修改。"}
    Path(request["out_dir"], RESULT).write_text(json.dumps(result, ensure_ascii=True))
    os._exit(0)


if __name__ == "__main__":
    main()
