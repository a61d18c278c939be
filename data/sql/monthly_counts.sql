-- One row per count of events, township and month; adds up daily_counts so that whole months need not be added again.
CREATE TABLE monthly_counts AS
SELECT
    count_name,
    CAST(date_trunc('month', day) AS DATE) AS month,
    township_code,
    CAST(sum(n) AS BIGINT) AS n
FROM daily_counts
WHERE count_name IN (SELECT unnest($count_names))
GROUP BY count_name, CAST(date_trunc('month', day) AS DATE), township_code
ORDER BY count_name, month, township_code;
