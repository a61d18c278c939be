"""Results as a Markdown table on standard output."""

import sys
from collections.abc import Iterable, Sequence


def say(text: str = "") -> None:
    """One line, at once: a benchmark takes minutes."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def show(title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a titled table."""
    say(f"\n### {title}\n")
    say("| " + " | ".join(header) + " |")
    say("|" + "---|" * len(header))
    for row in rows:
        say("| " + " | ".join(str(cell) for cell in row) + " |")
