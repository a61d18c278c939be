"""The demo county's export files, for trying the upload: a list with what each one is, its size and a download."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import streamlit as st

from data.desk import Desk
from data.store.imports import ImportRecord
from ui import prose
from ui.figure_words import size_words
from ui.import_log import ledgers_of
from ui.markup import tag

_WIDTHS = (500, 210, 80)


def files_of(here: Desk) -> list[Path]:
    """The files, by name; none in a home that is no demo."""
    folder = here.home.demo_files
    return sorted(path for path in folder.iterdir() if path.is_file()) if here.is_demo and folder.is_dir() else []


def together(files: Sequence[Path]) -> bytes:
    """All files in one archive; names are kept as UTF-8."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files:
            archive.write(path, path.name)
    return buffer.getvalue()


def show(here: Desk, records: Sequence[ImportRecord]) -> None:
    """One line per file, and all of them at once."""
    files = files_of(here)
    if not files:
        return
    what = {one.file_name: ledgers_of(one) for one in records}
    st.subheader("演示文件", anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        prose.small_print(["演示县的导出文件，下载后可再上传试用；同一文件重复上传不会改变数据。"], is_beside=True)
        st.download_button(
            f"全部下载（{len(files)} 个，zip）",
            lambda: together(files),
            "演示文件.zip",
            "application/zip",
            on_click="ignore",
            key="demo_all",
        )
    with st.container(key="demo_files", gap=None):
        _line("文件", "内容", "大小")
        for number, path in enumerate(files):
            with _line(path.name, what.get(path.name, ""), size_words(path.stat().st_size)):
                st.download_button("下载", path.read_bytes, path.name, on_click="ignore", key=f"demo_{number}")


def _line(*cells: str) -> st.delta_generator.DeltaGenerator:
    line = st.container(horizontal=True, vertical_alignment="center", gap="small")
    for cell, width in zip(cells, _WIDTHS, strict=True):
        line.html(tag("span", cell), width=width)
    return line
