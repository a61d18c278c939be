"""A whole file or sheet that cannot be taken, said in one Chinese sentence with a stable code."""


class Refused(Exception):
    """Raised when a file or sheet is refused; nothing of it enters.

    `code` is stable and machine-readable (snake_case); `sentence` is the one Chinese sentence that people read:
    what was expected, what was found, where, what to do.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(code, sentence)
        self.code = code
        self.sentence = sentence
