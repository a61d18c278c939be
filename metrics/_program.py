"""Which program made the figures: an issued notice names it, so that a difference later on can be explained."""

import functools
import hashlib
from pathlib import Path

from data.build.upload import READER_VERSION


@functools.cache
def program_version() -> str:
    """Changes whenever the reading of files, the making of builds or the figures may have changed."""
    digest, root = hashlib.sha256(), Path(__file__).resolve().parents[1]
    for folder in ("metrics", "data"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".py", ".sql", ".csv"):
                digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return f"{READER_VERSION}·{digest.hexdigest()[:16]}"
