"""A template of the office's own is filled in a child with limits; whatever it does there, one sentence comes back."""

import pickle
from dataclasses import replace

import pytest

import settings
from data import limited_child
from data.refusal import Refused
from reports.bulletin import word_apart, word_child
from reports.bulletin.word import builtin_template, letters_docx, notice_docx, sheets_docx
from reports.bulletin.word_parts.writing import written
from tests.reports.bulletin.changed_templates import ORIGINAL, changed
from tests.reports.bulletin.contents import a_letter, a_notice, the_sheets


@pytest.fixture
def statuses(monkeypatch):
    """How the children of a test ended."""
    seen, real = [], limited_child.run

    def run(*arguments, **more):
        seen.append(real(*arguments, **more))
        return seen[-1]

    monkeypatch.setattr(limited_child, "run", run)
    return seen


def refused(content=None, template=ORIGINAL) -> Refused:
    with pytest.raises(Refused) as caught:
        notice_docx(content or a_notice(3), template)
    return caught.value


def test_the_built_in_templates_need_no_child(statuses):
    notice_docx(a_letter())
    sheets_docx(the_sheets(3))
    assert statuses == []


def test_several_letters_are_filled_by_one_child_as_they_would_be_here(statuses):
    letters = [a_letter(), replace(a_letter(), opening="另一个镇：")]
    files = letters_docx(letters, builtin_template("letter"))
    assert statuses == [0]
    assert files == [written(one) for one in letters]


def test_a_template_that_cannot_be_used_is_refused_in_the_words_of_the_child(statuses):
    told = refused(template=changed("{{ 期间 }}", "{{ 其间 }}"))
    assert statuses == [0]
    assert told.code == "template_invalid"
    assert "变量“其间”不存在（是否应为“期间”？）" in told.sentence


def test_a_child_that_takes_too_long_is_stopped(statuses, monkeypatch):
    monkeypatch.setattr(settings, "CHILD_WALL_SECONDS", 0.05)
    told = refused()
    assert statuses == [-9]
    assert told.code == "template_stopped"
    assert "在时限内（处理器60秒，共0.05秒）没有填完，或被系统中止，已停止，没有生成文件" in told.sentence


def test_a_child_without_memory_ends_in_one_sentence(monkeypatch):
    monkeypatch.setenv("SUYUAN_CHILD_MEMORY_MB", "60")
    assert refused().code == "template_stopped"


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (-24, "没有填完"),
        (-6, "填写中断，可能超过上限（内存2048MB，文件100MB）或层数太多"),
        (1, "填写中断"),
        (None, "没有启动起来"),
    ],
)
def test_however_a_child_ends_one_sentence_says_it(monkeypatch, status, said):
    monkeypatch.setattr(limited_child, "run", lambda *arguments, **more: status)
    told = refused()
    assert told.code == "template_stopped"
    assert said in told.sentence
    assert "没有生成文件；请" in told.sentence


def test_loops_and_branches_that_lie_too_deep_are_the_template_s_fault():
    deep = changed("{{ 期间 }}", f"{{{{ {'not ' * 1100}期间 }}}}")
    assert word_child.documents(pickle.dumps(([a_notice(3)], deep, None))) == ({"too_much": True}, [])


def test_a_fault_of_ours_names_its_place_and_quotes_nothing():
    said, files = word_child.documents(pickle.dumps((["密件"], builtin_template("sheets"), None)))
    assert (list(said), files) == (["failed"], [])
    assert said["failed"].startswith("AttributeError，values.py:")


def test_one_template_is_filled_at_a_time(monkeypatch):
    monkeypatch.setattr(settings, "CHILD_WALL_SECONDS", 0.01)
    with word_apart._one_at_a_time:
        assert "前面的模板还没有填完" in refused().sentence
