"""What can be left out and what is: causes, groups of causes that one court hears alone, batches of one filer."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from data.definition import Definition
from metrics._exclusions import BatchRun, CauseUse, batch_runs, causes_in_use, groups_in_use
from metrics._period import dates_label, months_later
from ui import definition_card, prose, route, sheet, take_away
from ui.definition_trial import covered_until
from ui.open_build import OpenBuild
from ui.paging import page_offset, turn_page

Workbook = Callable[[str, Sequence[BatchRun], Sequence[tuple[str, str]]], bytes]
CAUSES, BATCHES = 15, 20


def show(build: OpenBuild, workbook: Workbook) -> list[str]:
    """Draw the lists of the last twelve months (`workbook` writes the batches); returns the answer's sentences."""
    until = covered_until(build)
    if until is None:
        prose.note("还没有覆盖完整月份的案件台账。")
        return []
    start = months_later(until.replace(day=1), -11)
    when, definition = dates_label(start, until), build.definition
    causes, runs = causes_in_use(build, start, until), batch_runs(build, start, until)
    every, out = sum(one.n for one in causes), sum(one.excluded for one in causes)
    st.subheader("一、案由", anchor=False)
    _causes(causes, when)
    st.subheader("二、集中管辖的案由", anchor=False)
    _groups(definition, causes, when)
    st.subheader("三、批量案件", anchor=False)
    _batches(definition, runs, when, workbook)
    rule = f"同一单位{definition.batch_days:,}天内起诉{definition.batch_smallest:,}件以上"
    return [
        f"{when}填有案由的一审案件 {every:,} 件，按现行口径剔除 {out:,} 件，计入 {every - out:,} 件。",
        f"{rule}的批量案件有 {len(runs):,} 批，共 {sum(one.n for one in runs):,} 件，"
        f"{'已整批剔除' if definition.exclude_batch_filings else '现行口径照常计入'}。",
    ]


def _causes(causes: list[CauseUse], when: str) -> None:
    first = page_offset(CAUSES, "causes")
    columns = [
        sheet.Column("案由", "name"),
        sheet.Column("上级案由", "fill"),
        sheet.Column("件数", "number", "件"),
        sheet.Column("已剔除", "number", "件"),
    ]
    rows = [
        sheet.Row([one.cause, one.above or "案由表中没有", f"{one.n:,}", f"{one.excluded:,}" if one.excluded else ""])
        for one in causes[first : first + CAUSES]
    ]
    sheet.show(columns, rows, caption=f"{when}一审案件的案由，共 {len(causes):,} 种，多的在前")
    turn_page(len(causes), CAUSES, "causes")
    route.link("definitions", "去选择要剔除的案由", part="edit")


def _groups(definition: Definition, causes: list[CauseUse], when: str) -> None:
    columns = [
        sheet.Column("案由组", "name"),
        sheet.Column("包括（连同其下各级）", "fill"),
        sheet.Column("件数", "number", "件"),
        sheet.Column("现行口径"),
    ]
    rows = [
        sheet.Row(
            [
                one.label,
                "、".join(one.causes),
                f"{one.n:,}",
                "整组剔除" if one.group in definition.excluded_groups else "计入",
            ]
        )
        for one in groups_in_use(causes)
    ]
    sheet.show(columns, rows, caption=f"{when}；哪些案由由本院集中管辖，各地不同，请按本院的管辖文件选择")


def _few(words: str, most: int) -> str:
    """The first of a list in words; the workbook has them all."""
    parts = words.split("、")
    return "、".join(parts[:most]) + ("等" if len(parts) > most else "")


def _batches(definition: Definition, runs: list[BatchRun], when: str, workbook: Workbook) -> None:
    if not runs:
        prose.note(f"{when}没有达到批量标准的起诉；标准（件数、天数）可以修改。")
        return
    first = page_offset(BATCHES, "batches")
    columns = [
        sheet.Column("原告单位", "name"),
        sheet.Column("首件至末件"),
        sheet.Column("件数", "number", "件"),
        sheet.Column("主要案由（件）", "fill"),
        sheet.Column("主要乡镇街道（件）", "fill"),
    ]
    rows = [
        sheet.Row(
            [one.organisation, f"{one.first} 至 {one.last}", f"{one.n:,}", _few(one.causes, 3), _few(one.places, 5)]
        )
        for one in runs[first : first + BATCHES]
    ]
    state = "现行口径整批剔除" if definition.exclude_batch_filings else "现行口径照常计入，可在“修改”中整批剔除"
    sheet.show(columns, rows, caption=f"{when}有起诉的批量，只列期内件数，共 {len(runs):,} 批，多的在前；{state}")
    turn_page(len(runs), BATCHES, "batches")
    title = f"批量案件（{when}）"
    card = definition_card.definition_lines(definition)
    take_away.workbook_button(title, partial(workbook, title, runs, card), label="下载批量案件（xlsx）")
