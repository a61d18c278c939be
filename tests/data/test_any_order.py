"""Imports in any order, repeated, overlapping, undone, redone, drafted, published, replaced: the figures are those of
the same rows loaded once. The whole desk against a plain model; `make fuzz` walks farther."""

import json
import os
import shutil
import tempfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from data.desk import Desk, Span, UploadedFile
from data.intake import child, spawn
from data.refusal import Refused
from data.store import builds
from data.store.builds import current_build, current_number
from metrics import counts
from tests.data.exports import civil, townships_file, write_csv
from tests.data.plain_desk import PlainDesk, PlainImport, read, table, told

NOW = datetime(2026, 2, 3, 9, 30)
WALKS = int(os.environ.get("WALKS", "3"))
COUNTS = tuple(one for one in counts() if one.name == "civil_filings")
PLACES = {None: "unassigned", "柳河镇": "柳河镇", "石坪乡": "石坪乡", "外县": "outside"}
DATES = st.sampled_from([None, "2025-06-01", "2025-09-01", "2026-01-01"])
LINES = st.lists(
    st.tuples(
        st.integers(1, 6).map(civil),
        st.fixed_dictionaries(
            {
                "filed_on": st.sampled_from([date(2025, 1, 9), date(2025, 2, 10), date(2025, 2, 28), date(2025, 3, 1)]),
                "cause": st.sampled_from([None, "民间借贷纠纷", "离婚纠纷"]),
                "place_stated": st.sampled_from(list(PLACES)),
            }
        ),
    ),
    min_size=1,
    max_size=5,
)
ENDS = {1: 31, 2: 28, 3: 31}
MONTHS = st.lists(st.sampled_from([(date(2025, m, 1), date(2025, m, end)) for m, end in ENDS.items()]), max_size=2)


def in_this_process(module, request, look=lambda: None):
    """The child's work without its process, which would cost a second for each of some thousand files."""
    result = json.dumps(child.run(request).to_json())
    Path(request["out_dir"], spawn.RESULT).write_text(result)
    return 0


@pytest.fixture(scope="module")
def empty_home(tmp_path_factory):
    """A home with the list of townships and nothing else; its import is number 1."""
    folder = tmp_path_factory.mktemp("any-order")
    path = townships_file(folder)
    desk = Desk(folder / "home", COUNTS)
    desk.load([UploadedFile(path.name, path)], by="x", now=NOW)
    return desk.home.root


class AnyOrder(RuleBasedStateMachine):
    template: Path

    @initialize()
    def open_home(self):
        self.folder = Path(tempfile.mkdtemp())
        self.desk = Desk(shutil.copytree(self.template, self.folder / "home"), COUNTS)
        self.plain = PlainDesk()
        self.number = current_number(self.desk.home)
        self.files = 0

    def teardown(self):
        if hasattr(self, "folder"):
            self.once()
            # Some hundred homes in one process: none of their builds will be asked for again.
            for build in [one for path, one in builds._open.items() if path.is_relative_to(self.folder.resolve())]:
                builds.forget(build)
            shutil.rmtree(self.folder)

    # What the person does

    @rule(lines=LINES, exported_on=DATES, replaces=st.booleans(), drafts=st.booleans())
    def bring(self, lines, exported_on, replaces, drafts):
        month = lines[0][1]["filed_on"].replace(day=1)
        spans = [(month, date(2025, month.month, ENDS[month.month]))] if replaces else []
        self.bring_lines(lines, exported_on, tuple(spans), drafts)

    @precondition(lambda self: self.plain.imports)
    @rule(data=st.data(), exported_on=DATES, drafts=st.booleans())
    def bring_again(self, data, exported_on, drafts):
        lines = data.draw(st.sampled_from(self.plain.imports)).lines
        self.bring_lines(lines, exported_on, (), drafts)

    @precondition(lambda self: self.plain.within("draft"))
    @rule(data=st.data(), exported_on=DATES, months=MONTHS)
    def correct(self, data, exported_on, months):
        one = data.draw(st.sampled_from(self.plain.within("draft")))
        spans = [Span("cases", None, start.isoformat(), end.isoformat(), True) for start, end in months]
        self.desk.change_draft(one.batch, exported_on=exported_on, replaces=spans)
        one.exported_on, one.replaces = exported_on, tuple(months)

    @precondition(lambda self: self.plain.within("draft"))
    @rule(data=st.data())
    def publish(self, data):
        chosen = data.draw(st.lists(st.sampled_from(self.plain.within("draft")), min_size=1, max_size=3, unique_by=id))
        receipts = self.desk.publish([one.batch for one in chosen], by="x", now=NOW)
        for one, receipt in zip(sorted(chosen, key=lambda one: one.batch), receipts, strict=True):
            self.agrees(receipt, one)
            one.state = "in_force"

    @precondition(lambda self: self.plain.within("draft"))
    @rule(data=st.data())
    def discard(self, data):
        one = data.draw(st.sampled_from(self.plain.within("draft")))
        self.desk.discard(one.batch, by="x", now=NOW)
        one.state = "abandoned"

    @precondition(lambda self: self.plain.within("in_force"))
    @rule(data=st.data())
    def undo(self, data):
        one = data.draw(st.sampled_from(self.plain.within("in_force")))
        self.desk.undo(one.batch, by="x", now=NOW)
        one.state = "withdrawn"

    @precondition(lambda self: self.plain.within("withdrawn"))
    @rule(data=st.data())
    def restore(self, data):
        one = data.draw(st.sampled_from(self.plain.within("withdrawn")))
        says = (one.content, one.exported_on, bool(one.replaces))
        if says in [(o.content, o.exported_on, bool(o.replaces)) for o in self.plain.within("in_force")]:
            with pytest.raises(Refused, match="不必恢复"):
                self.desk.restore(one.batch, by="x", now=NOW)
            return
        self.desk.restore(one.batch, by="x", now=NOW)
        one.state = "in_force"

    # What must be true

    @invariant()
    def figures_are_those_of_the_model(self):
        number = current_number(self.desk.home)
        if number == self.number:
            return
        self.number = number
        rows = (
            current_build(self.desk.home.root)
            .cursor()
            .execute("SELECT case_number, filed_on, cause, township_code FROM cases")
        )
        expected = {
            (key, cells["filed_on"], cells["cause"], PLACES[cells["place_stated"]])
            for key, cells in table(self.plain.within("in_force")).items()
        }
        assert set(rows.fetchall()) == expected

    @invariant()
    def states_are_those_of_the_model(self):
        known = {one.batch: one.state for one in self.desk.imports()}
        assert known == {1: "in_force"} | {o.batch: o.state for o in self.plain.imports if o.state != "abandoned"}

    def bring_lines(self, lines, exported_on, spans, drafts):
        bring = self.desk.draft if drafts else self.desk.load
        [receipt] = bring(
            [UploadedFile(path.name, path) for path in [self.written(lines, spans)]],
            by="x",
            now=NOW,
            exported_on=exported_on,
            replace_period=bool(spans),
        )
        assert receipt.error is None
        assert receipt.adds_up
        assert receipt.rows_read == len(lines)
        known = self.plain.same(lines, exported_on, bool(spans), "in_force")
        ready = self.plain.same(lines, exported_on, bool(spans), "draft")
        if ready is not None and bool(ready.replaces) != bool(spans):
            ready = None
        if known is not None or (ready is not None and drafts):
            assert receipt.batch == (known or ready).batch
            assert receipt.first_imported_at
        elif ready is not None:
            self.agrees(receipt, ready)
            ready.state = "in_force"
        else:
            state = "draft" if drafts else "in_force"
            one = read(receipt.batch, lines, "2026-02-03", exported_on=exported_on, replaces=spans)
            self.agrees(receipt, one)
            one.state = state
            self.plain.imports.append(one)

    def agrees(self, receipt, one: PlainImport):
        expected = told(one, [o for o in self.plain.within("in_force") if o is not one])
        warned = {p.code: p.count for p in receipt.problems}
        assert (receipt.rows_added, receipt.rows_changed, receipt.rows_unchanged) == (
            expected.added,
            expected.changed,
            expected.unchanged,
        )
        assert receipt.rows_retracted == warned.get("period_replaced", 0) == expected.retracted
        assert warned.get("older_export", 0) == expected.overruled

    def written(self, lines, spans, name=""):
        self.files += 1
        month = f"{spans[0][0]:%Y年%m月}" if spans else ""
        rows = [(key, cells["filed_on"], cells["cause"] or "", cells["place_stated"] or "") for key, cells in lines]
        path = self.folder / f"{self.files}-{month}案件.csv"
        return write_csv(path, ("案号", "立案日期", "案由", "所属乡镇"), rows)

    def once(self):
        """The rows that count, loaded once into an empty home, give the same figures."""
        rows = table(self.plain.within("in_force"))
        straight = Desk(shutil.copytree(self.template, self.folder / "once"), COUNTS)
        if rows:
            path = self.written(list(rows.items()), ())
            straight.load([UploadedFile(path.name, path)], by="x", now=NOW)
        assert daily(straight) == daily(self.desk)


def daily(desk):
    query = "SELECT count_name, township_code, day, n FROM daily_counts WHERE n <> 0 ORDER BY ALL"
    return current_build(desk.home.root).cursor().execute(query).fetchall()


@pytest.mark.timeout(300 + 60 * WALKS)
def test_whatever_people_do_the_figures_are_those_of_the_same_rows_loaded_once(empty_home, monkeypatch):
    monkeypatch.setattr(spawn, "run_child", in_this_process)
    monkeypatch.setattr(AnyOrder, "template", empty_home, raising=False)
    run_state_machine_as_test(
        AnyOrder,
        settings=settings(
            max_examples=WALKS,
            stateful_step_count=10,
            deadline=None,
            database=None,
            derandomize="WALKS" not in os.environ,
            suppress_health_check=list(HealthCheck),
        ),
    )
