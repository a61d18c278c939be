import re
from pathlib import Path

from ui import chinese

SCRIPT = Path(chinese.__file__).with_name("assets") / "chinese.js"


def test_the_script_asks_for_nothing_and_keeps_nothing():
    words = SCRIPT.read_text("utf-8")
    assert not re.findall(r"fetch|XMLHttpRequest|WebSocket|import\s|eval|innerHTML|localStorage|cookie|https?:", words)


def test_every_english_word_has_a_chinese_one():
    words = SCRIPT.read_text("utf-8").partition("const WORDS = {")[2].partition("};")[0]
    pairs = re.findall(r'"([^"]+)":\s*"([^"]+)"', words)
    assert len(pairs) > 15
    assert all(re.search("[一-鿿]", chinese) and not re.search("[一-鿿]", english) for english, chinese in pairs)
