"""How far a long piece of work is: words for people, and rows where rows can be counted."""

from typing import Self


class Step(str):
    """The words; whoever only prints them needs to know nothing of the rest.

    `stage` is read, rows, compare or build; `rows_done` of `rows_total` (0: unknown) are of file `file` of `files`.
    """

    stage: str
    rows_done: int
    rows_total: int
    file: int
    files: int

    def __new__(cls, words: str, stage: str = "", rows_done: int = 0, rows_total: int = 0) -> Self:
        """A step of one file."""
        made = super().__new__(cls, words)
        made.stage, made.rows_done, made.rows_total, made.file, made.files = stage, rows_done, rows_total, 1, 1
        return made

    @classmethod
    def of(cls, words: str) -> "Step":
        """Plain words as a step."""
        return words if isinstance(words, Step) else cls(words)

    def under(self, label: str, file: int, files: int) -> "Step":
        """The same step, told of one of several files."""
        told = Step(f"{label}：{self}", self.stage, self.rows_done, self.rows_total)
        told.file, told.files = file, files
        return told

    def to_json(self) -> dict[str, str | int]:
        """Plain values for the job table."""
        return {"words": str(self), **vars(self)}
