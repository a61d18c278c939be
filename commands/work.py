"""The worker process: does what people asked for on the screens, one job after the other."""

import logging
import os
from datetime import datetime
from typing import Annotated

import typer

import settings
from commands.terminal import desk_at, root_of
from data.jobs import work as serve
from data.store.home import Home

_YIELD = 5
"""How far the worker steps back behind the pages, so that they answer while it is busy."""


def work(
    context: typer.Context,
    idle_seconds: Annotated[float, typer.Option(help="空闲多少秒后结束。")] = settings.WORKER_IDLE_SECONDS,
) -> None:
    """依次处理页面上提出的导入、发布、撤销等任务；由页面自动启动，空闲后自行结束。"""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s %(message)s")
    os.nice(_YIELD)
    root = root_of(context)
    serve(Home(root), lambda: desk_at(root), datetime.now, idle_seconds=idle_seconds)
