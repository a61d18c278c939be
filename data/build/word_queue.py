"""Words of the rows in force that no table knows, and those that people gave a meaning: how often, and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import duckdb

from data.clean.vocabularies import VOCABULARIES
from data.store.builds import Build


@dataclass(frozen=True)
class WordUse:
    """A word of one vocabulary; `meaning` is what people decided, None while nobody did."""

    field: str
    word: str
    n: int
    first_on: date | None
    last_on: date | None
    meaning: str | None


def words_in_use(build: Build | None, decided: Mapping[str, Mapping[str, str]]) -> list[WordUse]:
    """Unknown and decided words, the most frequent first; a decided word that no row uses any more is listed too."""
    found = {(one.field, one.word): one for one in _used(build, decided)}
    for name, words in decided.items():
        for word, meaning in words.items():
            found.setdefault((name, word), WordUse(name, word, 0, None, None, meaning))
    return sorted(found.values(), key=lambda one: (-one.n, one.field, one.word))


def _used(build: Build | None, decided: Mapping[str, Mapping[str, str]]) -> list[WordUse]:
    if build is None:
        return []
    try:
        rows = build.cursor().execute("SELECT field, word, n, first_on, last_on FROM word_uses").fetchall()
    except duckdb.CatalogException:  # a build of an older program, replaced at the next start
        return []
    return [
        WordUse(name, word, n, first, last, decided.get(name, {}).get(word))
        for name, word, n, first, last in rows
        if name in VOCABULARIES and not VOCABULARIES[name].is_known(word)
    ]
