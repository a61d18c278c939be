"""Every version of the definition with who, when, why and the differences in words; the way back to an earlier one."""

from data.definition_words import difference_words
from data.store import definitions
from data.store.definitions import DefinitionVersion
from ui import route, sheet
from ui.definition_change import version_words
from ui.open_build import desk
from ui.rights import may


def show() -> None:
    """The newest version first; each beside the one that was in force before it."""
    found = definitions.versions(desk().home.state)
    columns = [
        sheet.Column("版本"),
        sheet.Column("口径", "name"),
        sheet.Column("状态"),
        sheet.Column("时间"),
        sheet.Column("修改人"),
        sheet.Column("原因", "words"),
        sheet.Column("改了什么（与前一生效版相比）", "fill"),
        sheet.Column("操作", optional=True),
    ]
    current = next(at for at, one in enumerate(found) if one.is_used)
    rows = [
        sheet.Row(_cells(found, at, at == current), "total" if at == current else "row") for at in range(len(found))
    ]
    sheet.show(columns, rows, caption=f"共 {len(found)} 版，新的在前；改回旧版也记为新的一版，历史不删改")


def _cells(found: list[DefinitionVersion], at: int, is_current: bool) -> list[object]:
    one = found[at]
    before = next((each for each in found[at + 1 :] if each.is_used), None)
    state = "现行" if is_current else ("曾生效" if one.is_used else "未启用")
    back = "启用…" if not one.is_used else "改回…"
    link = sheet.anchor(back, route.address("definitions", part="edit", base=f"v{one.version}"))
    return [
        f"第{one.version}版",
        one.definition.name,
        state,
        version_words(one),
        one.made_by or "—",
        one.why,
        difference_words(before.definition, one.definition) if before else "各项为内置默认",
        link if may("change_definition") and not is_current else "",
    ]
