"""The page list, nothing else. Sign-in will come here; until then the app listens on loopback only."""

import importlib
from pathlib import Path

import streamlit as st

from ui.route import here

TITLE = "诉源治理指标看板"
ICON = Path(__file__).parent / "ui" / "assets" / "seal.png"
PAGES = {
    "overview": "总览",
    "checkup": "乡镇体检表",
    "metric": "指标",
    "changes": "案由与变化",
    "map": "地图",
    "township": "乡镇",
    "tribunals": "人民法庭",
    "sources": "三源",
    "stations": "法官工作站",
    "alerts": "预警与闭环",
    "imports": "导入",
    "mapping": "映射",
    "names": "地名归属",
    "quality": "数据质量与对账",
    "definitions": "口径",
}

HIDDEN = {"review": "变更确认", "rows": "明细"}
"""Pages that are reached by a link, because they are about one thing that the address names."""


def main() -> None:
    """Set up the window and run the page that was asked for.

    A page's file calls this as well, when Streamlit runs it on its own: the first call of a run decides about the
    page, the second one, made by that page's file, only draws it.
    """
    if here.page:
        importlib.import_module(f"pages.{here.page}").render()
        return
    chosen = st.navigation(_menu(), expanded=True)
    st.set_page_config(page_title=f"{chosen.title} · {TITLE}", page_icon=str(ICON), layout="wide")
    here.page = chosen.url_path or "overview"
    try:
        chosen.run()
    finally:
        here.page = None


def _menu() -> list[st.Page]:
    menu = [
        st.Page(f"pages/{stem}.py", title=title, url_path=stem) for stem, title in PAGES.items() if stem != "overview"
    ]
    first = st.Page("pages/overview.py", title=PAGES["overview"], url_path="start", default=True)
    # The default page answers at "/" only; its file's own address needs an entry too, kept out of the menu (there the
    # style sheet marks the first entry as the place where the reader is).
    by_name = st.Page("pages/overview.py", title=PAGES["overview"], url_path="overview", visibility="hidden")
    by_link = [
        st.Page(f"pages/{stem}.py", title=title, url_path=stem, visibility="hidden") for stem, title in HIDDEN.items()
    ]
    return [first, *menu, by_name, *by_link]


if __name__ == "__main__":
    main()
