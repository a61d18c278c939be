"""尚未办结的信访事项: how many are open, how many for long and where, and the backlog."""

from metrics._petition_rows import backlog_words, is_covered, open_words, petition_rows
from metrics._review import Review
from reports.bulletin.content import Paragraph, Section


def petitions_open(told: Review) -> Section | None:
    """None where the ledger covers no day of the year."""
    if not is_covered(told):
        return None
    rows = petition_rows(told)
    text = f"{open_words(told, rows)}{backlog_words(rows)}"
    return Section("petitions_open", "未办结事项", (Paragraph(text),)) if text else None
