"""Titles and the name of the office as PDF: on one line where they fit, else on even ones."""

from dataclasses import replace

from reports.bulletin import fonts
from reports.bulletin.content import Section
from reports.bulletin.pdf import notice_pdf
from reports.bulletin.pdf_parts import attachment_of
from tests.reports.bulletin import pdf_contents as read
from tests.reports.bulletin.contents import a_head, a_letter, a_notice, short_table, wide_table


def test_lines_of_a_long_title_are_about_even():
    title = "关于2026年第三季度全县诉源治理及矛盾纠纷多元化解工作情况暨年度目标完成进度的通报"
    lines = read.pages(notice_pdf(replace(a_letter(), head=a_head(title))))[0].splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("关于"))
    shown = lines[first : first + 3]
    assert "".join(shown) == title
    assert min(map(len, shown)) > 10


def test_a_title_that_stands_on_a_lying_page_in_one_line_is_not_broken_there():
    title, faces = "各乡镇街道婚姻家庭、继承纠纷新收情况（2026年1月）", fonts.found()
    lying, standing = (attachment_of(Section("甲", title, (), (one,)), faces) for one in (wide_table(3), short_table()))
    assert lying["heading"] == title
    assert standing["heading"].replace("\n", "") == title != standing["heading"]


def test_the_office_stands_above_the_number_on_one_line_however_long_it_is():
    office = "中共云泽县委平安建设领导小组诉源治理工作专班办公室"
    head = replace(a_head(), office=office)
    lines = read.pages(notice_pdf(replace(a_notice(3), head=head)))[0].splitlines()
    assert lines.index(f"{office}文件") < lines.index(head.number)
