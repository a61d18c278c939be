-- One row per count, cause, township and day.
CREATE TABLE daily_cause_counts AS
SELECT
    'civil_filings' AS count_name,
    coalesce(cause, '未填案由') AS cause,
    township_code,
    filed_on AS day,
    count(*) AS n
FROM cases
WHERE is_civil_first_instance AND NOT is_excluded
GROUP BY coalesce(cause, '未填案由'), township_code, filed_on
ORDER BY day, township_code, cause;
