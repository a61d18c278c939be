"""Where an attachment begins: breaks between sections of Word, made from the page of the template; wide tables lie."""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.parts.document import DocumentPart
from docx.section import Section as PageSection
from docx.shared import Length
from lxml import etree
from markupsafe import Markup


@dataclass(frozen=True)
class SectionBreak:
    """What {{p 节.分页 }} of a template prints: it ends the pages before an attachment and says how they lie."""

    section: Any
    """The properties of the template's last pages."""
    part: DocumentPart
    lies: bool
    """How the pages lie that end here."""

    def xml(self) -> Markup:
        """A paragraph that takes no room as XML, which jinja puts in as it is."""
        ended = PageSection(deepcopy(self.section), self.part)
        ended.start_type = WD_SECTION.NEW_PAGE
        if self.lies:
            lay_down(ended)
        section = etree.tostring(ended._sectPr, encoding="unicode")
        spacing = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        return Markup(f"<w:p><w:pPr>{spacing}{section}</w:pPr></w:p>")


def lay_down(page: PageSection) -> None:
    """Turns a page that stands: its left edge, where it is bound, comes to lie above."""
    top, right, bottom, left = (one or Length(0) for one in _margins(page))
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    page.top_margin, page.right_margin, page.bottom_margin, page.left_margin = left, top, right, bottom
    page.header_distance = _moved(page.header_distance, top, left)
    page.footer_distance = _moved(page.footer_distance, bottom, right)


def _margins(page: PageSection) -> tuple[Length | None, ...]:
    return page.top_margin, page.right_margin, page.bottom_margin, page.left_margin


def _moved(distance: Length | None, before: Length, after: Length) -> Length:
    """A header or footer stays as far from the text as it was."""
    return Length(max(0, (distance or Length(0)) - before + after))
