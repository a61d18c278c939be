"""The built-in template as somebody changed it, and what the program says to that."""

import pytest

from data.refusal import Refused
from reports.bulletin.word import builtin_template
from reports.bulletin.word_parts.writing import written
from tests.reports.bulletin.contents import a_notice
from tests.reports.bulletin.word_contents import with_part

BODY = "word/document.xml"
ORIGINAL = builtin_template("monthly")


def changed(old: str, new: str, name: str = BODY) -> bytes:
    """The built-in template with a change that somebody made."""
    return with_part(ORIGINAL, name, old, new)


def sentence_for(template: bytes) -> str:
    with pytest.raises(Refused) as caught:
        written(a_notice(3), template)
    assert caught.value.code == "template_invalid"
    return caught.value.sentence
