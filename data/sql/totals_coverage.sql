-- One row per count, month and area that a summary tells in full, the county among them where it is whole.
CREATE TABLE totals_coverage AS
WITH told AS (
    SELECT totals.count_name, totals.month, totals.township_code
    FROM monthly_totals AS totals
    JOIN totals_months USING (count_name, month)
),
whole AS (
    SELECT count_name, month
    FROM told
    LEFT JOIN townships ON townships.township_code = told.township_code
    GROUP BY count_name, month
    HAVING count(*) FILTER (WHERE told.township_code = 'county') > 0
        OR count(townships.township_code) = (SELECT count(*) FROM townships)
)
SELECT told.count_name, told.month, told.township_code
FROM told
JOIN townships ON townships.township_code = told.township_code
UNION ALL
SELECT whole.count_name, whole.month, areas.code
FROM whole
CROSS JOIN (SELECT unnest(['outside', 'unassigned', 'county']) AS code) AS areas
ORDER BY count_name, month, township_code;
