"""Layouts and words as one JSON file, so that what one court taught another need not teach again."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from data.refusal import Refused
from data.store.layouts import layout_records, remember_layout, taught_layouts
from data.store.words import decide_word, decided_words
from data.taught import Taught

_FORMAT = "suyuan-layouts"
_LARGEST = 5 << 20


@dataclass(frozen=True)
class TakenOver:
    """How much of a shared file was taken, and what was there already and stayed as it was."""

    layouts: int
    layouts_kept: int
    words: int
    words_kept: int


def shared_text(path: Path) -> str:
    """All layouts and words of a home; nothing of anybody's rows, nor who taught them."""
    plain = Taught(taught_layouts(path), decided_words(path)).to_json()
    return json.dumps({"format": _FORMAT, **plain}, ensure_ascii=False, indent=1, sort_keys=True)


def take_over(path: Path, file: Path, *, replace: bool, at: datetime, by: str) -> TakenOver:
    """Add what a shared file says; what is taught here already stays unless `replace`.

    Raises Refused for a file that is none, or for the first entry that nothing could be read by; those before it stay.
    """
    shared = _shared(file)
    layouts = {one.layout.signature for one in layout_records(path)}
    words = decided_words(path)
    new = [one for one in shared.layouts if replace or one.signature not in layouts]
    said = [
        (field, word, meaning)
        for field, meanings in shared.words.items()
        for word, meaning in meanings.items()
        if replace or word not in words.get(field, {})
    ]
    for layout in new:
        remember_layout(path, layout, at=at, by=by)
    for field, word, meaning in said:
        decide_word(path, field, word, meaning, at=at, by=by)
    every_word = sum(len(meanings) for meanings in shared.words.values())
    return TakenOver(len(new), len(shared.layouts) - len(new), len(said), every_word - len(said))


def _shared(file: Path) -> Taught:
    try:
        if file.stat().st_size > _LARGEST:
            raise ValueError
        plain: dict[str, Any] = json.loads(file.read_text("utf-8"))
        if plain.pop("format") != _FORMAT:
            raise ValueError
        shared = Taught.from_json({"layouts": plain["layouts"], "words": plain["words"]})
        _refuse_other_than_text(shared)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        sentence = f"{file.name}不是从本系统导出的列映射文件，没有读取；请用 layouts export 导出的文件。"
        raise Refused("layouts_file_unreadable", sentence) from problem
    return shared


def _refuse_other_than_text(shared: Taught) -> None:
    """Raise ValueError where a file written by hand holds numbers or lists in the place of texts."""
    texts: list[object] = [text for said in shared.words.values() for pair in said.items() for text in pair]
    for one in shared.layouts:
        texts += [one.signature, one.name, one.ledger, one.kind or "", *one.fields, *one.fields.values()]
    if not all(isinstance(text, str) for text in texts):
        raise ValueError("not a text")
