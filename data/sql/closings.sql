-- One row per closed case, with what became of it; whether it was appealed is NULL where no source tells.
CREATE TABLE closings AS
WITH listed AS (
    SELECT date_trunc('month', min(filed_on)) AS first_day, last_day(max(filed_on)) AS last_listed FROM appeals
),
-- An import that has the column speaks for the empty cells of its own rows, and for no row of another import.
told AS (
    SELECT DISTINCT record_key
    FROM all_case_rows
    WHERE batch IN (SELECT batch FROM all_case_rows WHERE is_appealed IS NOT NULL)
)
SELECT
    facts.case_number,
    facts.filed_on,
    facts.closed_on,
    facts.cause,
    facts.township_code,
    facts.is_civil_first_instance,
    facts.is_administrative_first_instance,
    facts.is_civil_first_instance OR facts.is_administrative_first_instance AS is_first_instance,
    coalesce(facts.close_method = '调解', FALSE) AS is_mediated,
    coalesce(
        facts.close_method = '准予撤诉' OR ($treated_as_withdrawn AND facts.close_method = '按撤诉处理'), FALSE
    ) AS is_withdrawn,
    facts.close_method IS NOT NULL AS has_close_method,
    date_diff('day', facts.filed_on, facts.closed_on) AS days,
    CASE
        WHEN appeals.original_case_number IS NOT NULL OR rows.is_appealed THEN TRUE
        WHEN rows.is_appealed IS NOT NULL OR told.record_key IS NOT NULL THEN FALSE
        WHEN facts.closed_on BETWEEN listed.first_day AND listed.last_listed THEN FALSE
    END AS is_appealed,
    rows.is_chief_present
FROM cases AS facts
JOIN case_rows AS rows ON rows.record_key = facts.case_number
LEFT JOIN appeals ON appeals.original_case_number = facts.case_number
LEFT JOIN told ON told.record_key = facts.case_number
CROSS JOIN listed
WHERE facts.closed_on IS NOT NULL
ORDER BY facts.closed_on;
