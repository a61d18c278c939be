"""What people decided that a word means: 调解结果, 结案方式 and other columns with a vocabulary."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data.clean.vocabularies import VOCABULARIES
from data.refusal import Refused
from data.store.state import state


@dataclass(frozen=True)
class WordDecision:
    """`field` names the vocabulary (`mediations.result`)."""

    field: str
    word: str
    meaning: str
    decided_at: datetime
    decided_by: str


def word_decisions(path: Path) -> list[WordDecision]:
    """All decisions in force, the newest first."""
    with state(path) as db:
        rows = db.execute("SELECT * FROM words ORDER BY decided_at DESC, field, word").fetchall()
    return [WordDecision(**{**dict(row), "decided_at": datetime.fromisoformat(row["decided_at"])}) for row in rows]


def decided_words(path: Path) -> dict[str, dict[str, str]]:
    """Vocabulary → word → meaning."""
    found: dict[str, dict[str, str]] = {}
    for one in sorted(word_decisions(path), key=lambda one: (one.field, one.word)):
        found.setdefault(one.field, {})[one.word] = one.meaning
    return found


def decide_word(path: Path, field: str, word: str, meaning: str, *, at: datetime, by: str) -> None:
    """Say what a word means, or say it anew. Raises Refused for a meaning that the vocabulary does not have."""
    vocabulary = VOCABULARIES.get(field)
    if vocabulary is None or meaning not in vocabulary.meanings:
        raise Refused("word_meaning_unknown", f"“{word}”不能指定为“{meaning}”，没有保存；请从所列的含义中选择。")
    if vocabulary.is_known(word):
        raise Refused("word_known", f"“{word}”已在{vocabulary.label}的词表内，不必指定含义，没有保存。")
    with state(path) as db:
        db.execute(
            "INSERT OR REPLACE INTO words (field, word, meaning, decided_at, decided_by) VALUES (?, ?, ?, ?, ?)",
            (field, word, meaning, at.isoformat(), by),
        )


def withdraw_word(path: Path, field: str, word: str) -> None:
    """Take a decision back: the word is unknown again. Raises Refused when there is none."""
    with state(path) as db:
        if db.execute("DELETE FROM words WHERE field = ? AND word = ?", (field, word)).rowcount == 0:
            raise Refused("word_not_decided", f"“{word}”没有指定过含义，可能已被他人撤回；请刷新后再看。")
