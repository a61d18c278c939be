-- One row per case of first instance that a place text of its own township puts in a listed village.
CREATE TABLE case_villages AS
SELECT case_number, filed_on, township_code, village
FROM (
    SELECT
        facts.case_number,
        facts.filed_on,
        facts.township_code,
        coalesce({first_village}, NULL) AS village
    FROM cases AS facts
    JOIN case_rows AS rows ON rows.record_key = facts.case_number
    {village_joins}
    WHERE facts.is_civil_first_instance AND NOT facts.is_excluded
) AS named
WHERE village IS NOT NULL
ORDER BY filed_on;
