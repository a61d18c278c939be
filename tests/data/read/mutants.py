"""Damaged copies of good files, the same for the same seed: bytes of the container, and pieces of what it holds."""

import random
import re
from collections.abc import Callable

from tests.data.read import odd_files as odd

ROWS = [odd.HEADERS, *([f"（2025）甘0702民初{n}号", "2025-03-04", "离婚纠纷", n * 1.5] for n in range(1, 61))]
_TOKEN = re.compile(rb"<[^<>]*>|[^<>]+")
_NASTY = (
    *(b"", b"<", b">", b"&", b"]]>", b"<!--", b"<![CDATA[", b"</c>", b"</row>", b"<c r='A1'>", b"<v>-1</v>"),
    *(b'r="XFD1048576"', b't="e"', b't="s"', b"9" * 12, b"\xff", b"\x00", b"&#0;", b'" x="', "镕".encode("gb18030")),
    *(b"<table>", b"</table>", b"<td colspan=9999999>", b"<tr>", b"<script>", b'"', b",", b"\t", b"\r", b"\n"),
)


def xlsx_mutants(count: int, seed: int) -> list[bytes]:
    """Half damaged from outside, half in one XML part and zipped again."""
    chance, parts = random.Random(seed), odd.parts_of(odd.xlsx(ROWS))
    outside = odd.mutants(odd.xlsx(ROWS), count // 2, seed)
    inside = []
    for _ in range(count - len(outside)):
        at = chance.choices(range(len(parts)), [10 if "sheet" in name.lower() else 1 for name, _ in parts])[0]
        name, body = parts[at]
        inside.append(odd.zipped([*parts[:at], (name, _torn(body, chance)), *parts[at + 1 :]]))
    return outside + inside


def xls_mutants(count: int, seed: int) -> list[bytes]:
    """Bytes anywhere."""
    return odd.mutants(odd.xls(ROWS), count, seed)


def html_mutants(count: int, seed: int) -> list[bytes]:
    """Tags and texts lost, doubled, moved or replaced."""
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in ROWS)
    page = f"<html><head><meta charset=gb2312><style>td {{}}</style></head><body><table>{rows}</table></body></html>"
    return _torn_copies(page.encode("gb18030"), count, seed)


def csv_mutants(count: int, seed: int) -> list[bytes]:
    """Quotes, delimiters and line ends out of place, and bytes of other encodings."""
    text = "\n".join(",".join(f'"{cell}"' if n % 3 else str(cell) for n, cell in enumerate(row)) for row in ROWS)
    return _torn_copies(text.encode(), count // 2, seed) + odd.mutants(text.encode(), count - count // 2, seed)


FORMATS: dict[str, Callable[[int, int], list[bytes]]] = {
    "xlsx": xlsx_mutants,
    "xls": xls_mutants,
    "html": html_mutants,
    "csv": csv_mutants,
}


def _torn_copies(sample: bytes, count: int, seed: int) -> list[bytes]:
    chance = random.Random(seed)
    return [_torn(sample, chance) for _ in range(count)]


def _torn(body: bytes, chance: random.Random) -> bytes:
    """A few tokens (tags, texts) changed; one copy in ten cut short."""
    tokens = _TOKEN.findall(body)
    if len(tokens) < 20:
        tokens = [body[at : at + 7] for at in range(0, len(body), 7)]
    for _ in range(chance.randrange(1, 5)):
        at, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
        kind = chance.randrange(6)
        if kind == 0:
            tokens[at] = b""
        elif kind == 1:
            tokens[at] *= 2
        elif kind == 2:
            tokens[at], tokens[other] = tokens[other], tokens[at]
        elif kind == 3:
            tokens[at] = chance.choice(_NASTY)
        elif kind == 4:
            cut = chance.randrange(len(tokens[at]) + 1)
            tokens[at] = tokens[at][:cut] + chance.choice(_NASTY) + tokens[at][cut:]
        else:
            tokens[at] = re.sub(rb"\d", b"%d" % chance.randrange(10), tokens[at], count=chance.randrange(1, 3))
    torn = b"".join(tokens)
    return torn[: chance.randrange(len(torn) + 1)] if chance.random() < 0.1 else torn
