-- One row per piece of work of a station or tribunal, placed at a township, 辖区外 or 未归属, sorted by its day.
CREATE TABLE activities AS
SELECT
    rows.record_key,
    rows.number,
    rows.held_on,
    CASE WHEN rows.activity_type = 'other' THEN coalesce(said.meaning, 'other') ELSE rows.activity_type END
        AS activity_type,
    rows.activity_raw,
    rows.station,
    coalesce(rows.times, 1) AS times,
    rows.participants,
    rows.opinions,
    rows.opinions_done,
    rows.disputes_found,
    rows.disputes_prevented,
    rows.disputes_settled,
    rows.related_case_number,
    coalesce({first_place}, own.township_code, 'unassigned') AS township_code,
    coalesce({placed_by}, CASE WHEN own.township_code IS NOT NULL THEN 'station' END) AS placed_by,
    rows.batch
FROM activity_rows AS rows
LEFT JOIN decided_words AS said ON said.field = 'activities.activity_type' AND said.word = rows.activity_raw
LEFT JOIN stations AS own ON own.record_key = rows.station AND own.township_code <> 'unassigned'
{place_joins}
ORDER BY rows.held_on;
