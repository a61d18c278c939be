"""Recognised sheets → typed rows without personal data, and a sentence for whatever could not be read."""

from data.clean.clean import Cleaned, clean

__all__ = ["Cleaned", "clean"]
