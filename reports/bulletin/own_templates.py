"""The office's own Word templates of a month: read once for a preview, frozen by number with what was previewed."""

from collections.abc import Mapping

from data.brief import KindName
from data.store.bulletins import Issued
from data.store.home import Home
from data.store.notice_templates import NoticeTemplate, template_in_force, template_number
from reports.bulletin.bundle import LETTER, MONTHLY, SHEETS

OwnTemplates = Mapping[str, NoticeTemplate | None]
"""By kind of document: that of the notice, SHEETS, LETTER; None: the built-in one."""


def own_templates(home: Home, kind: KindName) -> dict[str, NoticeTemplate | None]:
    """The templates in force for everything that is made with a kind of notice."""
    return {one: template_in_force(home.state, one) for one in _documents(kind)}


def templates_then(home: Home, notice: Issued) -> dict[str, NoticeTemplate | None]:
    """The templates that an issued notice was previewed with.

    A document that is not in its record (an older program froze the notice's own alone) has the one in force now.
    """
    path, then = home.state, notice.templates
    kept = {one: template_number(path, number) if number is not None else None for one, number in then.items()}
    return {one: kept[one] if one in kept else template_in_force(path, one) for one in _documents(notice.kind)}


def contents(templates: OwnTemplates) -> dict[str, bytes]:
    """The .docx files of the documents that have a template of the office's own."""
    return {one: found.content for one, found in templates.items() if found is not None}


def numbers(templates: OwnTemplates) -> dict[str, int | None]:
    """What is frozen: the number of each template, None for the built-in one."""
    return {one: found.id if found is not None else None for one, found in templates.items()}


def _documents(kind: KindName) -> tuple[str, ...]:
    return (kind, SHEETS, LETTER) if kind == MONTHLY else (kind,)
