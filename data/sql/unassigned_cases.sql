-- One row per case that lies nowhere, with the place texts that matched nothing.
CREATE TABLE unassigned_cases AS
SELECT
    facts.case_number,
    facts.filed_on,
    facts.cause,
    rows.place_stated,
    rows.place_defendant,
    rows.place_dispute,
    rows.place_plaintiff,
    rows.place_tribunal
FROM cases AS facts
JOIN case_rows AS rows ON rows.record_key = facts.case_number
WHERE facts.township_code = 'unassigned'
ORDER BY facts.filed_on, facts.case_number;
