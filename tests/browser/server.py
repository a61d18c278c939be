"""A real server of the program for one home, on a free port of this machine."""

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = tuple(sorted(path.stem for path in (ROOT / "pages").glob("[!_]*.py")))


def free_port() -> int:
    """A port nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fill(home: Path, files: list[Path]) -> None:
    """Load files into a home as anybody would, by the command line; once for the same files, later homes are copies."""
    template = _template(hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest())
    if not template.exists():
        _load(template, files)
    shutil.copytree(template, home)


@cache
def _template(digest: str) -> Path:
    return Path(tempfile.mkdtemp(prefix="suyuan-filled-")) / digest


def _load(home: Path, files: list[Path]) -> None:
    command = [sys.executable, "cli.py", "--home", str(home), "load", *map(str, files)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"load ended with {done.returncode}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"


def _is_up(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


@contextmanager
def serving(home: Path, log: Path, *, patience: float = 60) -> Iterator[str]:
    """Start the server, yield its address once it is healthy, stop it."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.address", "127.0.0.1"]
    command += ["--server.port", str(port), "--server.headless", "true"]
    with log.open("ab") as output:
        server = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "SUYUAN_HOME": str(home)}, stdout=output, stderr=output
        )
        try:
            deadline = time.monotonic() + patience
            while not _is_up(address):
                if server.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError(f"the server did not come up:\n{log.read_text('utf-8', 'replace')[-3000:]}")
                time.sleep(0.1)
            yield address
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
