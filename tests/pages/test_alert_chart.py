"""Evidence of the rules of the county, which the small county never breaches: drawn from an alert made for it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.store.builds import current_build
from tests.pages.conftest import html


def _county_evidence() -> None:
    """Run by Streamlit as a script of its own."""
    from datetime import date

    import streamlit as st

    from metrics._alert_list import Followed
    from metrics._alerts import Alert
    from pages.alerts import _evidence
    from ui import alert_chart, alert_rows
    from ui.markup import tag

    build = st.session_state["build"]
    month = date(2026, 9, 1)
    for rule, counts in (("held_back", (300, 700)), ("year_end_drop", (40, None))):
        value = 30.0 if counts[1] else 40.0
        alert = Alert(
            rule, "county", "青禾县", date(2025, 9, 1), date(2026, 9, 30), value, 50.0, 45.0, *counts,
            is_far=True, run=1, since=month,
        )  # fmt: skip
        row = Followed(rule, "county", "青禾县", alert, None)
        st.html(tag("p", "".join(_evidence(row))))
        alert_chart.show(build, row, month)
        alert_rows.show([row], {}, month, caption="试")


@pytest.fixture
def drawn(filled: Path) -> AppTest:
    at = AppTest.from_function(_county_evidence, default_timeout=60)
    at.session_state["build"] = current_build(filled)
    return at.run()


def test_month_ends_are_drawn_for_both_windows_and_worded_as_an_indication(drawn: AppTest):
    assert not drawn.exception
    assert len(drawn.get("plotly_chart")) == 2
    shown = html(drawn)
    assert "月末前的新收占42.9%（300 / 700）" in shown
    assert "这只是迹象，不是证据" in shown
    assert "按前3年同期和今年的水平约50.0件，低于99.8%界限45件，需要复核" in shown
    assert "月末前偏少、月初回升" in shown
