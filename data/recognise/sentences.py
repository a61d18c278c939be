"""The sentences of a refused sheet: where, what was looked for, what was found, what to do."""

from collections.abc import Sequence

from data.ledgers import LEDGERS, Ledger
from data.recognise.header_block import LOOK_ROWS, Head
from data.recognise.header_text import header_text
from data.recognise.matching import is_known, looks_like_header
from data.recognise.reading import Reading
from data.refusal import Refused

_MOST = 12
_LONGEST = 14
_USUAL = ("townships", "population", "cases", "mediations")
"""What a court has exports of; the others begin with a template of ours."""
PARTY_LIST = "party_list"
SUMMARY = "summary_table"
BESIDE_A_LEDGER = frozenset({PARTY_LIST, SUMMARY})
"""Codes that are no fault of the file when another of its sheets is a ledger: shown as a remark, not as an error."""


def unknown_layout(sheet: str, head: Head, near: Reading | None, first_row: int, forced: str | None) -> Refused:
    """No ledger fits. Cells are quoted only where they are headers: rows of data may name people."""
    wanted = [LEDGERS[name] for name in ([forced] if forced else _USUAL)]
    looked = "；".join(f"{one.label}要有{_groups(one.required, one)}" for one in wanted)
    looked += "" if forced else "；信访、司法建议、工作站等其他台账请用“导入”页的模板"
    last = first_row + (head.filled[-1] if head.filled else 0)
    return Refused(
        "layout_unknown",
        f"工作表“{sheet}”认不出是哪种台账：在第{first_row}—{last}行里找表头（最多看{LOOK_ROWS}行），{looked}；"
        f"{_found(head, near, first_row)}。请在“导入”页点“列映射”逐列指定，或改用系统导出的原始文件。",
    )


def missing_column(sheet: str, reading: Reading, header_row: int) -> Refused:
    """Near enough to a ledger, but a column is missing that it cannot do without."""
    group = reading.missing[0]
    first, others = _names(group, reading.ledger)
    found = "、".join(column.header for column in reading.columns[:_MOST])
    return Refused(
        "missing_column",
        f"工作表“{sheet}”像是{reading.ledger.label}（表头在第{header_row}行），但缺少“{first}”一列"
        f"（也可写作{'、'.join(others)}）；已找到的列：{found}。请在“导入”页点“列映射”指定是哪一列，或补上这一列后重新上传。",
    )


def header_twice(sheet: str, header: str, header_row: int) -> Refused:
    """A column that the ledger needs stands there twice; nobody can say which one holds."""
    return Refused(
        "header_twice",
        f"工作表“{sheet}”第{header_row}行有两列表头都是“{header}”，无法判断以哪一列为准。请在“导入”页点“列映射”选定一列，或删去其中一列后重新上传。",
    )


def no_data(sheet: str, reading: Reading, header_row: int) -> Refused:
    """A header and nothing below it."""
    return Refused(
        "no_data",
        f"工作表“{sheet}”是{reading.ledger.label}，但第{header_row}行表头下面没有数据。请确认导出时选中了记录。",
    )


def summary_table(sheet: str) -> Refused:
    """A report form: its rows are sums."""
    return Refused(
        SUMMARY,
        f"工作表“{sheet}”是汇总统计表，不是逐件登记的台账：每行是一个单位的合计数，不是一件案件或一件纠纷。"
        "请上传逐件登记的台账（每件一行，有日期和结果）；如只有汇总数，请按“历史汇总”模板填写后上传。",
    )


def party_list(sheet: str) -> Refused:
    """One row per party: a companion of the case list."""
    return Refused(
        PARTY_LIST,
        f"工作表“{sheet}”是当事人名单（每名当事人一行，没有立案日期），不作为案件计数；案件数以案件台账为准。"
        "如需按住所地归属乡镇，请在案件台账中加入“被告住所地”一列。",
    )


def party_list_used(sheet: str, n: int) -> str:
    """Beside a case sheet, what the list of parties told about its cases."""
    return (
        f"工作表“{sheet}”是当事人名单（每名当事人一行），不作为案件计数；已按案号把住所地和单位名称"
        f"补到 {n} 件案件的空格里（被告有多名的，以第一名有住所地的为准）。请抽查归属的乡镇。"
    )


def unknown_ledger(name: str) -> Refused:
    """`--ledger` with a name that does not exist."""
    return Refused(
        "ledger_unknown",
        f"没有名为“{name}”的台账；可用的是：{'、'.join(LEDGERS)}，"
        "调解台账可写明种类：mediations:court、mediations:people、mediations:trade、mediations:community。",
    )


def _groups(required: Sequence[tuple[str, ...]], ledger: Ledger) -> str:
    return "、".join("或".join(dict.fromkeys(ledger.field(f).headers[0] for f in group)) for group in required)


def _names(group: tuple[str, ...], ledger: Ledger) -> tuple[str, list[str]]:
    heads = [ledger.field(name).headers for name in group]
    names = [one[0] for one in heads] + [text for one in heads for text in one[1:3]]
    return names[0], names[1:6]


def _found(head: Head, near: Reading | None, first_row: int) -> str:
    if near and near.score >= 1:
        shown = [one for one in near.headers if one and _may_be_shown(one)]
        return f"最像表头的是第{first_row + near.block.bottom}行：{_listed(shown)}"
    row = head.row_above_figures()
    if row is None:
        return "但没有一行像表头"
    shown = [one.bare for one in head.cleaned(row) if len(one.bare) <= _LONGEST]
    return f"最像表头的是第{first_row + row}行：{_listed(shown)}"


def _may_be_shown(header: str) -> bool:
    last = header.split("/")[-1]
    return len(last) <= _LONGEST and (is_known(last) or looks_like_header(header_text(last).bare))


def _listed(shown: list[str]) -> str:
    quoted = "、".join(f"“{one}”" for one in shown[:_MOST]) or "（没有认得的列名）"
    return quoted + (f"等{len(shown)}列" if len(shown) > _MOST else "")
