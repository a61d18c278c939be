"""Templates to take away: for ledgers that no system exports, and for the lists that a county begins with."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from data.ledgers import LEDGERS
from metrics._areas import areas_of
from ui import prose
from ui.open_build import open_build
from ui.take_away import XLSX


def show(purposes: Mapping[str, str], make: Callable[[str, tuple[str, ...]], bytes]) -> None:
    """One button per ledger of `purposes`; `make` gets the ledger and the county's townships when it is pressed."""
    st.subheader("模板", anchor=False)
    prose.small_print(
        ["没有系统可导出的台账用模板填写：带填写示例、说明和下拉选项，填好后原样上传。已有自己的表格的，不必改用模板。"]
    )
    townships = _townships()
    with st.container(horizontal=True, gap="small"):
        for ledger, purpose in purposes.items():
            label = LEDGERS[ledger].label
            st.download_button(
                label,
                partial(make, ledger, townships),
                f"{label}模板.xlsx",
                XLSX,
                on_click="ignore",
                key=f"template_{ledger}",
                help=purpose,
            )


def _townships() -> tuple[str, ...]:
    build = open_build()
    areas = areas_of(build) if build is not None else None
    return areas.names[: areas.townships] if areas else ()
