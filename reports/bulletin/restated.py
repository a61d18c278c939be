"""Months that were issued and are not what they were: which of them, and the documents that say so."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from data.refusal import Refused
from data.store.bulletins import Issued
from data.store.home import Home
from metrics._areas import COUNTY
from metrics._build import Build
from metrics._restatement import Restatement, restated
from metrics._review import Review
from reports.bulletin.bundle import documents
from reports.bulletin.issuing import review_again
from reports.bulletin.kinds import KINDS
from reports.bulletin.prepare import issued_this_year
from reports.bulletin.restatement import restatement_of


@dataclass(frozen=True)
class Changed:
    """An issued month of which figures have changed since."""

    issued: Issued
    found: Restatement
    files: dict[str, bytes]


def restated_of(home: Home, issued: Issued, told: Review, build: Build) -> Restatement:
    """An issued month (`told` as it was issued) held against a build, in everything that its kind of notice counts."""
    kind, names = KINDS[issued.kind], [one.name for one in told.metrics]
    found = restated(home, told.build, build, names, issued.month, kind.causes)
    if kind.tells_townships:
        return found
    return replace(found, rows=tuple(one for one in found.rows if one.area_code == COUNTY))


def changed_months(
    home: Home, build: Build, kind: str, month: date, dated: date, *, is_draft: bool = True, fonts: Path | None = None
) -> Iterator[Changed | Refused]:
    """Months of the year up to `month` (their last revision) that a build tells otherwise, the newest first.

    A month whose own build is gone or cannot be read any more is a Refused, so that the others are told all the same.
    """
    for one in issued_this_year(home.root, build, kind, month):
        if one.build == build.number:
            continue
        try:
            told = review_again(home, one)
        except Refused as refusal:
            yield refusal
            continue
        found = restated_of(home, one, told, build)
        if found.is_any:
            notice = restatement_of(one, told, found, dated, is_draft=is_draft)
            yield Changed(one, found, documents(notice, fonts=fonts))
