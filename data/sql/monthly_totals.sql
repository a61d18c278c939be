-- One row per count, month and area of the summaries that people kept; the whole county stands under 'county'.
CREATE TABLE monthly_totals AS
WITH placed AS (
    SELECT
        rows.count_name,
        rows.month,
        CASE WHEN rows.is_county THEN 'county' ELSE coalesce(places.township_code, 'unassigned') END AS township_code,
        rows.place_stated,
        rows.total,
        rows.source,
        rows.batch,
        rows.ord
    FROM total_rows AS rows
    LEFT JOIN places ON places.source = 'stated' AND places.place_text = rows.place_stated
),
-- The later import stands; what one import says of a township under two names (merged ones) is added up.
ranked AS (
    SELECT
        *,
        rank() OVER (
            PARTITION BY
                count_name,
                month,
                township_code,
                CASE WHEN township_code IN ('outside', 'unassigned') THEN place_stated END
            ORDER BY ord DESC
        ) AS newest
    FROM placed
)
SELECT
    count_name,
    month,
    township_code,
    CAST(sum(total) AS BIGINT) AS total,
    max(source) AS source,
    max(batch) AS batch
FROM ranked
WHERE newest = 1
GROUP BY count_name, month, township_code
ORDER BY count_name, month, township_code;
