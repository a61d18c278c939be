from metrics._numerals import tier_name


def test_tiers_are_numbered_as_documents_do():
    names = {
        1: "第一梯队",
        9: "第九梯队",
        10: "第十梯队",
        12: "第十二梯队",
        20: "第二十梯队",
        35: "第三十五梯队",
        99: "第九十九梯队",
        100: "第100梯队",
    }
    assert {number: tier_name(number) for number in names} == names
