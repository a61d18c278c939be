"""Say what a draft changes, before it is published."""

from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from commands.terminal import AsJson, desk_with_data, print_json, root_of, say, wrong_call
from data.refusal import Refused
from data.store.imports import ImportRecord

if TYPE_CHECKING:
    from data.build.review import LedgerReview, Review
    from data.desk import Desk
    from metrics import Figure
    from metrics._differences import Moves

Plain = dict[str, Any]


def review(
    context: typer.Context,
    batch: Annotated[int | None, typer.Argument(help="草稿的导入编号；不填则逐份列出全部草稿。")] = None,
    as_json: AsJson = False,
) -> None:
    """列出草稿发布后会变的记录和指标；不改动任何数据。"""
    desk = desk_with_data(root_of(context))
    desk.refresh(now=datetime.now())
    drafts = [one for one in desk.imports() if one.state == "draft" and batch in (None, one.batch)]
    if batch is not None and not drafts:
        raise wrong_call(f"第{batch}号导入不是草稿，可能已经发布或放弃；用不带编号的 review 可列出全部草稿。")
    try:
        found = [_review(desk, one) for one in drafts]
    except Refused as refusal:
        raise wrong_call(refusal.sentence) from refusal
    if as_json:
        print_json(found)
    if not drafts:
        say("没有待确认的草稿。")


def _review(desk: "Desk", draft: ImportRecord) -> Plain:
    """One draft on trial: told in words, and as plain values."""
    from data.build import change_words
    from data.build.review import tried
    from metrics import METRICS
    from metrics._differences import moves

    own_end = max((date.fromisoformat(span.end) for span in draft.coverage), default=None)
    with tried(desk.home, desk.counts, add=[draft.batch], now=datetime.now()) as found:
        moved = moves(found.before, found.after, METRICS.values(), own_end)
    say(f"第{draft.batch}号草稿 {draft.file_name}。{''.join(change_words.answer(found.review, '发布'))}")
    for one in found.review.ledgers:
        for each in one.unusual:
            say(f"  请核对：{change_words.unusual_words(one, each)}")
    return {
        "batch": draft.batch,
        "file": draft.file_name,
        "exported_on": draft.exported_on,
        "replaces": [asdict(span) for span in draft.replaces],
        "build": found.review.before,
        "ledgers": [_ledger(found.review, one) for one in found.review.ledgers],
        "figures": [line for one in moved for line in _figures(one)],
    }


def _ledger(found: "Review", one: "LedgerReview") -> Plain:
    names = dict(found.areas)
    return {
        "ledger": one.ledger,
        "kind": one.kind,
        "rows_added": one.added,
        "rows_changed": one.says_other,
        "rows_moved": one.moved,
        "rows_retracted": one.retracted,
        "rows_overruled": one.overruled,
        "cells": [
            {"area_code": code, "area_name": names[code], "month": month.strftime("%Y-%m"), **cell._asdict()}
            for (code, month), cell in sorted(one.cells.items())
        ],
        "changes_in_all": one.changes_in_all,
        "changes": [
            {
                "state": change.state,
                "name": change.name,
                "old_day": change.old_day and change.old_day.isoformat(),
                "new_day": change.new_day and change.new_day.isoformat(),
                "old_area": change.old_area,
                "new_area": change.new_area,
                "differences": [each._asdict() for each in change.differences],
            }
            for change in one.changes
        ],
        "unusual_months": [
            {"month": each.month.strftime("%Y-%m"), "n": each.n, "usual": each.usual} for each in one.unusual
        ],
    }


def _figures(one: "Moves") -> list[Plain]:
    return [
        {
            "metric": each.metric.name,
            "area_code": each.area_code,
            "area_name": each.area_name,
            "period_start": one.period.start.isoformat(),
            "period_end": one.period.end.isoformat(),
            "before": _figure(each.before),
            "after": _figure(each.after),
        }
        for each in one.moved
    ]


def _figure(figure: "Figure | None") -> Plain | None:
    if figure is None:
        return None
    names = ("value", "numerator", "denominator", "rank", "status", "change")
    return {name: getattr(figure, name) for name in names}
