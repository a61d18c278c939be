from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from data.receipt import Receipt
from data.store.jobs import KINDS, Job
from ui import job_words

NOW = datetime(2026, 10, 8, 9)


def a_job(number: int = 1, state: str = "running", **progress) -> Job:
    return Job(number, "load", state, NOW, "甲", NOW, None, 1, {"uploads": [1]}, progress, {})


def test_every_kind_of_job_has_a_name():
    assert set(job_words.KINDS) == set(KINDS)


def test_the_words_say_rows_done_once_there_are_any():
    assert job_words.words_of(a_job(words="正在读取表格"), [], NOW) == "正在读取表格"
    assert job_words.words_of(a_job(words="正在读取表格", rows_done=43210), [], NOW) == "正在读取表格，已读 43,210 行"


def test_a_waiting_job_says_how_many_stand_before_it():
    waiting = [a_job(3), a_job(5, "queued"), a_job(6, "queued")]
    assert job_words.words_of(waiting[2], waiting, NOW) == "排队等候，前面还有 2 项"
    assert job_words.words_of(waiting[0], [], NOW) == "正在准备"


def test_a_job_that_nobody_takes_up_says_so_after_a_while():
    waiting = a_job(3, "queued")
    assert job_words.words_of(waiting, [waiting], NOW + timedelta(seconds=5)) == "即将开始"
    assert "还没有启动" in job_words.words_of(waiting, [waiting], NOW + timedelta(minutes=2))


def test_the_bar_never_goes_back_from_file_to_file_and_stage_to_stage():
    told = [{}]
    for file in (1, 2, 3):
        for stage in ("read", "check", "compare"):
            told += [{"stage": stage, "share": share, "file": file, "files": 3} for share in (0.0, 0.5, 1.0)]
    told.append({"stage": "build", "share": 0.0, "file": 1, "files": 1})
    shares = [job_words.share(a_job(**one)) for one in told]
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] < 1


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ({"error": "没有生效中的第7号导入。"}, "没有生效中的第7号导入。"),
        ({"batch": 7}, ""),
        (
            {"receipts": [Receipt("a", "0", rows_read=5, rows_added=4, rows_set_aside=1).to_json()]},
            "1 张表 4 行，待修正 1 行",
        ),
        ({"receipts": [Receipt("a", "0", error_code="damaged", error="坏").to_json()]}, "0 张表 0 行，未识别 1 张表"),
    ],
)
def test_how_a_job_ended_is_one_sentence(outcome: dict, said: str):
    assert job_words.outcome_words(replace(a_job(state="done"), outcome=outcome)) == said
    assert job_words.outcome_words(a_job()) == ""
