"""Words of columns with a vocabulary, in a build: what people decided they mean, and which ones the rows use."""

import hashlib
import json
from collections.abc import Mapping

import duckdb
import pyarrow as pa

from data.build.facts import sql
from data.clean.vocabularies import VOCABULARIES

Words = Mapping[str, Mapping[str, str]]
"""Vocabulary → word → meaning."""


def words_digest(words: Words) -> str:
    """Changes whenever a decision about a word is made, changed or withdrawn."""
    plain = {name: dict(sorted(said.items())) for name, said in sorted(words.items()) if said}
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False).encode()).hexdigest()[:16]


def create_decided_words(con: duckdb.DuckDBPyConnection, words: Words) -> None:
    """Create `decided_words(field, word, meaning)`, which the facts join: rows themselves keep what was written."""
    said = [(name, word, meaning) for name, known in words.items() for word, meaning in known.items()]
    columns = {name: pa.array([one[i] for one in said], pa.string()) for i, name in enumerate(("f", "word", "meaning"))}
    con.register("said_words", pa.table(columns))
    con.execute(sql("decided_words"))
    con.unregister("said_words")


def create_word_uses(con: duckdb.DuckDBPyConnection, row_tables: Mapping[str, str]) -> None:
    """Create `word_uses`: how often and when the rows in force use each word; `row_tables` names them by ledger."""
    selects = [
        f"SELECT '{one.name}' AS field, {one.column} AS word, {one.day} AS day FROM {row_tables[one.ledger]}"
        for one in VOCABULARIES.values()
    ]
    con.execute(sql("word_uses", selects=" UNION ALL ".join(selects)))
