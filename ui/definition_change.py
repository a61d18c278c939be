"""Changing the definition: from which one, what differs, what it would do, why, and then a new version in force."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from data.definition import Definition
from data.definition_words import differences
from data.refusal import Refused
from data.store import definitions
from data.store.definitions import DefinitionVersion
from data.store.state import definition_in_force
from metrics import METRICS
from metrics._differences import Moves
from metrics._exclusions import causes_in_use
from metrics._facts import population_dates
from metrics._period import months_later
from metrics._side_by_side import moved_words
from ui import address_bar, clock, definition_trial, figure_moves, jobs, prose, sheet, take_away
from ui.definition_editor import edited
from ui.open_build import OpenBuild, desk
from ui.rights import may
from ui.who import who

Workbook = Callable[[str, Moves], bytes]
_SEEN, _DONE = "definition_seen", "definition_done"


def choices() -> dict[str, Definition]:
    """What a person may begin from or compare: the one in force, other profiles, every version. By address value."""
    path = desk().home.state
    found = {"now": definition_in_force(path)}
    found |= {f"p:{name}": one for name, one in definitions.profiles(path).items()}
    return found | {f"v{one.version}": one.definition for one in definitions.versions(path)}


def choice_words(key: str, known: dict[str, Definition]) -> str:
    """How a choice is called."""
    name = known[key].label if key in known else key
    if key == "now":
        return f"现行：{name}"
    return f"{known[key].name}（最新）" if key.startswith("p:") else f"历史：{name}"


def say_done() -> None:
    """What the last change of this session came to."""
    if words := st.session_state.pop(_DONE, None):
        prose.note(words)


def waiting(build: OpenBuild) -> None:
    """A definition that is saved and not yet in the figures: when it comes, and the button that does not wait."""
    saved = definition_in_force(desk().home.state)
    if saved == build.definition:
        return
    prose.note(f"{saved.label}已保存，现有的数仍按{build.definition.label}；下一次发布数据时生效，也可以现在重新计算。")
    if may("change_definition") and st.button("立即重新计算", type="primary", key="rebuild"):
        _rebuild(saved)


def show(build: OpenBuild, workbook: Workbook) -> None:
    """The whole editor; `workbook` writes what a change would move."""
    if not may("change_definition"):
        prose.note("您没有修改口径的权限，只能查看；需要修改时请联系口径管理员。")
        return
    known = choices()
    begin = address_bar.read("base", "now", tuple(known), keep=False, label="口径")
    st.selectbox(
        "从哪一种口径改起", list(known), format_func=lambda key: choice_words(key, known), width=420,
        **address_bar.bound("base", begin, keep=False),
    )  # fmt: skip
    prose.small_print(["只切换、不修改时，选好后直接写原因保存即可；改回历史版本也一样，会另记为新的一版。"])
    causes, years = _causes(build), sorted({day.year for _, day, _, _ in population_dates(build)}, reverse=True)
    _people(build)
    wanted = edited(known[begin], causes, years)
    wanted = replace(wanted, name=_name(known[begin]))
    _save_panel(build, known["now"], wanted, workbook)


def _name(base: Definition) -> str:
    label = "口径名称（另起一个名称即新建一种口径）"
    return st.text_input(label, base.name, max_chars=definitions.LONGEST_NAME, width=420, key=f"name_{base.label}")


def _people(build: OpenBuild) -> None:
    """Which bases and years of population there are to choose from."""
    told = [f"{basis} {day.isoformat()}（{n}个乡镇街道）" for basis, day, n, _ in population_dates(build)]
    prose.small_print([f"已有人口数：{'；'.join(told[:12]) or '无'}{'等' if len(told) > 12 else ''}"])


def _causes(build: OpenBuild) -> dict[str, str]:
    """Causes that occur and what stands above them, with the cases of the last twelve months."""
    until = definition_trial.covered_until(build)
    if until is None:
        return {}
    counted: dict[str, int] = {}
    upper: dict[str, int] = {}
    for one in causes_in_use(build, months_later(until.replace(day=1), -11), until):
        counted[one.cause] = one.n
        for above in one.above.split(" › ") if one.above else ():
            upper[above] = upper.get(above, 0) + one.n
    words = {cause: f"{cause}（{n:,}件）" for cause, n in counted.items()}
    both = {name: f"{name}及其下各级（{n + counted.get(name, 0):,}件）" for name, n in upper.items()}
    return {**words, **both}


def _save_panel(build: OpenBuild, now: Definition, wanted: Definition, workbook: Workbook) -> None:
    st.subheader("改动与影响", anchor=False)
    found = differences(now, wanted)
    if not found:
        prose.note("与现行口径没有不同；改动上面任何一项后，这里列出改了什么，并可先试算影响。")
    else:
        columns = [sheet.Column("项目", "name"), sheet.Column("现行", "fill"), sheet.Column("改为", "fill")]
        sheet.show(columns, [sheet.Row(line) for line in found], caption=f"与{now.label}相比，{len(found)} 项不同")
    seen = st.session_state.get(_SEEN, now.version)
    if seen != now.version:  # the inputs have gone back to what is in force now
        prose.note(f"口径刚被改为第{now.version}版；刚才填的改动没有保存，请核对后重新修改。")
    why = st.text_input("修改原因（必填，随版本保存）", max_chars=definitions.LONGEST_WHY, key="definition_why")
    with st.container(horizontal=True, key="definition_buttons"):
        tried = st.button("试算影响", key="definition_try", disabled=not found)
        use = st.button("保存并生效", type="primary", key="definition_use", disabled=not found)
        keep = st.button("只保存，不启用", key="definition_keep", disabled=not found)
    st.session_state[_SEEN] = now.version
    if use or keep:
        _save(wanted, why, seen, use=use)
    text = wanted.to_json()
    if tried:
        st.session_state["definition_tried"] = text
    if found and st.session_state.get("definition_tried") == text:
        preview(build, wanted, workbook)


def _save(wanted: Definition, why: str, seen: int, *, use: bool) -> None:
    try:
        saved = definitions.save(
            desk().home.state, wanted, by=who(), at=clock.now(), why=why, based_on=seen, use=use
        )  # fmt: skip
    except Refused as refusal:
        prose.note(refusal.sentence)
        return
    if use:
        _rebuild(saved)
    st.session_state[_DONE] = f"已保存{saved.label}，没有启用，可在“比较”中与现行口径并列。"
    _to_history()


def _rebuild(saved: Definition) -> None:
    done = jobs.run("rebuild", {"why": f"definition {saved.version}"})
    st.session_state[_DONE] = (
        f"已保存{saved.label}，但{done.error}" if done.error else f"已启用{saved.label}，全部指标已按它重新计算。"
    )
    _to_history()


def _to_history() -> None:
    st.session_state.pop(_SEEN, None)
    address_bar.write("base", "", keep=False)
    address_bar.write("part", "history", keep=False)
    st.rerun()


def preview(build: OpenBuild, wanted: Definition, workbook: Workbook) -> None:
    """Which figures a definition would move, before anything is saved."""
    try:
        now, then = (definition_trial.tried(build, one) for one in (build.definition, wanted))
    except Refused as refusal:
        prose.note(refusal.sentence)
        return
    found = definition_trial.moves(now, then)
    rate = METRICS["litigation_rate"]
    prose.note(f"{rate.label}：{moved_words(definition_trial.beside(rate, now, then))}")
    prose.note(figure_moves.answer(found))
    figure_moves.show(found, "修改")
    if found:
        title = "改口径后会变的指标"
        take_away.workbook_button(title, lambda: workbook(title, figure_moves.printed(found[0])))


def version_words(one: DefinitionVersion) -> str:
    """Who and when, for lists."""
    return f"{one.made_at:%Y-%m-%d %H:%M}" if one.made_at else "—"
