-- One row per count of events, township and month; months that only a summary tells have the summary's numbers.
CREATE OR REPLACE TABLE monthly_counts AS
SELECT count_name, month, township_code, CAST(sum(n) AS BIGINT) AS n
FROM (
    SELECT rows.count_name, rows.month, rows.township_code, rows.n
    FROM monthly_counts AS rows
    WHERE NOT EXISTS (
        SELECT 1 FROM totals_months AS m WHERE m.count_name = rows.count_name AND m.month = rows.month
    )
    UNION ALL
    SELECT count_name, month, township_code, n FROM totals_used
) AS counts
GROUP BY count_name, month, township_code
ORDER BY count_name, month, township_code;
