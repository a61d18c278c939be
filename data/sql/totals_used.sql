-- One row per count, month and area whose number comes from a summary; what the county has over its areas lies nowhere.
CREATE TABLE totals_used AS
WITH of_months AS (
    SELECT totals.count_name, totals.month, totals.township_code, totals.total
    FROM monthly_totals AS totals
    JOIN totals_months USING (count_name, month)
),
surplus AS (
    SELECT
        count_name,
        month,
        'unassigned' AS township_code,
        sum(total) FILTER (WHERE township_code = 'county')
            - coalesce(sum(total) FILTER (WHERE township_code <> 'county'), 0) AS total
    FROM of_months
    GROUP BY count_name, month
),
-- Places whose own register was never handed in: none of its rows lies there, in any month.
places_with_rows AS (
    SELECT DISTINCT counted.ledger, counted.kind, daily_counts.township_code
    FROM daily_counts
    JOIN counted ON counted.count_name = daily_counts.count_name
),
of_places AS (
    SELECT totals.count_name, totals.month, totals.township_code, totals.total
    FROM monthly_totals AS totals
    JOIN counted ON counted.count_name = totals.count_name
    JOIN townships ON townships.township_code = totals.township_code
    WHERE counted.is_kept_by_townships
        AND NOT EXISTS (
            SELECT 1 FROM totals_months AS m WHERE m.count_name = totals.count_name AND m.month = totals.month
        )
        AND NOT EXISTS (
            SELECT 1
            FROM places_with_rows AS p
            WHERE p.ledger = counted.ledger
                AND p.kind IS NOT DISTINCT FROM counted.kind
                AND p.township_code = totals.township_code
        )
)
SELECT count_name, month, township_code, CAST(sum(total) AS BIGINT) AS n
FROM (
    SELECT * FROM of_months WHERE township_code <> 'county'
    UNION ALL SELECT * FROM surplus WHERE total > 0
    UNION ALL SELECT * FROM of_places
) AS told
GROUP BY count_name, month, township_code
ORDER BY count_name, month, township_code;
