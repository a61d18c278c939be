"""The texts of data/sql."""

import importlib.resources


def sql(name: str, **parts: str) -> str:
    """The text of one file of data/sql, with the parts that no parameter can carry filled in."""
    text = (importlib.resources.files("data") / "sql" / f"{name}.sql").read_text(encoding="utf-8")
    return text.format(**parts) if parts else text
