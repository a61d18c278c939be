import pytest

from data.refusal import Refused
from data.store.state import prepare
from data.store.words import decide_word, decided_words, withdraw_word, word_decisions
from tests.data.foreign import NOW

RESULT = "mediations.result"


@pytest.fixture
def path(tmp_path):
    prepare(tmp_path / "state.db")
    return tmp_path / "state.db"


def test_a_word_is_decided_changed_and_withdrawn(path):
    decide_word(path, RESULT, "握手言和", "success", at=NOW, by="甲")
    assert decided_words(path) == {RESULT: {"握手言和": "success"}}
    decide_word(path, RESULT, "握手言和", "withdrawn", at=NOW, by="乙")
    (one,) = word_decisions(path)
    assert (one.meaning, one.decided_by, one.decided_at) == ("withdrawn", "乙", NOW)
    withdraw_word(path, RESULT, "握手言和")
    assert decided_words(path) == {}


@pytest.mark.parametrize(
    ("field", "word", "meaning", "code"),
    [
        (RESULT, "握手言和", "好", "word_meaning_unknown"),
        ("nothing", "握手言和", "success", "word_meaning_unknown"),
        (RESULT, "调解成功", "failure", "word_known"),
    ],
)
def test_only_unknown_words_get_only_known_meanings(path, field, word, meaning, code):
    with pytest.raises(Refused) as caught:
        decide_word(path, field, word, meaning, at=NOW, by="甲")
    assert caught.value.code == code
    assert word_decisions(path) == []


def test_what_was_not_decided_cannot_be_withdrawn(path):
    with pytest.raises(Refused) as caught:
        withdraw_word(path, RESULT, "握手言和")
    assert caught.value.code == "word_not_decided"
