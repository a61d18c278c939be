"""The child process that fills a template of the office's own. Started as `python -m reports.bulletin.word_child`."""

import contextlib
import json
import os
import pickle
import sys
from typing import Any

import settings
from data.limited_child import set_limits, what_failed
from data.refusal import Refused


def documents(request: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """What the parent's `_documents` reads: a line in JSON and the files."""
    try:
        from reports.bulletin.word_parts.writing import written

        contents, template, fonts = pickle.loads(request)
        files = [written(one, template, fonts) for one in contents]
    except Refused as refused:
        return {"refused": refused.args}, []
    except (MemoryError, RecursionError):
        return {"too_much": True}, []
    except BaseException as error:
        return {"failed": what_failed(error)}, []
    return {"sizes": [len(one) for one in files]}, files


def main() -> None:
    """Reads the request from standard input, answers on standard output, and ends without tidying up."""
    os.umask(0o077)
    request = sys.stdin.buffer.read()
    set_limits(settings.TEMPLATE_CPU_SECONDS, settings.TEMPLATE_FILE_MB)
    with contextlib.redirect_stdout(sys.stderr):
        said, files = documents(request)
    with os.fdopen(1, "wb") as answer:
        answer.write(json.dumps(said).encode() + b"\n")
        answer.writelines(files)
    os._exit(0)


if __name__ == "__main__":
    main()
