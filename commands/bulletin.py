"""Make the whole set of a month unattended, and issue it: for a timer, or for whoever has no browser."""

import contextlib
import getpass
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from commands.terminal import AsJson, desk_with_data, print_json, root_of, say, wrong_call
from data.refusal import Refused

if TYPE_CHECKING:
    from data.store.builds import Build
    from data.store.bulletins import Issued
    from data.store.home import Home
    from metrics._check import Check
    from metrics._review import Review
    from reports.bulletin.own_templates import OwnTemplates
    from reports.bulletin.restated import Changed


def bulletin(
    context: typer.Context,
    period: Annotated[str, typer.Option(help="通报的月份，如 2026-10。")],
    out: Annotated[Path, typer.Option(help="放文件的目录；没有则新建，同名文件被替换。")],
    kind: Annotated[list[str] | None, typer.Option(help="通报种类，可多次；默认有数据的全部种类。")] = None,
    issue: Annotated[bool, typer.Option("--issue", help="先定稿，再写出定稿的文件；有不能定稿的情形时不写。")] = False,
    confirm_warnings: Annotated[
        bool, typer.Option("--confirm-warnings", help="连同提醒一起定稿；各条提醒随通报留存。")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """生成一个月的全套通报：Word、PDF、工作簿、一镇一单、数据；已定稿的月份有变化时附修订说明。"""
    now, root = datetime.now(), root_of(context)
    desk = desk_with_data(root)
    desk.refresh(now=now)
    build = _build_of(root)
    month = _month_of(period, build)
    sets = [_prepared(desk.home, build, one, month, now.date()) for one in _kinds(kind, build, month)]
    if not sets:
        raise wrong_call(f"{period}没有任何一种通报的数据；请先导入，或用 --kind 指定种类。")
    for one in sets:
        _tell(one)
    blocked = [one for one in sets if issue and not one.may_be_issued(confirm_warnings)]
    if not blocked:
        _draw(desk.home, build, sets, now, issue=issue)
        with _waiting(out, {name: content for one in sets for name, content in one.files.items()}) as put:
            if issue:
                _issue(desk.home, sets, now)
            put()
    if as_json:
        print_json([_plain(one) for one in sets])
    if blocked:
        say("没有定稿，也没有写出文件。" + ("" if confirm_warnings else "核对提醒后可加 --confirm-warnings。"))
    if any(one.stops for one in sets) or blocked:
        raise typer.Exit(1)


@dataclass
class Set:
    """One kind of notice on its way: the month as it is, what the check says, and what became of it."""

    told: "Review"
    checks: "Sequence[Check]"
    last: "Issued | None"
    """The last revision of this month."""
    is_as_issued: bool = False
    """The month was issued, and what it prints is what it was: there is nothing to correct."""
    issued: "Issued | None" = None
    changed: "list[Changed]" = field(default_factory=list)
    templates: "OwnTemplates" = field(default_factory=dict)
    """What the files are drawn with, and what is frozen with them."""
    files: dict[str, bytes] = field(default_factory=dict)

    @property
    def stops(self) -> "tuple[Check, ...]":
        """What blocks 定稿."""
        from metrics._check import stops

        return stops(self.checks)

    @property
    def warnings(self) -> "tuple[Check, ...]":
        """What a person has to confirm."""
        from metrics._check import warnings

        return warnings(self.checks)

    def may_be_issued(self, confirmed: bool) -> bool:
        """No stop, and every warning confirmed; what is as it was issued is not issued again."""
        return self.is_as_issued or (not self.stops and (confirmed or not self.warnings))


def _build_of(root: Path) -> "Build":
    from data.store.builds import current_build

    build = current_build(root)
    if build is None:
        raise wrong_call(f"{root} 中还没有数据；请先用 load 导入文件。")
    return build


def _month_of(period: str, build: "Build") -> date:
    from metrics import parse_period

    try:
        chosen = parse_period(period, "month", build.definition.year_starts_in_december)
    except ValueError as problem:
        raise wrong_call(str(problem)) from problem
    return chosen.start


def _kinds(named: list[str] | None, build: "Build", month: date) -> Iterator[str]:
    """The kinds asked for; by default those of which the leading figure is known."""
    from reports.bulletin.kinds import KINDS
    from reports.bulletin.ready import has_data

    unknown = [one for one in named or () if one not in KINDS]
    if unknown:
        raise wrong_call(f"没有名为“{'、'.join(unknown)}”的通报种类；可用：{'、'.join(KINDS)}。")
    for name in dict.fromkeys(named or KINDS):
        if named or has_data(build, name, month):
            yield name
        else:
            say(f"{KINDS[name].label}：{month:%Y-%m}没有数据，跳过。")


def _prepared(home: "Home", build: "Build", kind: str, month: date, today: date) -> Set:
    from data.store.bulletins import latest
    from reports.bulletin.issuing import is_as_issued
    from reports.bulletin.kinds import review_of
    from reports.bulletin.prepare import brief_for
    from reports.bulletin.ready import checks_for

    told = review_of(build, brief_for(home.root, build, kind, month, today))
    last = latest(home.state, kind, month)
    is_same = last is not None and is_as_issued(home, last, told)
    return Set(told, checks_for(home, build, kind, month, today), last, is_same)


def _tell(one: Set) -> None:
    from reports.bulletin.kinds import KINDS

    label = KINDS[one.told.brief.kind].label
    for check in (*one.stops, *one.warnings):
        say(f"{label}：{'不能定稿' if check.state == 'stop' else '提醒'}：{check.sentence}")


def _draw(home: "Home", build: "Build", sets: Sequence[Set], now: datetime, *, issue: bool) -> None:
    """Every file before anything is frozen: what cannot be drawn is not issued."""
    from reports.bulletin.bundle import bundle
    from reports.bulletin.issuing import again
    from reports.bulletin.own_templates import contents, own_templates, templates_then
    from reports.bulletin.restated import changed_months

    for one in sets:
        brief, told = one.told.brief, one.told
        if issue and one.is_as_issued and one.last is not None:
            told, one.issued = again(home, one.last).review, one.last
        one.templates = templates_then(home, one.issued) if one.issued else own_templates(home, brief.kind)
        one.files = bundle(told, is_draft=not issue, templates=contents(one.templates), fonts=home.fonts)
        found = changed_months(home, build, brief.kind, brief.month, now.date(), is_draft=not issue, fonts=home.fonts)
        for changed in found:
            if isinstance(changed, Refused):
                say(f"修订说明缺一份：{changed.sentence}")
            else:
                one.changed.append(changed)
                one.files |= changed.files


def _issue(home: "Home", sets: Sequence[Set], now: datetime) -> None:
    """All of them at once: what came between leaves none issued rather than one of two."""
    from data.build.freeze import freeze_together
    from reports.bulletin.issuing import refuse_if_bound_since, to_issue

    ready = [one for one in sets if one.issued is None]
    for one in ready:
        refuse_if_bound_since(home, one.told)
    notices = [
        (
            to_issue(one.told, one.checks, [check.sentence for check in one.warnings], one.templates),
            one.last.revision if one.last else 0,
        )
        for one in ready
    ]
    for one, issued in zip(ready, freeze_together(home, notices, by=getpass.getuser(), at=now), strict=True):
        one.issued = issued


@contextlib.contextmanager
def _waiting(out: Path, files: Mapping[str, bytes]) -> Iterator[Callable[[], None]]:
    """Files written beside their places before anything is frozen: a folder that takes none leaves nothing issued.

    What is yielded puts them in place; each is there whole or not at all.
    """
    with contextlib.ExitStack() as held:
        try:
            out.mkdir(parents=True, exist_ok=True)
            folder = Path(held.enter_context(tempfile.TemporaryDirectory(prefix=".", dir=out)))
            for name, content in files.items():
                (folder / name).write_bytes(content)
        except OSError as failure:
            held.close()
            words = f"写不进 {out}，没有定稿，也没有写出文件：请核对它是不是目录、能不能写，磁盘是否已满。"
            raise wrong_call(words) from failure
        yield lambda: _put(folder, out, files)


def _put(folder: Path, out: Path, names: Iterable[str]) -> None:
    for name in names:
        try:
            (folder / name).replace(out / name)
        except OSError as failure:
            raise wrong_call(f"{out / name} 不能替换：请核对后再运行一次，会写出其余文件。") from failure
        say(str(out / name))


def _plain(one: Set) -> dict[str, Any]:
    """One kind in the JSON list; `files` is empty when nothing was written."""
    return {
        "kind": one.told.brief.kind,
        "month": one.told.brief.month.isoformat(),
        "build": one.told.build.number,
        "definition": one.told.definition.label,
        "state": "issued" if one.issued else "preview",
        "revision": one.issued.revision if one.issued else None,
        "sha256": one.issued.sha256 if one.issued else None,
        "checks": [{"name": c.name, "state": c.state, "sentence": c.sentence} for c in one.checks],
        "restated": [
            {
                "month": c.issued.month.isoformat(),
                "revision": c.issued.revision,
                "figures": len(c.found.rows),
                "causes": len(c.found.causes),
                "cells_changed": c.found.cells_changed,
            }
            for c in one.changed
        ],
        "files": list(one.files),
    }
