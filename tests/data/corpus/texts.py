"""Items 77 to 86: text files of any encoding, and quotes and delimiters that do not fit."""

from collections.abc import Callable

from tests.data.corpus.entry import Entry, refused, taken
from tests.data.corpus.pieces import N1, N2, N3, csv_text


def _csv(*lines: str, encoding: str = "utf-8", delimiter: str = ",", end: str = "\n") -> Callable[[], bytes]:
    return lambda: csv_text(*lines, end=end).replace(",", delimiter).encode(encoding)


def _mixed() -> bytes:
    return csv_text().encode() + f"{N3},2025-03-06,镕\n".encode("gb18030") + b"\xff\xfe\xff\n"


ENTRIES = tuple(
    Entry(number, what, make, outcome, "案件.csv")
    for number, what, make, outcome in (
        ("77", "GB18030", _csv(encoding="gb18030"), taken()),
        ("78", "UTF-16", _csv(encoding="utf-16"), taken()),
        ("78b", "UTF-16 without a mark", _csv(encoding="utf-16-le"), taken()),
        ("79", "UTF-8 with a mark", _csv(encoding="utf-8-sig"), taken()),
        ("80", "two encodings", _mixed, refused("unknown_encoding", says="第 4 行")),
        (
            "81",
            "a NUL inside",
            _csv(N3.replace("民", "\0民") + ",2025-03-06,离婚纠纷,调解"),
            taken(3, case_number=[N1, N2, N3]),
        ),
        ("82", "a quote that never closes", _csv(f'{N3},"2025-03-06,离婚'), refused("unclosed_quote", says="第 4 行")),
        ("83", "a row too wide", _csv(f"{N3},2025-03-06,离婚,纠纷,调解"), refused("ragged_row", says="第 4 行")),
        ("83b", "a row too short", _csv(f"{N3},2025-03-06"), taken(3)),
        ("84", "semicolons", _csv(delimiter=";"), taken()),
        ("84b", "tabs", _csv(delimiter="\t"), taken()),
        ("85", "a line break in quotes", _csv(f'{N3},2025-03-06,"离婚\n纠纷",调解'), taken(3)),
        ("86", "no end of the last line", lambda: csv_text().rstrip().encode(), taken()),
        ("116", "line ends of old Macs", _csv(end="\r"), taken()),
        ("117", "a hint about the delimiter", lambda: b"sep=;\n" + _csv(delimiter=";")(), taken()),
        ("118", "UTF-32", _csv(encoding="utf-32"), refused("not_a_workbook", "unknown_encoding")),
    )
)
