import json
from pathlib import Path

from data.intake.parsed import Parsed, ParsedSheet
from data.receipt import Problem


def test_what_the_child_writes_is_what_the_parent_reads():
    problem = Problem("date", "error", "第 3 行日期读不出来。", row=3, rows=(3, 4))
    sheet = ParsedSheet("案件", ledger="cases", rows_read=2, problems=[problem], rows_path=Path("/x/sheet-1.parquet"))
    for parsed in (Parsed([sheet]), Parsed(error_code="empty_file", error="文件是空的。")):
        assert Parsed.from_json(json.loads(json.dumps(parsed.to_json()))) == parsed
