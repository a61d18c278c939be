"""Columns whose words mean something: which words are known, what they may mean, what an unknown one probably means."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from data.clean.activities import TYPES
from data.clean.petitions import RESULTS as PETITION_RESULTS
from data.clean.reading import plain
from data.clean.register import bucket_parser
from data.clean.suggestions import ADOPTIONS
from data.clean.vocabulary import CLOSE_METHODS, RESULTS, is_known_close_method, is_known_result
from data.ledgers import ACTIVITY_TYPES

_NEGATIONS = frozenset("不未无没失否拒非")
_CONTAINED = 90.0
_LEAST = 50.0


@dataclass(frozen=True)
class Vocabulary:
    """The words of one column. `name` is `ledger.field`; `meanings` maps what a word may mean to how people say it.

    `column` is where the rows keep the word as written, `day` the column that dates a row.
    """

    name: str
    label: str
    meanings: Mapping[str, str]
    words: Mapping[str, str]
    is_known: Callable[[str], bool]
    column: str
    day: str

    @property
    def ledger(self) -> str:
        """The ledger that has the column."""
        return self.name.partition(".")[0]


@dataclass(frozen=True)
class Guess:
    """What an unknown word probably means: the nearest known word and how near it is, of 100."""

    meaning: str
    word: str
    score: int


RESULT_MEANINGS = {"success": "化解（成功）", "failure": "未化解（不成功）", "withdrawn": "撤回、终止", "open": "未结"}

ADOPTION_MEANINGS = {"adopted": "采纳", "partly": "部分采纳", "rejected": "未采纳", "open": "尚未反馈"}


def _known_by(table: Mapping[str, str], *, inside: bool = False) -> Callable[[str], bool]:
    """Whether a register's own rule finds the word; 是 and 否 answer a header that asks."""
    parse = bucket_parser(table, "word", inside=inside)
    return lambda word: word in ("是", "否") or not parse(word).repairs


VOCABULARIES: dict[str, Vocabulary] = {
    one.name: one
    for one in (
        Vocabulary(
            name="mediations.result",
            label="调解结果",
            meanings=RESULT_MEANINGS,
            words=RESULTS,
            is_known=is_known_result,
            column="result_raw",
            day="accepted_on",
        ),
        Vocabulary(
            name="cases.close_method",
            label="结案方式",
            meanings={form: form for form in dict.fromkeys(CLOSE_METHODS.values())},
            words=CLOSE_METHODS,
            is_known=is_known_close_method,
            column="close_method",
            day="filed_on",
        ),
        Vocabulary(
            name="petitions.result",
            label="信访化解情况",
            meanings=RESULT_MEANINGS,
            words=PETITION_RESULTS,
            is_known=_known_by(PETITION_RESULTS),
            column="result_raw",
            day="registered_on",
        ),
        Vocabulary(
            name="suggestions.adoption",
            label="司法建议采纳情况",
            meanings=ADOPTION_MEANINGS,
            words=ADOPTIONS,
            is_known=_known_by(ADOPTIONS),
            column="adoption_raw",
            day="issued_on",
        ),
        Vocabulary(
            name="activities.activity_type",
            label="活动类型",
            meanings=ACTIVITY_TYPES,
            words=TYPES,
            is_known=_known_by(TYPES, inside=True),
            column="activity_raw",
            day="held_on",
        ),
    )
}


@lru_cache(maxsize=4096)
def guess(name: str, word: str) -> Guess | None:
    """The meaning to propose for an unknown word: a known word inside it, else the most similar one.

    A known word is only compared with one that denies as much: 未达成协议 is near to 达成协议 and its opposite.
    """
    vocabulary = VOCABULARIES[name]
    bare = plain(word)
    alike = [known for known in vocabulary.words if _denials(known) == _denials(bare)]
    inside = max((known for known in alike if len(known) > 1 and known in bare), key=len, default=None)
    if inside is not None:
        return Guess(vocabulary.words[inside], inside, round(_CONTAINED))
    found = process.extractOne(bare, alike, scorer=fuzz.ratio, score_cutoff=_LEAST)
    return Guess(vocabulary.words[found[0]], found[0], round(found[1])) if found else None


def _denials(word: str) -> bool:
    return not _NEGATIONS.isdisjoint(word)


def unknown_words(name: str, words: Iterable[str]) -> list[str]:
    """Those of the words that the vocabulary does not know, in the order given."""
    return [word for word in words if not VOCABULARIES[name].is_known(word)]
