"""One file per block of a notice: a function from the review of a month to a section, or None."""
