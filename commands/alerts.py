"""Print the alerts of a month, with what people did about them."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from commands.terminal import AsJson, desk_with_data, print_json, root_of, say, wrong_call

if TYPE_CHECKING:
    from metrics._alert_list import Followed


def alerts(
    context: typer.Context,
    period: Annotated[str, typer.Option(help="如 2026-10；取其中最后一个完整覆盖的月份。")],
    as_json: AsJson = False,
) -> None:
    """列出预警：规则、依据、连续几期、办理状态。"""
    from data.store.alerts import alert_cases
    from data.store.builds import current_build
    from metrics import parse_period
    from metrics._alert_list import followed
    from metrics._alerts import closed_month, judged

    root = root_of(context)
    desk, now = desk_with_data(root), datetime.now()
    desk.refresh(now=now)
    build = current_build(root)
    if build is None:
        raise wrong_call(f"{root} 中还没有数据；请先用 load 导入文件。")
    try:
        chosen = parse_period(period, None, build.definition.year_starts_in_december)
    except ValueError as problem:
        raise wrong_call(str(problem)) from problem
    month = closed_month(build, chosen.end, now.date())
    if month is None or month < chosen.start.replace(day=1):
        raise wrong_call(f"“{period}”中没有已经结束、案件台账完整覆盖的月份，不能判断。")
    found = judged(build, month)
    rows = followed(build, found, alert_cases(desk.home.state))
    if as_json:
        print_json([_plain(one) for one in rows])
        return
    for row in rows:
        typer.echo("\t".join(_cells(row)))
    say(f"{month.year}年{month.month}月：{len(rows)} 条，其中 {sum(one.is_waiting for one in rows)} 条未销号。")


def _cells(row: "Followed") -> list[str]:
    from data.store.alert_case import STATE_WORDS
    from metrics._alert_rules import BY_NAME
    from metrics._alert_words import evidence_sentence, lasting_words

    told = f"{evidence_sentence(row.alert)}；{lasting_words(row.alert)}" if row.alert else "本月没有触发"
    return [row.area_name, BY_NAME[row.rule].label, STATE_WORDS[row.state], told]


def _plain(row: "Followed") -> dict[str, Any]:
    """One row of the JSON list; numbers unrounded, None where the rule raises nothing this month."""
    case = row.case
    evidence = row.evidence
    return {
        "rule": row.rule,
        "area_code": row.area_code,
        "area_name": row.area_name,
        **{name: evidence.get(name) for name in _EVIDENCE},
        "sentence": evidence.get("sentence"),
        "state": row.state,
        "case": case.id if case else None,
        "person": case.person if case else None,
        "until": case.until.isoformat() if case and case.until else None,
    }


_EVIDENCE = (
    *("start", "end", "value", "expected", "limit", "numerator", "denominator"),
    *("is_far", "run", "since", "is_over"),
)
