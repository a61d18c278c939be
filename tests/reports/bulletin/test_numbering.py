from reports.bulletin.numbering import lead_numbers


def test_leads_are_numbered_among_themselves_and_an_only_one_is_not():
    assert lead_numbers(["收案", "", "案由"]) == ["（一）", "", "（二）"]
    assert lead_numbers(["", "有关导入"]) == ["", ""]
    assert lead_numbers([]) == []
