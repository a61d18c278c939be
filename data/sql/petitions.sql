-- One row per petition matter, placed at a township, 辖区外 or 未归属, sorted by the day it was registered.
CREATE TABLE petitions AS
SELECT
    rows.record_key,
    rows.number,
    rows.registered_on,
    rows.ended_on,
    rows.channel,
    rows.category,
    rows.is_first,
    coalesce(rows.is_backlog, FALSE) AS is_backlog,
    coalesce(rows.is_settled_at_once, FALSE) AS is_settled_at_once,
    rows.petitioners,
    coalesce(said.meaning, rows.result, 'open') AS result,
    rows.result_raw,
    rows.organisation,
    rows.related_case_number,
    coalesce({first_place}, 'unassigned') AS township_code,
    {placed_by} AS placed_by,
    rows.batch
FROM petition_rows AS rows
LEFT JOIN decided_words AS said
    ON said.field = 'petitions.result' AND said.word = rows.result_raw AND rows.result = 'open'
{place_joins}
ORDER BY rows.registered_on;
