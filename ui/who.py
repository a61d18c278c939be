"""The one place that knows who sits at the screen; whoever asks for something is named by it."""


def who() -> str:
    """The person at the screen. Until sign-in comes, everybody is whoever uses this machine."""
    return "本机用户"
