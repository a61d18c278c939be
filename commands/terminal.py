"""What every command needs: words to the person, the home that was asked for, and the desk over it."""

import contextlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

import settings
from data.desk import Desk
from data.progress import Step
from data.refusal import Refused
from data.store.home import Home

AsJson = Annotated[bool, typer.Option("--json", help="标准输出只给一份 JSON。")]


def say(text: str) -> None:
    """Tell the person at the terminal; standard output belongs to data."""
    typer.echo(text, err=True)


def say_steps() -> Callable[[str], None]:
    """Tell the stages of a long piece of work, each once: a line for every thousand rows would bury the rest."""
    told: set[object] = set()

    def hear(text: str) -> None:
        step = Step.of(text)
        stage = (step.file, step.stage) if step.stage else text
        if stage not in told:
            told.add(stage)
            say(text)

    return hear


def print_json(document: Any) -> None:
    """The one JSON document of a call, on standard output."""
    typer.echo(json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1))


def wrong_call(text: str) -> typer.Exit:
    """Say what was wrong with the call; raise the result."""
    say(text)
    return typer.Exit(2)


@contextlib.contextmanager
def refusals_are_wrong_calls() -> Iterator[None]:
    """What the desk refuses ends the call with its sentence."""
    try:
        yield
    except Refused as refusal:
        raise wrong_call(refusal.sentence) from refusal


def root_of(context: typer.Context) -> Path:
    """The home that the call names, else the usual one."""
    return settings.HOME if context.obj is None else Path(context.obj)


def desk_at(root: Path) -> Desk:
    """The desk of a home, made when it is not there yet."""
    from metrics import counts

    return Desk(root, counts())


def desk_with_data(root: Path) -> Desk:
    """The desk of a home that is there: asking for figures or taking an import back never makes a new one."""
    if not Home(root).state.is_file():
        raise wrong_call(f"{root} 中还没有数据；请先用 load 导入文件。")
    return desk_at(root)
