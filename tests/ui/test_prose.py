from ui.prose import keep_words


def test_lines_break_between_phrases_and_data_stays_text():
    assert keep_words("同比下降3.4个百分点，略超<b>") == (
        '<span class="phrase">同比下降3.4个百分点，</span><span class="phrase">略超&lt;b&gt;</span>'
    )
