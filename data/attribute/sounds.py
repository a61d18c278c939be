"""How a name sounds: two spellings that are typed with the same pinyin (甘俊, 甘浚) compare as equal.

One character stands for each syllable without its tone, so that texts of sounds are as short as the names themselves.
"""

from functools import cache
from itertools import count

from pypinyin import lazy_pinyin

_SYLLABLES: dict[str, str] = {}
_NUMBERS = count(0xF0000)
"""Letters of a private plane; a number is never given twice, also by two threads at once."""
_ALIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ing", "in"), ("eng", "en"), ("ang", "an"))
"""Sounds that many do not tell apart when they type: 张 and 脏, 京 and 今."""


@cache
def _sound(character: str) -> str:
    return _letter(lazy_pinyin(character)[0])


@cache
def _blunt_sound(character: str) -> str:
    syllable = lazy_pinyin(character)[0]
    for sharp, blunt in _ALIKE:
        syllable = syllable.replace(sharp, blunt)
    return _letter(f"~{syllable}")


def _letter(syllable: str) -> str:
    return _SYLLABLES.setdefault(syllable, chr(next(_NUMBERS)))


def sound(text: str) -> str:
    """One letter per character; characters of the same syllable have the same letter."""
    return "".join(map(_sound, text))


def blunt_sound(text: str) -> str:
    """As `sound`, with the syllables that are often mixed up (zh/z, in/ing …) taken for one."""
    return "".join(map(_blunt_sound, text))
