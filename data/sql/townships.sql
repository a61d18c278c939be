-- One row per township, street or township-like unit of the county, in the order of the list.
CREATE TABLE townships AS
SELECT
    code AS township_code,
    name AS township_name,
    kind,
    is_quasi,
    kind IN (SELECT unnest($ranked_kinds)) AND NOT is_quasi AS is_rankable_kind,
    tribunal,
    sort_order
FROM township_list
ORDER BY sort_order;
