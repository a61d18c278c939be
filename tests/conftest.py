"""What every test may count on: no test reaches var/, where a person's own figures live."""

import atexit
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Settings read the place once, on import; it does not exist, so a test that forgot to make a home finds none.
os.environ["SUYUAN_HOME"] = str(Path(tempfile.gettempdir()) / f"suyuan-no-home-{os.getpid()}")

# A worker that a page of a test starts ends as soon as nobody asks for anything.
os.environ["SUYUAN_WORKER_IDLE_SECONDS"] = "0.5"


def _keep_out_of_var(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"open", "sqlite3.connect"} and str(arguments[0]).startswith(f"{ROOT / 'var'}{os.sep}"):
        raise PermissionError(f"a test reached for {arguments[0]}; tests make a home of their own")


sys.addaudithook(_keep_out_of_var)


@pytest.fixture(autouse=True, scope="session")
def real_start() -> Iterator[Callable[..., int | None]]:
    """Files are read in forks of one warm child; tests of how a child is started put back the real start."""
    from data.intake import spawn  # settings, which it reads, must find the place set above
    from tests.warm_child import run_child

    with pytest.MonkeyPatch.context() as patch:
        real = spawn.run_child
        patch.setattr(spawn, "run_child", run_child)
        yield real


if "PYTEST_XDIST_WORKER" in os.environ:
    # DuckDB's binding reports leaks at exit on standard error, behind the summary; a worker's end tells nobody a thing.
    atexit.register(os._exit, 0)
