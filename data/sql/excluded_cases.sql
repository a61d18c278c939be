-- One row per case that the definition leaves out, with the first rule that does.
CREATE TABLE excluded_cases AS
WITH judged AS (
    SELECT
        rows.case_number,
        CASE
            WHEN rows.cause IN (SELECT unnest($excluded_causes)) THEN 'cause'
            WHEN rows.cause IN (SELECT unnest($grouped_causes)) THEN 'group'
            WHEN $exclude_batches AND batches.case_number IS NOT NULL THEN 'batch'
        END AS excluded_by
    FROM case_rows AS rows
    LEFT JOIN batch_filings AS batches ON batches.case_number = rows.case_number
)
SELECT case_number, excluded_by
FROM judged
WHERE excluded_by IS NOT NULL
ORDER BY case_number;
