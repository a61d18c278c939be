"""Odd and hostile files, one entry each: what the file is, and what must become of it. Only generators are kept."""
