"""The parent's side of the mapping desk: lays a sheet out in a child process, as reading does."""

import json
from pathlib import Path
from typing import Any

from data.intake.proposal import Proposal
from data.intake.spawn import RESULT, died, run_child
from data.taught import Taught

_NOTHING_TAUGHT = Taught()


def propose_mapping(
    path: Path,
    file_name: str,
    *,
    out_dir: Path,
    sheet: str | None = None,
    header: tuple[int, int] | None = None,
    taught: Taught = _NOTHING_TAUGHT,
) -> Proposal:
    """One sheet laid out for a person to map; what was read of it is in the result and nowhere else.

    `header` names the first and last row of the header, as the spreadsheet numbers them. Never raises for a bad file.
    """
    out_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    result = out_dir / RESULT
    result.unlink(missing_ok=True)
    request = {
        "path": str(Path(path).resolve()),
        "file_name": file_name,
        "out_dir": str(out_dir.resolve()),
        "taught": taught.to_json(),
        "propose": {"sheet": sheet, "header": header},
    }
    try:
        status = run_child("data.intake.child", request)
        found = _proposal(result) if status == 0 else None
    finally:
        result.unlink(missing_ok=True)
    return found or _refused(died(status).error_code, died(status).error)


def _proposal(path: Path) -> Proposal | None:
    """A refusal comes back in the form of a whole file's."""
    try:
        plain: dict[str, Any] = json.loads(path.read_bytes())
        return Proposal.from_json(plain) if "columns" in plain else _refused(plain["error_code"], plain["error"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _refused(code: str | None, sentence: str | None) -> Proposal:
    return Proposal(error_code=code, error=sentence)
