from tests.data.clean.sheets import cleaned, codes, only

FIELDS = ("station", "place_stated", "covers", "judges", "assistants", "clerks", "mediators", "liaisons")


def test_staff_is_a_number_or_names_that_are_counted_and_dropped():
    row = ("柳河法官工作站", "柳河镇", "", "2名", "王五、赵六", "钱七", 1.0, "")
    result = cleaned("stations", FIELDS, [row])
    station = only(result)
    assert [station[role] for role in FIELDS[3:]] == [2, 2, 1, 1, None]
    assert "王五" not in str(result)


def test_the_townships_that_a_station_serves_are_listed_one_by_one():
    row = ("柳河法官工作站", "柳河镇", "柳河镇、东门街道，石坪乡等", 1.0, "", "", "", "")
    assert only(cleaned("stations", FIELDS, [row]))["covers"] == "柳河镇、东门街道、石坪乡"


def test_a_sheet_with_a_row_per_person_gives_every_station_once_with_its_sums():
    fields = ("station", "place_stated", "person", "staff_role")
    roles = ("员额法官", "法官", "法官助理", "法官助理", "人民调解员")
    rows = [("柳河法官工作站", "柳河镇", "某某", role) for role in roles]
    rows[1:] = [("", "", who, role) for _, _, who, role in rows[1:]]
    result = cleaned("stations", fields, rows, merged=((1, 0, 5, 0), (1, 1, 5, 1)))
    found = result.rows.to_pylist()
    assert {row["record_key"] for row in found} == {"柳河法官工作站"}
    assert {(row["judges"], row["assistants"], row["mediators"], row["clerks"]) for row in found} == {(2, 2, 1, None)}


def test_a_station_that_names_neither_itself_nor_its_township_is_set_aside():
    result = cleaned("stations", FIELDS, [("", "", "", 1.0, "", "", "", "")])
    assert (result.rows_set_aside, codes(result)) == (1, ["place_stated_missing"])


def test_a_station_without_a_name_is_known_by_its_township():
    assert only(cleaned("stations", FIELDS, [("", "柳河镇", "", 1.0, "", "", "", "")]))["record_key"] == "@柳河镇"
