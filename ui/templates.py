"""Templates to take away: for ledgers that no system exports, and for the lists that a county begins with."""

from functools import partial

import streamlit as st

from data.ledgers import LEDGERS
from metrics import counts
from metrics._areas import areas_of
from reports.template_columns import TEMPLATES
from reports.templates import Known, count_labels, template_workbook
from ui import prose
from ui.open_build import open_build
from ui.take_away import XLSX


def show() -> None:
    """One button per template, made when it is pressed, with the county's townships to choose from."""
    st.subheader("模板", anchor=False)
    prose.small_print(
        ["没有系统可导出的台账用模板填写：带填写示例、说明和下拉选项，填好后原样上传。已有自己的表格的，不必改用模板。"]
    )
    known = _known()
    with st.container(horizontal=True, gap="small"):
        for ledger in TEMPLATES:
            label = LEDGERS[ledger].label
            st.download_button(
                label,
                partial(template_workbook, ledger, known),
                f"{label}模板.xlsx",
                XLSX,
                on_click="ignore",
                key=f"template_{ledger}",
                help=TEMPLATES[ledger].purpose,
            )


def _known() -> Known:
    build = open_build()
    areas = areas_of(build) if build is not None else None
    return Known(areas.names[: areas.townships] if areas else (), count_labels(counts()))
