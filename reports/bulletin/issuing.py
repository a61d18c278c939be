"""定稿 and what was issued, made again: the kept build and the stored brief give the same figures, byte by byte."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import duckdb

from data.build.freeze import freeze
from data.refusal import Refused
from data.store.builds import Build, build_path, open_build
from data.store.bulletins import Issued, ToIssue, digest_of
from data.store.home import Home
from metrics import METRICS
from metrics._check import Check, stops, warnings
from metrics._disclosure_before import printed_of
from metrics._months import BrokenBuild
from metrics._program import program_version
from metrics._review import Review
from reports.bulletin.kinds import review_of
from reports.bulletin.own_templates import OwnTemplates, numbers
from reports.bulletin.prepare import printed_before
from reports.bulletin.printed import printed

DIFFERENCES_SHOWN = 5


def issue_month(
    home: Home,
    told: Review,
    checks: Sequence[Check],
    confirmed: Collection[str],
    templates: OwnTemplates,
    *,
    seen: int,
    by: str,
    at: datetime,
) -> Issued:
    """Freeze a previewed month. `seen` is the revision of this month that the person saw, 0 for none.

    Refused as `to_issue`, when another build came into force since, and when somebody issued it meanwhile.
    """
    return freeze(home, to_issue(told, checks, confirmed, templates), seen=seen, by=by, at=at)


def to_issue(told: Review, checks: Sequence[Check], confirmed: Collection[str], templates: OwnTemplates) -> ToIssue:
    """What is frozen of a previewed month.

    `confirmed` are the sentences of the warnings that the person ticked one by one, `templates` those of the preview.
    Refused while a check stops it, and while a warning is not confirmed.
    """
    blocking = stops(checks)
    if blocking:
        raise Refused("month_not_ready", f"不能定稿：{''.join(one.sentence for one in blocking)}")
    warned = warnings(checks)
    missing = [one for one in warned if one.sentence not in confirmed]
    if missing:
        words = "".join(one.sentence for one in missing)
        raise Refused("warnings_unconfirmed", f"还有 {len(missing)} 项提醒没有确认，没有定稿：{words}")
    return ToIssue(
        brief=told.brief,
        build=told.build.number,
        definition=told.definition,
        figures=told.figures_json(),
        confirmed=tuple(one.sentence for one in warned),
        templates=numbers(templates),
        program=program_version(),
        printed=printed_of(told),
    )


def refuse_if_bound_since(home: Home, told: Review) -> None:
    """Refused when a notice of the year was issued since the brief was gathered: what it printed binds this one too."""
    if printed_before(home.state, told.build, told.brief.month) != told.brief.printed:
        raise Refused(
            "notice_moved_on",
            "生成文件期间本年另有通报定稿，哪些小数不列要重新判断，没有定稿；请再运行一次，核对后再定稿。",
        )


@dataclass(frozen=True)
class Again:
    """An issued month made again. `differs` says in one sentence what is not as it was issued; '' when nothing is."""

    issued: Issued
    review: Review
    differs: str = ""


def again(home: Home, notice: Issued) -> Again:
    """Make an issued month again from its kept build and its own brief, whatever came into force since.

    Refused with a sentence when the build is gone or this program cannot read it any more; the figures as they were
    issued still stand in `notice.figures`.
    """
    told = review_again(home, notice)
    figures = told.figures_json()
    if digest_of(figures) == notice.sha256 or _read(figures) == _read(notice.figures):
        return Again(notice, told)
    return Again(notice, told, _difference_words(notice, figures))


def _read(figures: str) -> dict[str, Any]:
    """Figures to twelve digits: of the last ones another processor may make something else."""
    told: dict[str, Any] = json.loads(figures, parse_float=lambda digits: float(f"{float(digits):.12g}"))
    return told


def review_again(home: Home, notice: Issued) -> Review:
    """The month from the kept build and the stored brief. Refused as `again`."""
    try:
        return review_of(kept_build(home, notice), notice.brief)
    except (duckdb.Error, BrokenBuild, KeyError, TypeError, ValueError) as failure:
        raise Refused(
            "notice_build_unreadable",
            f"{_name(notice)}所用的第{notice.build}号数据版本由较早的程序生成，现在的程序不能重新计算；"
            "定稿时的数字仍保存在定稿记录中，可下载“数据.json”核对。",
        ) from failure


def is_as_issued(home: Home, notice: Issued, told: Review) -> bool:
    """Whether the notice's metrics, places and causes, or else all that is printed, are as issued: nothing to correct.

    Held against the kept build as this program reads it, so that a newer program alone corrects nothing, and under the
    brief of then, so that nothing typed since does.
    """
    figures = told.figures_json()
    if digest_of(figures) == notice.sha256:
        return True
    try:
        then = review_again(home, notice)
    except Refused:
        return False
    return then.figures_json() == figures or printed(then) == printed(review_of(told.build, notice.brief))


def kept_build(home: Home, notice: Issued) -> Build:
    """The build of an issued notice. Refused when its file is gone."""
    if not build_path(home, notice.build).exists():
        raise Refused(
            "notice_build_missing",
            f"{_name(notice)}所用的第{notice.build}号数据版本的文件不在，请从备份恢复 builds 目录；"
            "定稿时的数字仍保存在定稿记录中，可下载“数据.json”核对。",
        )
    return open_build(home, notice.build)


def _name(notice: Issued) -> str:
    return f"{notice.month.year}年{notice.month.month}月通报（第{notice.revision}次定稿）"


def _difference_words(notice: Issued, figures: str) -> str:
    """What differs although build and brief are the same: only the program can have changed."""
    told = list(_differences(_read(notice.figures), _read(figures)))
    shown = "；".join(told[:DIFFERENCES_SHOWN]) + (f"；等 {len(told)} 项" if len(told) > DIFFERENCES_SHOWN else "")
    return f"重新生成的数与定稿时不同（程序已经更新）：{shown}。定稿时的数以定稿记录为准。"


_SPANS = {"to_date": "累计", "month": "当月"}


def _differences(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    for span, words in _SPANS.items():
        rows = [{(one["metric"], one["area_code"]): one for one in side.get(span, [])} for side in (old, new)]
        for key in dict.fromkeys((*rows[0], *rows[1])):
            before, after = (side.get(key) for side in rows)
            if before != after:
                some = before or after
                assert some is not None
                label = METRICS[key[0]].label if key[0] in METRICS else key[0]
                yield f"{some['area_name']}{words}{label}原为{_said(before)}，现为{_said(after)}"
    if old.get("places") != new.get("places"):
        yield "位次区间和梯队"
    if old.get("causes_sha256") != new.get("causes_sha256"):
        yield "按案由分的件数"


def _said(row: dict[str, Any] | None) -> str:
    if row is None:
        return "无"
    n = row["numerator"] if row["denominator"] is None else f"{row['numerator']}/{row['denominator']}"
    return f"{n}"
