"""Whose file is it? One home = one county and its basic court; the demo county stays in a home of its own."""

import duckdb

from data.attribute.home_county import conflicting_court_code
from data.attribute.model import HomeCounty
from data.demo.county import COUNTY, COURT_CODE
from data.intake.parsed import Parsed
from data.refusal import Refused
from data.store.builds import build_in_force
from data.store.home import Home
from data.store.state import fact


def is_demo_home(home: Home) -> bool:
    """True for the home of the demo county."""
    return home.state.exists() and fact(home.state, "is_demo") == "true"


def refuse_foreign_file(con: duckdb.DuckDBPyConnection, home: Home, file_name: str, parsed: Parsed) -> None:
    """Raise Refused for another court's file, for demo files in a real home and for real files in the demo home."""
    codes = _court_codes(con, parsed)
    says_demo = COURT_CODE in codes or COUNTY in file_name
    says_demo = says_demo or any(COUNTY in (sheet.hints.get("title") or "") for sheet in parsed.sheets)
    says_demo = says_demo or _names_demo_county(con, parsed)
    if is_demo_home(home):
        if not says_demo:
            raise Refused(
                "not_demo_file",
                f"这里是演示数据（{COUNTY}），只接收演示文件；请先开始使用本院数据，再上传本院的导出文件。",
            )
        return
    if says_demo:
        raise Refused("demo_file", f"这是演示数据（{COUNTY}）的文件，不能放入本院数据；请上传本院系统导出的文件。")
    _refuse_other_court(home, codes)


def _refuse_other_court(home: Home, codes: dict[str, int]) -> None:
    build = build_in_force(home)
    ours = build.meta.get("court_code") if build is not None else None
    total = sum(codes.values())
    if not ours or not total:
        return
    code = conflicting_court_code(codes, HomeCounty(court_code=ours))
    if code is not None:
        n = codes[code]
        raise Refused(
            "other_court",
            f"本院案号的法院代字是“{ours}”，而本文件{total}个案号中有{n}个是“{code}”，像是其他法院的导出文件；"
            "没有入库。请核对后上传本院的文件。",
        )


def _case_files(parsed: Parsed) -> list[str]:
    numbered = ("cases", "placements")
    return [str(s.rows_path) for s in parsed.sheets if s.ledger in numbered and s.rows_path is not None]


def _court_codes(con: duckdb.DuckDBPyConnection, parsed: Parsed) -> dict[str, int]:
    files = _case_files(parsed)
    if not files:
        return {}
    query = "SELECT court_code, count(*) FROM read_parquet($files) WHERE court_code IS NOT NULL GROUP BY court_code"
    return {str(code): int(n) for code, n in con.execute(query, {"files": files}).fetchall()}


def _names_demo_county(con: duckdb.DuckDBPyConnection, parsed: Parsed) -> bool:
    """Mediation ledgers carry no court code; their places name the county."""
    files = [str(s.rows_path) for s in parsed.sheets if s.ledger == "mediations" and s.rows_path is not None]
    if not files:
        return False
    query = (
        "SELECT count(*) FROM read_parquet($files) WHERE starts_with(coalesce(number, ''), $county) OR "
        "coalesce(place_stated, '') || coalesce(place_defendant, '') || coalesce(place_dispute, '') || "
        "coalesce(place_plaintiff, '') || coalesce(organisation, '') LIKE '%' || $county || '%'"
    )
    [(named,)] = con.execute(query, {"files": files, "county": COUNTY}).fetchall()
    return bool(named)
