-- One row per judicial suggestion, placed at a township, 辖区外 or 未归属, sorted by the day it was issued.
CREATE TABLE suggestions AS
SELECT
    rows.record_key,
    rows.number,
    rows.issued_on,
    rows.delivered_on,
    rows.reply_due_on,
    rows.replied_on,
    coalesce(rows.is_replied, FALSE) OR rows.replied_on IS NOT NULL AS is_replied,
    rows.revisited_on,
    rows.suggestion_type,
    -- Only words that no table knows are decided about: what an earlier export said more clearly is out of date.
    coalesce(said.meaning, rows.adoption) AS adoption,
    rows.adoption_raw,
    rows.addressee,
    rows.industry,
    rows.related_case_number,
    coalesce({first_place}, 'unassigned') AS township_code,
    {placed_by} AS placed_by,
    rows.batch
FROM suggestion_rows AS rows
LEFT JOIN decided_words AS said ON said.field = 'suggestions.adoption' AND said.word = rows.adoption_raw
{place_joins}
ORDER BY rows.issued_on;
