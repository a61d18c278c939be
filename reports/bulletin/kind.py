"""A kind of notice: a template and a list of blocks. One file in reports/bulletin/notices/ is one kind."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from metrics._build import Build
from metrics._restatement_causes import CauseLines
from metrics._review import Review
from reports.bulletin.content import Section

Block = Callable[[Review], Section | None]
"""Says one thing of a month; None where there is nothing to say."""


@dataclass(frozen=True)
class Kind:
    """What a notice is called, which figures it needs, what it says in which order."""

    name: str
    label: str
    title: Callable[[Review], str]
    """The title of the document."""
    metrics: Callable[[Build, date], tuple[str, ...]]
    """Names of the metrics for a month (its first day), the leading one first."""
    opening: Callable[[Review], str]
    """The sentence before the first section."""
    blocks: tuple[Block, ...]
    attachments: tuple[Block, ...] = ()
    workbook_only: tuple[Block, ...] = ()
    """Blocks whose tables only the workbook holds."""
    tells_townships: bool = True
    """Whether the notice prints its metrics for every township; a 修订说明 tells no more than the notice did."""
    causes: CauseLines = "each"
    """What a notice about filings counts by cause: its 修订说明 tells those lines of the county."""
