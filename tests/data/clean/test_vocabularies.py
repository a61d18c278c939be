import pytest

from data.clean.vocabularies import VOCABULARIES, guess
from data.clean.vocabulary import result_of

RESULT, CLOSE = "mediations.result", "cases.close_method"


@pytest.mark.parametrize(
    ("name", "word", "meaning"),
    [
        (RESULT, "经调解达成协议", "success"),
        (RESULT, "双方未达成协议", "failure"),
        (RESULT, "当事人撤回申请", "withdrawn"),
        (CLOSE, "裁定撤诉", "准予撤诉"),
        ("petitions.result", "问题已化解", "success"),
    ],
)
def test_an_unknown_word_is_proposed_what_it_holds(name, word, meaning):
    assert guess(name, word).meaning == meaning


def test_a_denial_is_never_proposed_its_opposite():
    found = guess(RESULT, "没达成协议")
    assert found is None or found.meaning != "success"


def test_a_word_like_none_is_proposed_nothing():
    assert guess(RESULT, "㐀㐁㐂㐃") is None


@pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=lambda one: one.name)
def test_a_vocabulary_knows_its_own_words_and_says_every_meaning(vocabulary):
    assert [word for word in vocabulary.words if not vocabulary.is_known(word)] == []
    assert set(vocabulary.words.values()) <= set(vocabulary.meanings)


@pytest.mark.parametrize("word", ["是", "否", "1", "2"])
def test_answers_and_codes_wait_for_nobody(word):
    assert VOCABULARIES[RESULT].is_known(word)


def test_what_the_reading_calls_unknown_is_what_waits():
    assert "result_unknown" in result_of("握手言和").repairs
    assert not VOCABULARIES[RESULT].is_known("握手言和")
