"""What the templates in typst/ are given: the parts of a document as plain data."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from math import floor
from typing import Any

from metrics._review_words import day_words
from reports.bulletin.content import Chart, Head, Paragraph, Section, Table
from reports.bulletin.drawn.paper import POINTS_PER_CM
from reports.bulletin.fonts import Faces
from reports.bulletin.numbering import first_level, lead_numbers, note_lines
from reports.bulletin.pictures import svg
from reports.bulletin.title_lines import title_lines
from reports.bulletin.word_parts.widths import fitted, header_lines, wished

Plain = dict[str, Any]
PORTRAIT_CM, LANDSCAPE_CM = 15.6, 22.5
_LARGEST, _SMALL, _SMALLEST = 10.5, 8.0, 7.5
"""Points of a table's letters; one that would need less than _SMALL lies on a landscape page."""
TITLE_LETTERS, SHEET_LETTERS, LYING_LETTERS = 19.9, 21.9, 26.4
"""Of a title (二号) and of a township sheet's (20 pt) on a line of 156 mm, of one (18 pt) on a page that lies."""
_GAP = 4.0
"""Points above and below a row's text; an attachment takes less where it then stands on one page."""
_TWIPS = 20


def faces_for(faces: Faces) -> Plain:
    """Names and weights of the typefaces; what stands in for a missing face is set bolder to stay apart."""
    return {
        "title": {"names": faces.title, "weight": "regular" if faces.has_title else "bold"},
        "body": {"names": faces.body, "weight": "regular"},
        "kai": {"names": faces.kai, "weight": "regular" if faces.has_kai else "bold"},
        "period": {"names": faces.kai, "weight": "regular"},
        "hei": {"names": faces.hei, "weight": "medium"},
        "song": {"names": faces.song, "weight": "regular"},
    }


def head_of(head: Head) -> Plain:
    """The lines around the body; the date as a document writes it and as numbers for the file."""
    day = head.dated
    return {
        **{name: value for name, value in asdict(head).items() if isinstance(value, str)},
        "shown": broken(head.title),
        "draft": head.is_draft,
        "date": day_words(day),
        "year": day.year,
        "month": day.month,
        "day": day.day,
    }


def broken(title: str, letters: float = TITLE_LETTERS) -> str:
    """A title with the line break that its words allow, where it needs one."""
    return "\n".join(title_lines(title, letters))


def sections_of(sections: Sequence[Section], faces: Faces) -> list[Plain]:
    """The body's sections with their numbers (一、)."""
    return [
        section_of(one, f"{first_level(number)}{one.heading}" if one.heading else "", faces)
        for number, one in enumerate(sections, 1)
    ]


def section_of(section: Section, heading: str, faces: Faces) -> Plain:
    """One section under the heading as it is printed; leads are numbered within it (（一）)."""
    return {"heading": heading, "blocks": _blocks(section, faces)}


def attachment_of(section: Section, faces: Faces) -> Plain:
    """Its title and its pages."""
    pages = _pages(section, faces)
    return {"heading": broken(section.heading, LYING_LETTERS if pages[0]["wide"] else TITLE_LETTERS), "pages": pages}


def _pages(section: Section, faces: Faces) -> list[Plain]:
    """In runs of blocks that share a page's direction: a wide table lies on pages of its own."""
    runs: list[Plain] = []
    for block in _blocks(section, faces):
        is_wide = block.get("wide", False)
        if not runs or runs[-1]["wide"] != is_wide:
            runs.append({"wide": is_wide, "blocks": []})
        runs[-1]["blocks"].append(block)
    return runs or [{"wide": False, "blocks": []}]


def sheet_section(section: Section, faces: Faces) -> Plain:
    """A section of a township's sheet, where height is dear: a title that holds the heading takes its place."""
    titles = [one.title for one in (*section.tables, *section.charts)]
    heading = next((title for title in titles if section.heading in title), section.heading)
    return section_of(replace(section, heading=heading), heading, faces)


def _blocks(section: Section, faces: Faces) -> list[Plain]:
    """A title that only repeats the heading is left out."""
    return [
        *_paragraphs(section.paragraphs),
        *(_table(one, "" if one.title == section.heading else one.title) for one in section.tables),
        *(_chart(one, "" if one.title == section.heading else one.title, faces) for one in section.charts),
    ]


def _paragraphs(paragraphs: Sequence[Paragraph]) -> list[Plain]:
    numbers = lead_numbers([one.lead for one in paragraphs])
    return [
        {"kind": "text", "lead": f"{number}{one.lead}", "text": one.text}
        for one, number in zip(paragraphs, numbers, strict=True)
    ]


def _chart(chart: Chart, title: str, faces: Faces) -> Plain:
    picture = svg(chart, PORTRAIT_CM, faces.sans).decode()
    return {"kind": "chart", "title": title, "alt": chart.title, "svg": picture, "width": PORTRAIT_CM}


def _table(table: Table, title: str) -> Plain:
    """Columns as Word has them: what each needs, text giving way first; landscape where it would not fit standing."""
    wants = wished(table)
    is_wide = sum(wants) * _SMALL > PORTRAIT_CM * POINTS_PER_CM
    room = (LANDSCAPE_CM if is_wide else PORTRAIT_CM) * POINTS_PER_CM
    size = max(_SMALLEST, min(_LARGEST, floor(room / sum(wants) * 10) / 10))
    widths = fitted(table, round(room * _TWIPS), size * _TWIPS)
    return {
        "kind": "table",
        "title": title,
        "wide": is_wide,
        "size": size,
        "smallest": _SMALLEST,
        "gap": _GAP,
        "columns": [
            {
                "title": "\n".join(header_lines(column.title, width / (size * _TWIPS))),
                "align": column.align,
                "width": width,
                "keep": column.align != "left",
            }
            for column, width in zip(table.columns, widths, strict=True)
        ],
        "rows": [[cell.text for cell in row] for row in table.rows],
        "notes": note_lines(table.notes),
        "totals": table.totals,
    }
