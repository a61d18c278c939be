"""The blocks of 变化主因."""

from ui.reasons import HEADS, reasons_markup


def test_three_sentences_stand_in_three_blocks_each_under_its_head():
    markup = reasons_markup(("甲。", "乙。", "丙。"), "changes?span=month")
    places = [markup.index(word) for pair in zip(HEADS, ("甲。", "乙。", "丙。"), strict=True) for word in pair]
    assert places == sorted(places)
    assert 'href="changes?span=month"' in markup


def test_one_sentence_that_says_why_nothing_is_split_stands_without_a_head():
    markup = reasons_markup(("上年同期未全部覆盖，不作分解。",), "changes")
    assert not [head for head in HEADS if head in markup]


def test_a_name_from_the_data_cannot_break_the_page():
    assert "<script>" not in reasons_markup(("<script>镇增加3件。",), "changes")
