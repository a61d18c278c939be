-- One row per dispute entered for settlement, placed at a township, 辖区外 or 未归属, sorted by acceptance date.
CREATE TABLE mediations AS
SELECT
    rows.record_key,
    rows.kind,
    rows.number,
    rows.accepted_on,
    rows.ended_on,
    coalesce(said.meaning, rows.result, 'open') AS result,
    rows.result_raw,
    rows.organisation,
    rows.category,
    rows.amount,
    rows.filed_case_number,
    rows.confirmed,
    rows.performed,
    coalesce({first_place}, 'unassigned') AS township_code,
    {placed_by} AS placed_by,
    rows.batch
FROM mediation_rows AS rows
LEFT JOIN decided_words AS said
    ON said.field = 'mediations.result' AND said.word = rows.result_raw AND rows.result = 'open'
{place_joins}
ORDER BY rows.accepted_on;
