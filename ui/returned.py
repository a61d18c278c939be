"""The button that gives the analyst's own workbook back, marked; the list of problems where that cannot be."""

from collections.abc import Callable, Sequence
from pathlib import PurePath

import streamlit as st

from data.jobs.handing_back import marked_workbook
from data.receipt import Receipt
from data.store.uploads import Upload
from ui import take_away
from ui.open_build import desk


def button(upload: Upload, problem_workbook: Callable[[Sequence[Receipt]], bytes]) -> None:
    """Nothing is shown for a file without anything to put right; `problem_workbook` makes the list of problems."""
    if not any(one.problems for one in upload.receipts):
        return

    def make() -> bytes:
        returned = marked_workbook(desk(), upload)
        return returned.content if returned.error is None else problem_workbook(upload.receipts)

    st.download_button(
        "下载标注后的原表（xlsx）",
        make,
        f"{PurePath(upload.file_name).stem}-已标注.xlsx",
        take_away.XLSX,
        on_click="ignore",
        key=f"returned_{upload.id}",
        help="在您上传的表右侧加了“问题”“建议”两列，改好后可直接重新上传；无法标注时给出问题清单。",
    )
