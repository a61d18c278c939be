-- One row per count and month that no import of rows touches and a summary tells: there the summary speaks.
CREATE TABLE totals_months AS
SELECT DISTINCT totals.count_name, totals.month
FROM monthly_totals AS totals
JOIN counted ON counted.count_name = totals.count_name
WHERE NOT EXISTS (
    SELECT 1
    FROM coverage
    WHERE coverage.ledger = counted.ledger
        AND coverage.kind IS NOT DISTINCT FROM counted.kind
        AND coverage.covers_start <= last_day(totals.month)
        AND coverage.covers_end >= totals.month
)
ORDER BY totals.count_name, totals.month;
