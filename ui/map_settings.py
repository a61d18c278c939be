"""Section 地图设置: the county's own outlines come in, are matched, put right and taken away; tiles are arranged."""

from collections.abc import Callable, Mapping

import streamlit as st

from data.geo.tiles import EMPTY
from data.maps import AUTOMATIC, NOT_DRAWN, MatchedMap, MatchedShape, listed
from data.refusal import Refused
from ui import clock, prose, sheet
from ui.figure_words import size_words
from ui.map import maps
from ui.open_build import OpenBuild
from ui.rights import may
from ui.who import who

_SAID, _ROUND = "map_said", "map_round"
_TAKEN = (
    "收 GeoJSON 文件（.geojson、.json，不超过 10 MB）：乡镇街道的面，坐标为经纬度，"
    "任一属性写着乡镇街道名称即可，按名称和别名对应。",
    "WGS84、CGCS2000、GCJ-02 都可以：图下没有底图，几百米的偏差看不出来。只在本机绘制，不连外网。",
)
_SAFE = "文件里除名称和边界外都不保存。"


def show(build: OpenBuild) -> None:
    """What was done last, then the three parts; nothing for those who may not change the map."""
    if not may("change_map"):
        return
    said = st.session_state.pop(_SAID, None)
    with st.expander("地图设置：上传本县地图、排列方格", expanded=said is not None):
        for sentence in said or ():
            prose.note(sentence)
        matched = maps().matched(build)
        _upload(build, matched)
        if matched is not None:
            _shapes(build, matched)
            _correction(build, matched)
        _tiles(build)


def _done(*sentences: str) -> None:
    st.session_state[_SAID] = sentences
    st.rerun()


def _try(act: Callable[[], object], done: Callable[[], tuple[str, ...]]) -> None:
    """Do it and say so; a refusal is said where the button stands and changes nothing."""
    try:
        act()
    except Refused as refused:
        prose.note(refused.sentence)
    else:
        _done(*done())


def _upload(build: OpenBuild, matched: MatchedMap | None) -> None:
    st.subheader("本县地图", anchor=False)
    if matched is None:
        prose.small_print(["还没有上传地图，现在用方格图。"])
    else:
        with st.container(horizontal=True, vertical_alignment="center"):
            prose.small_print([_about(matched)], is_beside=True)
            with st.popover("移除地图…", type="tertiary"):
                prose.small_print(["移除后各页改用方格图；以后可以重新上传。"])
                if st.button("确认移除", key="map_removed") and maps().remove(by=who(), now=clock.now()):
                    _done("地图已移除，改用方格图。")
    with st.container(key="map_upload"):
        turn = st.session_state.setdefault(_ROUND, 0)
        file = st.file_uploader(
            "GeoJSON 文件", key=f"map_file_{turn}", label_visibility="collapsed", max_upload_size=50
        )
        prose.small_print([*_TAKEN, _SAFE])
        pressed = st.button("上传并使用" if matched is None else "上传并替换", disabled=file is None, key="map_taken")
    if file is None or not pressed:
        return
    name = file.name
    st.session_state[_ROUND] = turn + 1
    _try(
        lambda: maps().upload(file.getvalue(), name, build, by=who(), now=clock.now()),
        lambda: (f"已换上“{name}”。",),
    )


def _about(matched: MatchedMap) -> str:
    record = matched.record
    shown = len({one.area for one in matched.shapes if one.area})
    total = shown + len(matched.without_shape)
    parts = (
        f"现用“{record.file_name}”（{size_words(record.size)}）",
        f"{record.uploaded_by} {record.uploaded_at:%Y-%m-%d %H:%M} 上传",
        f"名称取自属性“{record.name_property}”",
        f"{len(matched.shapes):,} 个图形，对应 {total:,} 个乡镇街道中的 {shown:,} 个",
    )
    return f"{'；'.join(parts)}。"


def _what_is_missing(build: OpenBuild, matched: MatchedMap) -> tuple[str, ...]:
    """Outlines without a township and townships without an outline, by name."""
    names = listed(build)
    lost = [one.name or f"第{one.number + 1}个图形（无名称）" for one in matched.unmatched]
    said = []
    if lost:
        said.append(f"{len(lost):,} 个图形对不上名册，没有画：{_few(lost)}。可在下面逐个指定。")
    if matched.without_shape:
        bare = [names[code] for code in matched.without_shape]
        said.append(f"{len(bare):,} 个乡镇街道没有图形，图上不显示，表中照列：{_few(bare)}。")
    return tuple(said) or ("每个图形、每个乡镇街道都对上了。",)


def _few(names: list[str], most: int = 8) -> str:
    return "、".join(names[:most]) + (f" 等 {len(names):,} 个" if len(names) > most else "")


def _shapes(build: OpenBuild, matched: MatchedMap) -> None:
    names, several = listed(build), matched.several
    columns = [
        sheet.Column("图形名称", "name"),
        sheet.Column("对应"),
        sheet.Column("依据"),
        sheet.Column("说明", optional=True),
    ]
    ordered = sorted(matched.shapes, key=lambda one: (one.area is not None, one.number))
    rows = [
        sheet.Row([_label(one), _area(one, names), _by(one), _united(one, several)], "row" if one.area else "aside")
        for one in ordered[:500]
    ]
    for sentence in _what_is_missing(build, matched):
        prose.note(sentence)
    more = "，只列前 500 个" if len(ordered) > 500 else ""
    sheet.show(columns, rows, caption=f"图形与乡镇街道的对应，对不上的在前{more}", tall=len(rows) > 12, fit=True)


def _label(one: MatchedShape) -> str:
    return one.name or f"第{one.number + 1}个图形（无名称）"


def _area(one: MatchedShape, names: dict[str, str]) -> str:
    return names[one.area] if one.area else ("不画" if one.is_chosen else "对不上，没有画")


def _by(one: MatchedShape) -> str:
    return "人工指定" if one.is_chosen else ("名称" if one.area else "—")


def _united(one: MatchedShape, several: Mapping[str, int]) -> str:
    return f"{several[one.area]:,} 个图形合画成一个" if one.area and one.area in several else ""


def _correction(build: OpenBuild, matched: MatchedMap) -> None:
    names = listed(build)
    labels = {one.number: f"{_label(one)} → {_area(one, names)}" for one in matched.shapes}
    ordered = [one.number for one in sorted(matched.shapes, key=lambda one: (one.area is not None, one.number))]
    areas = {AUTOMATIC: "按名称", NOT_DRAWN: "不画", **names}
    with st.form("map_correction", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        shape = st.selectbox("图形", ordered, format_func=labels.__getitem__, placeholder="请选择", width=300)
        area = st.selectbox("改为", list(areas), format_func=areas.__getitem__, placeholder="请选择", width=200)
        pressed = st.form_submit_button("保存对应")
    if pressed:
        number = matched.record.id
        _try(
            lambda: maps().choose(build, number, shape, area, by=who(), now=clock.now()),
            lambda: (f"已保存：{_label(matched.shapes[shape])} → {areas[area]}。",),
        )


def _tiles(build: OpenBuild) -> None:
    st.subheader("方格图的排列", anchor=False)
    arranged = maps().arrangement()
    by = (
        f"现在的排列由 {arranged.made_by} {arranged.made_at:%Y-%m-%d %H:%M} 保存。"
        if arranged
        else "现在按名册次序排列。"
    )
    prose.small_print([by, f"一行写一排，名称之间空一格，没有乡镇街道的格子写 {EMPTY}；也可从表格软件整块粘贴。"])
    text = maps().grid(build)
    # The key holds the text, so that the field shows what is in force after every save.
    said = st.text_area("排列", text, key=f"tiles_{text}", height=min(420, 60 + 26 * text.count("\n")), width=760)
    with st.container(horizontal=True):
        saved = st.button("保存排列", key="tiles_saved")
        reset = st.button("恢复名册次序", key="tiles_reset", disabled=arranged is None)
    if saved or reset:
        _try(
            lambda: maps().arrange("" if reset else said, build, by=who(), now=clock.now()),
            lambda: ("方格图已恢复名册次序。" if reset else "方格图的排列已保存。",),
        )
