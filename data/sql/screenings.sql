-- One row per screening for disputes, with the village it names where one is listed.
CREATE TABLE screenings AS
SELECT
    facts.record_key,
    facts.held_on,
    facts.township_code,
    coalesce({first_village}, NULL) AS village
FROM activities AS facts
JOIN activity_rows AS rows ON rows.record_key = facts.record_key
{village_joins}
WHERE facts.activity_type = 'screening'
ORDER BY facts.held_on;
