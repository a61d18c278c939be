"""The pages of a template: how wide and high its text is, which styles it has, and what is printed on them."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx.document import Document as WordDocument
from docx.parts.document import DocumentPart
from docx.section import Section as PageSection
from docx.shared import Length, Twips
from markupsafe import Markup

from data.refusal import Refused
from reports.bulletin.content import Chart, Section, Table
from reports.bulletin.title_lines import title_lines
from reports.bulletin.word_parts.breaks import SectionBreak
from reports.bulletin.word_parts.container import CODE
from reports.bulletin.word_parts.pictures import WordPicture
from reports.bulletin.word_parts.tables import BODY, HEAD, TABLE, WordTable
from reports.bulletin.word_parts.values import NEW_PAGE
from reports.bulletin.word_parts.widths import SMALLEST, letters, wished

_TWIPS_PER_POINT = 20
_PLAIN = 10.5
_TITLE = "公文标题"
_PICTURE = "图"
"""Its indents make pictures narrower."""
_TO_BE_SAFE = 0.6
_CROWDED_SHARE = 0.6
_PICTURE_SHARE = 0.8
"""Of the height of the text: above a picture stand the number and the title of its attachment, below it its name."""


@dataclass(frozen=True)
class Page:
    """A Printer for one template. It prints before that is filled: a fault of ours is not told as the template's."""

    section: PageSection
    """The last one of the template; what comes before it is made like it."""
    part: DocumentPart
    """It will hold the pictures."""
    fonts: Path | None
    """A folder of font files for the pictures; None: that of the home."""
    styles: dict[str, str]
    character: float
    """Twips of one letter in a table."""
    may_lie: bool
    """Whether the template begins attachments on pages of their own."""
    title_letters: float
    """Chinese letters of the title that stand on one line."""
    indents: Length
    """Of a picture, on both sides together."""

    def title(self, title: str) -> str:
        """The title of the document with its line break, where it needs one."""
        return "\n".join(title_lines(title, self.title_letters))

    def table(self, table: Table, lies: bool) -> Markup:
        """A table, on a page that lies or stands."""
        across = (_text_height(self.section) if lies else _text_width(self.section)).twips
        return WordTable(table, self.styles, across, letters(table, across, self.character), self.character).xml()

    def chart(self, chart: Chart, lies: bool, is_crowded: bool) -> Markup:
        """A chart as wide as the text of a page that stands, narrower where much else stands on it."""
        down = _text_width(self.section) if lies else _text_height(self.section)
        share = _CROWDED_SHARE if is_crowded else 1.0
        across = Length(_text_width(self.section) - self.indents).cm * share
        return WordPicture(chart, self.part, across, down.cm * _PICTURE_SHARE, self.fonts).xml()

    def new_page(self, lies: bool) -> Markup:
        """Ends the pages before an attachment, which lie or stand."""
        return SectionBreak(self.section._sectPr, self.part, lies).xml()

    def lies(self, section: Section) -> bool:
        """True where a table of an attachment is wider than a page that stands, even in small letters."""
        widest = max((sum(wished(table)) for table in section.tables), default=0.0)
        return self.may_lie and widest * min(self.character, SMALLEST) > _text_width(self.section).twips


def page_of(document: WordDocument, label: str, names: Collection[str], fonts: Path | None = None) -> Page:
    """Reads the template's page and styles; `names` are those it prints. Refused: a style of tables is missing."""
    section = document.sections[-1]
    return Page(
        section=section,
        part=document.part,
        fonts=fonts,
        styles=_styles(document, label),
        character=_size(document, BODY["left"]) * _TWIPS_PER_POINT,
        may_lie=NEW_PAGE in names,
        title_letters=_text_width(section).pt / _size(document, _TITLE) - _TO_BE_SAFE,
        indents=_indents(document, _PICTURE),
    )


def _styles(document: WordDocument, label: str) -> dict[str, str]:
    """Ids by name: Word gives its own ids when it saves."""
    known = {str(style.name): str(style.style_id) for style in document.styles}
    names = (TABLE, HEAD, *BODY.values())
    if missing := [name for name in names if name not in known]:
        words = f"Word 模板“{label}”缺少表格要用的样式：{'、'.join(missing)}，没有采用；"
        raise Refused(CODE, f"{words}请从内置模板改起，样式可以修改，不要删除或改名。")
    return {name: known[name] for name in names}


def _indents(document: WordDocument, name: str) -> Length:
    """Left and right indent of a style together; LibreOffice calls them start and end."""
    looks = [one.element for one in document.styles if one.name == name]
    sides = "w:pPr/w:ind/@*[local-name()='left' or local-name()='start' or local-name()='right' or local-name()='end']"
    return Twips(sum(int(value) for look in looks for value in look.xpath(sides)))


def _size(document: WordDocument, name: str) -> float:
    """Points of a style, by itself or by what it is based on; those of a table where there is no such style."""
    style: Any = next((one for one in document.styles if one.name == name), None)
    while style is not None and style.font.size is None:
        style = style.base_style
    return _PLAIN if style is None else style.font.size.pt


def _text_width(section: PageSection) -> Length:
    """From margin to margin."""
    return Length((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0))


def _text_height(section: PageSection) -> Length:
    """From the upper margin to the lower one."""
    return Length((section.page_height or 0) - (section.top_margin or 0) - (section.bottom_margin or 0))
