"""Tables of places: none is printed where cases clump, in any document of the month."""

import json

import pytest

from metrics import METRICS
from reports.bulletin.blocks.peers_table import peers_table
from reports.bulletin.blocks.places_tables import places_tables
from reports.bulletin.sheets import sheets_of
from tests.reports.bulletin.counties import NAMES, batch_of, ten_townships, told

RATE = METRICS["litigation_rate"]


@pytest.mark.parametrize("is_batch", [True, False])
def test_no_document_prints_a_place_of_all_cases_where_they_clump(is_batch):
    """The table keeps its numbers, in the order of the list; the one without batches has places if it may."""
    cases, batches = batch_of("东山镇", 400)
    review = told(ten_townships(more=cases, batches=batches if is_batch else ()))
    found = places_tables(review)
    assert found is not None
    tables = [one for one in found.tables if one.name.startswith("万人成讼率")]
    assert len(tables) == 1 + is_batch
    assert not [one.title for one in tables[0].columns if "位次" in one.title or "梯队" in one.title]
    assert [row[0].text for row in tables[0].rows[:10]] == list(NAMES)
    assert tables[0].notes[0].startswith("案件过于集中成批（φ=11.4，超过5），位次靠不住，不编位次。")
    assert ("剔除批量案件后仍过于集中（φ为11.4）。" in tables[0].notes[0]) is not is_batch
    assert not [one for one in json.loads(review.figures_json())["to_date"] if one["rank"] is not None
                and one["metric"] == RATE.name]  # fmt: skip
    sheets = " ".join(one.answer for one in sheets_of(review).sheets)
    assert ("剔除批量案件后仍过于集中（φ为11.4），位次靠不住，不列位次" in sheets) is not is_batch
    assert ("剔除批量案件后由低到高在参加排名的10个乡镇街道中列第1位" in sheets) is is_batch
    peers = peers_table(review)
    assert peers is not None
    assert ("同类位次" in [one.title for one in peers.tables[0].columns]) is is_batch
