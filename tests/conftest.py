"""What every test may count on: no test reaches var/, where a person's own figures live."""

import atexit
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Settings read the place once, on import; it does not exist, so a test that forgot to make a home finds none.
os.environ["SUYUAN_HOME"] = str(Path(tempfile.gettempdir()) / f"suyuan-no-home-{os.getpid()}")

# A worker that a page of a test starts ends as soon as nobody asks for anything.
os.environ["SUYUAN_WORKER_IDLE_SECONDS"] = "0.5"


def _keep_out_of_var(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"open", "sqlite3.connect"} and str(arguments[0]).startswith(f"{ROOT / 'var'}{os.sep}"):
        raise PermissionError(f"a test reached for {arguments[0]}; tests make a home of their own")


sys.addaudithook(_keep_out_of_var)

if "PYTEST_XDIST_WORKER" in os.environ:
    # DuckDB's binding reports leaks at exit on standard error, behind the summary; a worker's end tells nobody a thing.
    atexit.register(os._exit, 0)
