"""One selector per column with the guess chosen beforehand, its score and reason; and the first rows of the sheet."""

from collections.abc import Mapping

import streamlit as st

from data.intake.proposal import Proposal, ProposedColumn
from data.ledgers import LEDGERS, Field, Ledger
from ui import sheet
from ui.markup import join, markdown_text, tag

NOT_WANTED = "不需要这一列"
_SAMPLES, _LONGEST = 3, 18
_SURE = 0.6
_NOTES = {"dropped": "读取时舍弃", "party": "只保留单位名称", "place": "截到村、社区"}


def field_words(ledger: Ledger, name: str) -> str:
    """A field as people choose it, with what they should know of it."""
    if not name:
        return NOT_WANTED
    field: Field = ledger.field(name)
    notes = ["必需"] if any(group == (name,) for group in ledger.required) else []
    if any(name in group and len(group) > 1 for group in ledger.required):
        notes.append("必需其一")
    if field.kind in _NOTES:
        notes.append(_NOTES[field.kind])
    return f"{field.label}（{'，'.join(notes)}）" if notes else field.label


def _before(found: Proposal, ledger: str, column: ProposedColumn) -> str:
    """What was taught for this column, else what is guessed."""
    if found.taught and found.ledger == ledger and column.key in found.taught:
        return found.taught[column.key]
    return column.guesses[ledger].field


def _reason(found: Proposal, ledger: str, column: ProposedColumn, chosen: str) -> str:
    guess = column.guesses[ledger]
    if found.taught and found.ledger == ledger and column.key in found.taught:
        return "按已记住的列映射"
    if chosen != guess.field:
        return "已改选"
    if not guess.field:
        return guess.reason
    sure = "，请核对" if guess.score < _SURE else ""
    return f"{round(guess.score * 100)}分{sure}：{guess.reason}"


def _samples(found: Proposal, at: int) -> str:
    texts = dict.fromkeys(cells[at] for _, cells in found.rows if cells[at])
    return "；".join(text[:_LONGEST] for text in list(texts)[:_SAMPLES])


def choose(found: Proposal, ledger_name: str) -> dict[str, str]:
    """Key → field for every column, as the person left the selectors."""
    ledger = LEDGERS[ledger_name]
    options = ["", *(field.name for field in ledger.fields)]
    chosen: dict[str, str] = {}
    with st.container(key="mapping_columns"):
        for at, column in enumerate(found.columns):
            key = f"map_{found.signature}_{ledger_name}_{at}"
            st.session_state.setdefault(key, _before(found, ledger_name, column))
            left, right = st.columns([2, 3], vertical_alignment="bottom")
            chosen[column.key] = left.selectbox(
                markdown_text(f"{column.letter}列　{column.header or '（无表头）'}"),
                options,
                format_func=lambda name: field_words(ledger, name),
                placeholder="请选择",
                key=key,
            )
            said = tag("span", _reason(found, ledger_name, column, chosen[column.key]))
            shown = tag("span", f"内容：{_samples(found, at) or '空'}", class_="samples")
            right.html(tag("p", join([said, shown], " "), class_="small-print reason"))
    return chosen


def preview(found: Proposal, ledger_name: str | None, chosen: Mapping[str, str]) -> None:
    """The first rows, each column under its header and what it was chosen to be, once a ledger is chosen."""
    columns = [sheet.Column("行号", "number")]
    for column in found.columns:
        name = chosen.get(column.key)
        label = LEDGERS[ledger_name].field(name).label if ledger_name and name else "不需要"
        unit = f"→ {label}" if ledger_name else ""
        columns.append(sheet.Column(column.header or f"{column.letter}列（无表头）", unit=unit))
    rows = [sheet.Row([number, *cells]) for number, cells in found.rows]
    sheet.show(columns, rows, caption=f"表头下的前{len(rows)}行", tall=True)
