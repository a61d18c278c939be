"""The page list, nothing else. Sign-in will come here; until then the app listens on loopback only."""

import importlib
from pathlib import Path

import streamlit as st

from ui.route import here

TITLE = "诉源治理指标看板"
ICON = Path(__file__).parent / "ui" / "assets" / "seal.png"
MENU = {
    "看数": {
        "overview": "总览",
        "checkup": "乡镇体检表",
        "metric": "指标",
        "changes": "案由与变化",
        "township": "乡镇",
        "map": "地图",
    },
    "专题": {
        "sources": "三源",
        "tribunals": "人民法庭",
        "stations": "法官工作站",
        "alerts": "预警与闭环",
    },
    "考评": {
        "ranking": "排名",
        "targets": "考核目标",
        "bulletin": "月度通报",
    },
    "数据与口径": {
        "imports": "导入",
        "mapping": "映射",
        "names": "地名归属",
        "quality": "数据质量与对账",
        "definitions": "口径",
    },
}
PAGES = {stem: title for section in MENU.values() for stem, title in section.items()}

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


def _menu() -> dict[str, list[st.Page]]:
    menu = {
        section: [_page(stem, title, default=stem == "overview") for stem, title in pages.items()]
        for section, pages in MENU.items()
    }
    # The default page answers at "/" only; its file's own address needs an entry too, kept out of the menu (there the
    # style sheet marks the first entry as the place where the reader is).
    unseen = {"overview": PAGES["overview"], **HIDDEN}
    last = menu[list(MENU)[-1]]
    last += [
        st.Page(f"pages/{stem}.py", title=title, url_path=stem, visibility="hidden") for stem, title in unseen.items()
    ]
    return menu


def _page(stem: str, title: str, *, default: bool) -> st.Page:
    return st.Page(f"pages/{stem}.py", title=title, url_path="start" if default else stem, default=default)


if __name__ == "__main__":
    main()
