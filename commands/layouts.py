"""What people taught about their exports: layouts of columns, meanings of words."""

import getpass
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from commands.terminal import (
    AsJson,
    desk_with_data,
    print_json,
    refusals_are_wrong_calls,
    root_of,
    say,
    wrong_call,
)
from data.desk import Desk
from data.store.layouts import LayoutRecord, forget_layout, layout_records, rename_layout

app = typer.Typer(invoke_without_command=True, help="记住的列映射与写法：列出、改名、删除、导出、导入。")
Signature = Annotated[str, typer.Argument(help="列映射的编号，写出能分辨的前几位即可。")]


@app.callback()
def layouts(context: typer.Context, as_json: AsJson = False) -> None:
    """列出记住的列映射。"""
    if context.invoked_subcommand is not None:
        return
    records = layout_records(_desk(context).home.state)
    if as_json:
        print_json([_plain(one) for one in records])
        return
    for one in records:
        used = one.last_used_at.strftime("%Y-%m-%d") if one.last_used_at else "未用过"
        cells = [one.layout.signature[:8], one.layout.name, one.layout.ledger, f"{one.uses}次", used, one.made_by]
        typer.echo("\t".join([*cells, "、".join(one.headers)]))
    if not records:
        say("还没有记住任何列映射。")


@app.command()
def rename(context: typer.Context, signature: Signature, name: Annotated[str, typer.Argument(help="新名称。")]) -> None:
    """给列映射改名。"""
    path = _desk(context).home.state
    one = _one(layout_records(path), signature)
    with refusals_are_wrong_calls():
        rename_layout(path, one.layout.signature, name, at=datetime.now(), by=getpass.getuser())
    say(f"“{one.layout.name}”已改名为“{name.strip()}”。")


@app.command()
def forget(context: typer.Context, signature: Signature) -> None:
    """删除列映射；已经入库的数据不变。"""
    path = _desk(context).home.state
    one = _one(layout_records(path), signature)
    with refusals_are_wrong_calls():
        forget_layout(path, one.layout.signature)
    say(f"已删除“{one.layout.name}”。")


@app.command("export")
def export_file(context: typer.Context, file: Annotated[Path, typer.Argument(help="要写入的 JSON 文件。")]) -> None:
    """把列映射和指定过的写法导出为文件，供别的法院导入；不含任何案件内容。"""
    from data.store.shared_layouts import shared_text

    text = shared_text(_desk(context).home.state)
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as problem:
        raise wrong_call(f"{file} 写不进去；请换一个位置。") from problem
    say(f"已写入 {file}。")


@app.command("import")
def import_file(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="别的法院导出的 JSON 文件。")],
    replace: Annotated[bool, typer.Option("--replace", help="本院已有的也改为文件里的。")] = False,
    as_json: AsJson = False,
) -> None:
    """导入别的法院的列映射和写法；本院已有的不变。"""
    from data.store.shared_layouts import take_over

    desk = _desk(context)
    with refusals_are_wrong_calls():
        taken = take_over(desk.home.state, file, replace=replace, at=datetime.now(), by=getpass.getuser())
        if taken.words:
            desk.rebuild(why="words", now=datetime.now())
    if as_json:
        print_json(asdict(taken))
    say(
        f"列映射：导入{taken.layouts}种，本院已有而未改{taken.layouts_kept}种；"
        f"写法：导入{taken.words}种，本院已有而未改{taken.words_kept}种。"
    )


@app.command()
def words(context: typer.Context, as_json: AsJson = False) -> None:
    """列出不认得的写法和已指定含义的写法。"""
    from data.build.word_queue import words_in_use
    from data.clean.vocabularies import VOCABULARIES, guess
    from data.store.builds import current_build
    from data.store.words import decided_words

    home = _desk(context).home
    found = words_in_use(current_build(home.root), decided_words(home.state))
    if as_json:
        print_json([{**asdict(one), "first_on": _iso(one.first_on), "last_on": _iso(one.last_on)} for one in found])
        return
    for one in found:
        meanings = VOCABULARIES[one.field].meanings
        near = None if one.meaning else guess(one.field, one.word)
        said = meanings[one.meaning] if one.meaning else f"建议 {meanings[near.meaning]}" if near else "没有建议"
        typer.echo("\t".join([one.field, one.word, f"{one.n}行", said]))
    if not found:
        say("没有不认得的写法。")


@app.command()
def decide(
    context: typer.Context,
    field: Annotated[str, typer.Argument(help="词表，如 mediations.result。")],
    word: Annotated[str, typer.Argument(help="台账里的写法。")],
    meaning: Annotated[str | None, typer.Argument(help="含义，如 success；不写则撤回。")] = None,
) -> None:
    """指定一种写法的含义（或撤回），并重新计算。"""
    from data.store.words import decide_word, withdraw_word

    desk = _desk(context)
    with refusals_are_wrong_calls():
        if meaning is None:
            withdraw_word(desk.home.state, field, word)
        else:
            decide_word(desk.home.state, field, word, meaning, at=datetime.now(), by=getpass.getuser())
        desk.rebuild(why="words", now=datetime.now())
    say(f"“{word}”的含义已{'撤回' if meaning is None else '指定'}，指标已重新计算。")


def _iso(day: Any) -> str | None:
    return None if day is None else str(day)


def _desk(context: typer.Context) -> Desk:
    return desk_with_data(root_of(context))


def _one(records: list[LayoutRecord], signature: str) -> LayoutRecord:
    found = [one for one in records if one.layout.signature.startswith(signature)]
    if len(found) != 1:
        said = "有多个列映射的编号这样开头，请多写几位" if found else "没有编号这样开头的列映射"
        raise wrong_call(f"{said}：{signature}。")
    return found[0]


def _plain(one: LayoutRecord) -> dict[str, Any]:
    used = one.last_used_at.isoformat() if one.last_used_at else None
    made = {"made_at": one.made_at.isoformat(), "made_by": one.made_by}
    return {**asdict(one.layout), **made, "uses": one.uses, "last_used_at": used}
