"""The mapping of one sheet of an upload: which ledger, where the header stands, what every column is."""

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import streamlit as st

from data.clean.kinds import kind_of_row
from data.intake.desk_proposal import propose_mapping
from data.intake.proposal import Proposal
from data.ledgers import LEDGERS, MEDIATION_KINDS
from data.store import uploads
from data.store.layouts import chosen_twice, layout_records, missing_groups
from data.store.uploads import Upload
from data.taught import TaughtLayout
from ui import address_bar, mapping_columns, prose
from ui.markup import markdown_text
from ui.open_build import desk

_PROPOSAL = "mapping_proposal"
_AS_ROWS_SAY = ""


def proposal_of(upload: Upload, sheet: str | None, header: tuple[int, int] | None) -> Proposal:
    """The sheet laid out; kept in the session for as long as nothing else of the file is asked for."""
    here = desk()
    taught = here.taught()
    asked = (upload.id, sheet, header, taught.digest)
    kept = st.session_state.get(_PROPOSAL)
    if kept is not None and kept[0] == asked:
        return kept[1]
    path = uploads.file_of(here.home, upload)
    # Beside the upload's own bytes: what a crash leaves there goes with them.
    with st.spinner("正在读取表头和前几行"), tempfile.TemporaryDirectory(prefix="mapping-", dir=path.parent) as folder:
        found = propose_mapping(path, upload.file_name, out_dir=Path(folder), sheet=sheet, header=header, taught=taught)
    st.session_state[_PROPOSAL] = (asked, found)
    return found


def forget_proposal() -> None:
    """The first rows of the file leave the memory of the session."""
    st.session_state.pop(_PROPOSAL, None)


def asked_sheet(upload: Upload) -> str | None:
    """The sheet that the address names, else the first one that was refused."""
    named = address_bar.read("sheet", "", keep=False)
    refused = (one.sheet for one in upload.receipts if one.error_code and one.sheet)
    return named or next(refused, None)


def asked_header() -> tuple[int, int] | None:
    """The header rows that the address names, as 3-4."""
    first, _, last = address_bar.read("header", "", keep=False).partition("-")
    if first.isdecimal() and last.isdecimal() and len(first + last) < 12:
        return int(first), int(last)
    return None


def choose_sheet_and_header(found: Proposal) -> None:
    """Two selectors that live in the address, because each of them needs the file once more."""
    if len(found.sheets) > 1:
        bound = address_bar.bound("sheet", found.sheet, keep=False)
        st.selectbox("工作表", found.sheets, placeholder="请选择", width=220, **bound)
    choices = {f"{one.first}-{one.last}": one for one in found.choices}
    here = "{}-{}".format(*found.header)

    def named(value: str) -> str:
        one = choices[value]
        rows = f"第{one.first}行" if one.first == one.last else f"第{one.first}—{one.last}行"
        return markdown_text(f"{rows}：{one.texts[:36]}")

    bound = address_bar.bound("header", here, keep=False)
    st.selectbox("表头在哪一行", list(choices), format_func=named, placeholder="请选择", width=420, **bound)


def choose_ledger(found: Proposal) -> tuple[str | None, str | None]:
    """The ledger, the likeliest first, and for mediations what kind its rows are where they do not say so."""
    key = f"mapping_ledger_{found.signature}"
    options = sorted(LEDGERS, key=lambda name: -found.scores.get(name, 0.0))
    st.session_state.setdefault(key, found.ledger)
    ledger = st.selectbox(
        "台账", options, format_func=lambda name: LEDGERS[name].label, placeholder="请选择", width=220, key=key
    )
    if ledger != "mediations":
        return ledger, None
    return ledger, choose_kind(f"mapping_kind_{found.signature}", found.taught_kind)


def choose_kind(key: str, before: str | None) -> str | None:
    """What kind of mediation rows are that do not say it themselves; None leaves it to the title."""
    st.session_state.setdefault(key, before or _AS_ROWS_SAY)
    kinds = {_AS_ROWS_SAY: "按各行和表题判断", **MEDIATION_KINDS}
    kind: str = st.selectbox(
        "行内没写种类时按", list(kinds), format_func=kinds.__getitem__, placeholder="请选择", width=220, key=key
    )
    return kind or None


def lacks_kind(found: Proposal, ledger: str, kind: str | None, chosen: Mapping[str, str]) -> bool:
    """Whether neither the person nor the title nor any of the first rows says which kind of mediation this is."""
    if ledger != "mediations" or kind or found.kind:
        return False
    at = {chosen[column.key]: i for i, column in enumerate(found.columns)}
    places = [at.get(name) for name in ("kind_word", "number", "organisation")]
    said = (tuple("" if place is None else cells[place] for place in places) for _, cells in found.rows)
    return not any(kind_of_row(*words) for words in said)


def is_whole(found: Proposal, ledger: str, kind: str | None, chosen: Mapping[str, str]) -> bool:
    """Whether the sheet can be read by what was chosen, and its header is one: a row of data is never remembered."""
    if found.header_is_data:
        return False
    lacking = missing_groups(ledger, chosen.values()) or chosen_twice(ledger, chosen)
    return not lacking and not lacks_kind(found, ledger, kind, chosen)


def answer(found: Proposal, ledger: str, kind: str | None, chosen: Mapping[str, str]) -> list[str]:
    """What is matched and what is still missing, in sentences."""
    named = sum(bool(name) for name in chosen.values())
    said = [f"“{found.sheet}”共{len(found.columns)}列，已对上{named}列，{len(chosen) - named}列不需要。"]
    if missing := missing_groups(ledger, chosen.values()):
        said.append(f"{LEDGERS[ledger].label}还缺必需的{'、'.join(missing)}：请为它选定一列。")
    if found.header_is_data:
        said.append("这一行是数据，不是表头；请选表头所在行，没有表头的请在原表加一行后重新上传。")
    if lacks_kind(found, ledger, kind, chosen):
        said.append("看不出是哪一种调解：请在“行内没写种类时按”里选定。")
    if twice := chosen_twice(ledger, chosen):
        said.append(f"“{'”“'.join(twice)}”选给了不止一列：请只留一列，其余改为“不需要”。")
    return said


def layout_name(upload: Upload, found: Proposal) -> str:
    """The name it had, else the file's and the sheet's."""
    known = {one.layout.signature: one.layout.name for one in layout_records(desk().home.state)}
    stem = Path(upload.file_name).stem
    return known.get(found.signature) or (f"{stem}·{found.sheet}" if len(found.sheets) > 1 else stem)


def layout_of(found: Proposal, name: str, ledger: str, kind: str | None, chosen: Mapping[str, str]) -> TaughtLayout:
    """What the person confirmed, as it will be remembered."""
    return replace(TaughtLayout(found.signature, name, ledger), kind=kind, fields=dict(chosen))


def show_sheet(found: Proposal, ledger: str) -> dict[str, str]:
    """The first rows under what was chosen, and the columns with a selector each."""
    place = st.container()
    chosen = mapping_columns.choose(found, ledger)
    with place:
        mapping_columns.preview(found, ledger, chosen)
    prose.small_print(
        ["前几行的内容只在本页显示，11位以上的数字已遮盖；确认后按列名记住对应关系，不按列的位置，也不保存内容。"]
    )
    return chosen
