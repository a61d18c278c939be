"""The page list, nothing else. Sign-in will come here; until then the app listens on loopback only."""

from pathlib import Path

import streamlit as st

from pages import imports, metric, overview, quality, township
from ui import route

TITLE = "诉源治理"
ICON = Path(__file__).parent / "ui" / "assets" / "seal.png"


def main() -> None:
    """Set up the window and run the page that was asked for."""
    st.set_page_config(page_title=TITLE, page_icon=str(ICON), layout="wide")
    pages = {
        "overview": st.Page(overview.render, title="总览", url_path="", default=True),
        "metric": st.Page(metric.render, title="指标", url_path="metric"),
        "township": st.Page(township.render, title="乡镇", url_path="township"),
        "imports": st.Page(imports.render, title="导入", url_path="imports"),
        "quality": st.Page(quality.render, title="数据质量与对账", url_path="quality"),
    }
    route.remember(pages)
    # The default page answers at "/" only; its file's own address needs an entry of its own, kept out of the menu.
    by_name = st.Page(overview.render, title="总览", url_path="overview", visibility="hidden")
    st.navigation([*pages.values(), by_name], expanded=True).run()


if __name__ == "__main__":
    main()
