"""The commands of cli.py, one file per subject. A command is a plain function; cli.py gives it its name."""
