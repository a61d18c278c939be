"""All benchmarks in one run: `make bench`. Absolute times move with the machine; read the ratios."""

import os
import platform
from importlib.metadata import version

from benchmarks import browser, bulletin, coverage, figures, intake
from benchmarks.table import say

names = ("duckdb", "pandas", "pyarrow", "python-calamine", "openpyxl", "streamlit")
libraries = ", ".join(f"{name} {version(name)}" for name in names)
say(f"Python {platform.python_version()}, {os.cpu_count()} cores; {libraries}")
intake.run()
figures.run()
coverage.run()
bulletin.run()
bulletin.run_many()
browser.run()
