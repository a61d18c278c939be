"""What every test may count on: no test reaches var/, where a person's own figures live."""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
os.environ["SUYUAN_HOME"] = tempfile.mkdtemp(prefix="suyuan-test-home-")  # read once, when settings is imported


def _keep_out_of_var(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"open", "sqlite3.connect"} and str(arguments[0]).startswith(f"{ROOT / 'var'}{os.sep}"):
        raise PermissionError(f"a test reached for {arguments[0]}; tests make a home of their own")


sys.addaudithook(_keep_out_of_var)
