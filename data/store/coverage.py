"""What an import covers, put right by a person: from then on it is stated, whatever the rows suggest."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from data.refusal import Refused
from data.store.imports import Span, spans_text
from data.store.state import state


def correct_coverage(
    path: Path, batch: int, spans: Sequence[Span], *, at: datetime, by: str, today: date
) -> tuple[Span, ...]:
    """Write the spans of an import; figures follow with the next build. Refused when a span is no span.

    Who corrected them, and when, is kept with the import.
    """
    for span in spans:
        if span.start > span.end:
            raise Refused("coverage_backwards", f"覆盖期间的开始日期 {span.start} 晚于截止日期 {span.end}，请对调。")
        if date.fromisoformat(span.end) > today:
            raise Refused("coverage_ahead", f"覆盖期间的截止日期 {span.end} 晚于今天，还没有发生的日子不能算已覆盖。")
    stated = tuple(replace(span, is_stated=True) for span in spans)
    with state(path) as db:
        done = db.execute(
            "UPDATE imports SET coverage = ?, hints = json_set(hints, '$.coverage_corrected', json(?)) "
            "WHERE batch = ? AND state IN ('draft', 'in_force', 'withdrawn')",
            (spans_text(stated), _note(at, by), batch),
        ).rowcount
    if not done:
        raise Refused("not_in_force", f"没有可以更正的第{batch}号导入，可能正在处理或已经放弃；请核对编号。")
    return stated


def _note(at: datetime, by: str) -> str:
    return json.dumps({"at": at.isoformat(), "by": by}, ensure_ascii=False)
