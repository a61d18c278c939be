"""A notice as plain text, every paragraph, cell and chart of it, to be held against what was written by hand."""

from reports.bulletin.content import BarsChart, DotsChart, LinesChart


def as_text(notice):
    """Everything but the tables that only the workbook holds."""
    head = notice.head
    lines = [head.title, head.period, head.source, notice.opening]
    for parts, word in ((notice.sections, "节"), (notice.attachments, "附件")):
        for part in parts:
            lines += ["", f"{word}：{part.heading}", *section_lines(part)]
    return "\n".join([*lines, "", head.closing, ""])


def section_lines(part):
    """Paragraphs, tables and charts of one section."""
    lines = [f"{one.lead}{one.text}" for one in part.paragraphs]
    for table in part.tables:
        lines += _table(table)
    return [*lines, *(_chart(one) for one in part.charts)]


def _table(table):
    rows = [" | ".join(cell.text for cell in row) for row in table.rows]
    if table.totals:
        rows.insert(len(rows) - table.totals, "----")
    head = " | ".join(one.title for one in table.columns)
    return [f"表：{table.title}", head, *rows, *(f"注：{one}" for one in table.notes)]


def _chart(chart):
    if isinstance(chart, DotsChart):
        drawn = "；".join(f"{one.name} {one.text} {one.mark}" for one in chart.dots)
        return f"图：{chart.title}（{chart.line_text}）{drawn}"
    if isinstance(chart, BarsChart):
        return f"图：{chart.title} " + "；".join(f"{one.name} {one.text}" for one in chart.bars)
    assert isinstance(chart, LinesChart)
    drawn = [f"{one.name} {'、'.join('无' if v is None else f'{v:.0f}' for v in one.values)}" for one in chart.lines]
    return f"图：{chart.title} {'、'.join(chart.labels)} " + "；".join(drawn)
