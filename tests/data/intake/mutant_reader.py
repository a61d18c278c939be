"""Reads many damaged files in one child: a line per file, written before and after, so a death names its file."""

import os
import pickle
import sys
from pathlib import Path

from data.intake import child
from data.read import read_tables
from data.refusal import Refused


def main() -> None:
    """Arguments: pickled list of files, first to read, log to append to."""
    child.set_limits()
    files = pickle.loads(Path(sys.argv[1]).read_bytes())
    with Path(sys.argv[3]).open("a") as log:
        for number in range(int(sys.argv[2]), len(files)):
            log.write(f"{number} started\n")
            log.flush()
            log.write(f"{number} {outcome(files[number])}\n")
    os._exit(0)


def outcome(raw: bytes) -> str:
    try:
        read_tables(raw)
    except Refused as refused:
        return refused.code
    except BaseException as error:
        return f"caught:{type(error).__name__}"
    return "read"


if __name__ == "__main__":
    main()
