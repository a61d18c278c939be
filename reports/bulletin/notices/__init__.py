"""One file per kind of notice, each with its KIND; found by name, so a new file is all that a new kind needs."""
