"""What a document says, before it is Word, Excel or PDF: sections, tables, charts. All three are drawn from this.

A number stands in a table once, as the text that is printed and as the unrounded value for the workbook.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Align = Literal["left", "right", "center"]
Mark = Literal["high", "low", "same", "few"]
"""How a township stands to all townships together; symbols and colours repeat it."""


@dataclass(frozen=True)
class Column:
    """A column of a table. `width` is in Chinese characters; `number_format` is Excel's, '' for text."""

    title: str
    width: float
    align: Align = "right"
    number_format: str = ""


@dataclass(frozen=True)
class Cell:
    """One cell: what is printed, and the number behind it where there is one."""

    text: str
    number: float | int | None = None


@dataclass(frozen=True)
class Table:
    """A table. `name` is short and unique within a document: the sheet of the workbook is called so."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    totals: int = 0
    """So many of the last rows are sums or references (全县, 辖区外 …) and are set apart by a line."""


@dataclass(frozen=True)
class Dot:
    """One row of a ranked chart; `low` and `high` are 95 % limits."""

    name: str
    value: float
    low: float | None
    high: float | None
    text: str
    mark: Mark


@dataclass(frozen=True)
class DotsChart:
    """Townships one below the other, the best first, with their limits and the line of all townships together."""

    name: str
    title: str
    unit: str
    dots: tuple[Dot, ...]
    line: float | None
    line_text: str


@dataclass(frozen=True)
class Line:
    """One series; None where there is no value. `is_before` draws the year before, lighter and dashed."""

    name: str
    values: tuple[float | None, ...]
    is_before: bool = False


@dataclass(frozen=True)
class LinesChart:
    """Series over the same labels (months)."""

    name: str
    title: str
    unit: str
    labels: tuple[str, ...]
    lines: tuple[Line, ...]
    note: str = ""
    """What the reader must know before two of the lines are compared; it stands below them."""


@dataclass(frozen=True)
class Bar:
    """One bar; negative ones point to the left. `text` is printed at its end."""

    name: str
    value: float
    text: str


@dataclass(frozen=True)
class BarsChart:
    """Bars one below the other from zero, in the order given."""

    name: str
    title: str
    unit: str
    bars: tuple[Bar, ...]


Chart = DotsChart | LinesChart | BarsChart


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the body; a `lead` (总体情况。) is a heading of the second level on the same line.

    It comes without its number: reports.bulletin.numbering sets （一） when it is drawn.
    """

    text: str
    lead: str = ""


@dataclass(frozen=True)
class Section:
    """One block of a document. `name` is what a template calls it; the number before a heading is set when drawn."""

    name: str
    heading: str
    paragraphs: tuple[Paragraph, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()


@dataclass(frozen=True)
class Head:
    """What stands around the body of an official document (GB/T 9704—2012); '' leaves a line out."""

    title: str
    period: str
    """本期 and 累计期间 in words, as a line under the title."""
    addressee: str
    office: str
    dated: date
    number: str
    secrecy: str
    signer: str
    drafter: str
    contact: str
    closing: str
    """The sentence that every ranking carries."""
    is_draft: bool
    """Not issued yet: every page says 预览稿."""
    source: str
    """Build, cut-off and definition in one line: where the figures come from."""


@dataclass(frozen=True)
class Notice:
    """A notice or a letter: body, then attachments (附件), each a table or a chart with a title of its own."""

    kind: str
    file_stem: str
    head: Head
    opening: str
    sections: tuple[Section, ...]
    attachments: tuple[Section, ...] = ()
    workbook_only: tuple[Table, ...] = ()
    """Tables that only the workbook holds: 口径, 对账."""

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table once, in the order of the document."""
        parts = (*self.sections, *self.attachments)
        return (*(table for part in parts for table in part.tables), *self.workbook_only)

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Every chart, in the order of the document."""
        return tuple(chart for part in (*self.sections, *self.attachments) for chart in part.charts)


@dataclass(frozen=True)
class Sheet:
    """一镇一单: what fits on one A4 page about one township."""

    area_code: str
    area_name: str
    title: str
    period: str
    answer: str
    """The first sentence."""
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Sheets:
    """All townships, one page each."""

    file_stem: str
    head: Head
    sheets: tuple[Sheet, ...]
