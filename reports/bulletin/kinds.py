"""Every kind of notice, and the notice of a month: blocks in order, what had nothing to say left out."""

import pkgutil
from collections.abc import Iterable
from importlib import import_module

from data.brief import Brief
from metrics._build import Build
from metrics._review import Review, review
from metrics._review_words import file_stem
from reports.bulletin import notices
from reports.bulletin.content import Notice, Section
from reports.bulletin.head import head_of
from reports.bulletin.kind import Block, Kind

__all__ = ["KINDS", "Block", "Kind", "notice_of", "review_of"]


def _found() -> dict[str, Kind]:
    names = sorted(one.name for one in pkgutil.iter_modules(notices.__path__))
    kinds = [import_module(f"{notices.__name__}.{name}").KIND for name in names]
    return {one.name: one for one in sorted(kinds, key=lambda one: (one.name != "monthly", one.name))}


KINDS: dict[str, Kind] = _found()
"""By name, the monthly one first."""


def review_of(build: Build, brief: Brief) -> Review:
    """The month with the metrics that the brief's kind asks for. Raises KeyError for an unknown kind."""
    return review(build, brief, KINDS[brief.kind].metrics(build, brief.month))


def notice_of(told: Review, *, is_draft: bool = True) -> Notice:
    """What the notice of a month says. Raises KeyError for an unknown kind."""
    kind = KINDS[told.brief.kind]
    return Notice(
        kind=kind.name,
        file_stem=file_stem(told, kind.label),
        head=head_of(told, kind.title(told), addressee=told.brief.addressee, is_draft=is_draft),
        opening=kind.opening(told),
        sections=_said(kind.blocks, told),
        attachments=_said(kind.attachments, told),
        workbook_only=tuple(table for part in _said(kind.workbook_only, told) for table in part.tables),
    )


def _said(blocks: Iterable[Block], told: Review) -> tuple[Section, ...]:
    return tuple(part for block in blocks if (part := block(told)) is not None)
