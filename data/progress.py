"""How far a long piece of work is: words for people, rows where rows can be counted, and the share of the stage."""

from typing import Any, Self


class Step(str):
    """The words; whoever only prints them needs to know nothing of the rest.

    `stage` is read, check, compare or build, `share` how much of it is done (0 to 1). `rows_done` of `rows_total` rows
    (0: not known yet) are of file `file` of `files`.
    """

    stage: str
    share: float
    rows_done: int
    rows_total: int
    file: int
    files: int

    def __new__(
        cls, words: str, stage: str = "", share: float = 0.0, *, rows_done: int = 0, rows_total: int = 0
    ) -> Self:
        """A step of one file."""
        made = super().__new__(cls, words)
        made.stage, made.share, made.rows_done, made.rows_total = stage, share, rows_done, rows_total
        made.file, made.files = 1, 1
        return made

    @classmethod
    def of(cls, words: str) -> "Step":
        """Plain words as a step."""
        return words if isinstance(words, Step) else cls(words)

    def under(self, label: str, file: int, files: int) -> "Step":
        """The same step, told of one of several files."""
        told = Step(f"{label}：{self}", self.stage, self.share, rows_done=self.rows_done, rows_total=self.rows_total)
        told.file, told.files = file, files
        return told

    def to_json(self) -> dict[str, Any]:
        """Plain values for the job table."""
        return {"words": str(self), **vars(self)}
