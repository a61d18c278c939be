"""Places and limits, from the environment. Policy lives in the definition, never here."""

import os
from pathlib import Path

HOME = Path(os.environ.get("SUYUAN_HOME", "var"))
"""One home = one county and its basic court; on a local disk."""

MAX_UPLOAD_MB = 50
MAX_INFLATED_MB = 512
MAX_PARTS = 2_000
MAX_CELLS = 20_000_000
MAX_COLUMNS = 512
CHILD_MEMORY_MB = int(os.environ.get("SUYUAN_CHILD_MEMORY_MB", "2048"))
CHILD_CPU_SECONDS = 120
CHILD_WALL_SECONDS = 180
CHILD_FILE_MB = 1024
TEMPLATE_CPU_SECONDS = 60
TEMPLATE_FILE_MB = 100
"""Of the child that fills an office's own Word template: 1,500 townships' sheets take half a minute and 50 MB."""
DUCKDB_MEMORY = os.environ.get("SUYUAN_DUCKDB_MEMORY", "2GB")
DUCKDB_THREADS = int(os.environ.get("SUYUAN_DUCKDB_THREADS", str(max(1, os.cpu_count() or 1))))
BUILDS_KEPT = 3
SPOOL_DAYS = 7
WORKER_IDLE_SECONDS = float(os.environ.get("SUYUAN_WORKER_IDLE_SECONDS", "60"))
"""How long the worker waits for another job before it ends; the next job starts one again."""
