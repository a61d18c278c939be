"""The same work without a browser: load files, print figures, undo an import, make the demo county.

Exit status: 0 done; 1 done, but rows were set aside or a file was refused; 2 the call was wrong; 3 the program failed.
Messages for people go to standard error, `--json` to standard output as one JSON document.
The commands themselves are in commands/.
"""

import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer

from commands import alerts, bulletin, definitions, demo, figures, imports, layouts, names, review, targets, work
from commands.terminal import say
from data.refusal import Refused

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, help=__doc__)


@app.callback()
def main(
    context: typer.Context,
    home: Annotated[Path | None, typer.Option(help="数据目录（默认：SUYUAN_HOME，否则 var）。")] = None,
) -> None:
    """诉源治理指标看板的命令行。"""
    context.obj = home


for command in (
    *(imports.load, imports.publish, imports.undo, imports.restore, imports.discard),
    *(figures.metrics, alerts.alerts, bulletin.bulletin, review.review, targets.targets, demo.demo, work.work),
):
    app.command()(command)
app.add_typer(names.app, name="names")
app.add_typer(definitions.app, name="definitions")
app.add_typer(layouts.app, name="layouts")


def run() -> None:
    """The command line with its last resort: what failed is told by place and kind, never with a value of a row."""
    try:
        app()
    except Refused as refusal:
        say(refusal.sentence)
        sys.exit(2)
    except Exception as failure:
        say("".join(traceback.format_tb(failure.__traceback__)))
        say(f"程序没有完成（{type(failure).__name__}）；原有数据不变，请把以上内容发给系统维护人员。")
        sys.exit(3)


if __name__ == "__main__":
    run()
