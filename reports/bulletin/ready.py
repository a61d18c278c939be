"""The check before a month is issued, with what state.db knows: open drafts and jobs, words, targets, last notice."""

from datetime import date

from data.brief import KindName
from data.build.publish import is_current
from data.build.waiting import entered_since, waiting_rows
from data.build.word_queue import words_in_use
from data.store.builds import Build
from data.store.bulletins import last_before, latest
from data.store.controls import control_figures
from data.store.home import Home
from data.store.imports import all_imports
from data.store.jobs import open_jobs
from data.store.targets import targets_in_force
from data.store.words import decided_words
from metrics import METRICS, counts
from metrics._check import Check
from metrics._compute import compute
from metrics._month_data import year_of
from metrics._month_ready import OnRecord, month_checks
from metrics._period import month_end, year_to_date
from reports.bulletin.kinds import KINDS


def checks_for(home: Home, build: Build, kind: KindName, month: date, today: date) -> list[Check]:
    """Every check of a month (its first day) for one kind of notice. Raises KeyError for an unknown kind."""
    names = KINDS[kind].metrics(build, month)
    metrics = [METRICS[name].under(build.definition) for name in names]
    return month_checks(build, metrics, month, on_record(home, build, kind, month, today))


def has_data(build: Build, kind: KindName, month: date) -> bool:
    """Whether anything is known of the leading figure of a kind up to the month's end."""
    leading = METRICS[KINDS[kind].metrics(build, month)[0]]
    period = year_to_date(month_end(month), build.definition.year_starts_in_december)
    [county] = compute(build, [leading], period, by="county").rows()
    return county.status != "not_covered"


def on_record(home: Home, build: Build, kind: KindName, month: date, today: date) -> OnRecord:
    """What people did and left open."""
    path = home.state
    imports = all_imports(path, "in_force")
    entered = entered_since(build, imports)
    last = last_before(path, kind, month)
    own = latest(path, kind, month)
    return OnRecord(
        today=today,
        set_aside=sum(waiting_rows(one, entered) for one in imports),
        drafts=len(all_imports(path, "draft")),
        jobs=len(open_jobs(path)),
        unknown_words=sum(one.meaning is None for one in words_in_use(build, decided_words(path))),
        is_current=is_current(home, counts()),
        controls=tuple(control_figures(path)),
        targets=targets_in_force(path, year_of(build, month)),
        issued_last=last.month if last else None,
        definition_then=last.definition if last else None,
        revisions=own.revision if own else 0,
    )
