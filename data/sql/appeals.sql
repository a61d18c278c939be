-- One row per case of first instance that the higher court's list names, with the day its appeal was first listed.
CREATE TABLE appeals AS
SELECT original_case_number, min(filed_on) AS filed_on, count(*) AS appeals
FROM appeal_rows
WHERE original_case_number IS NOT NULL
GROUP BY original_case_number
ORDER BY filed_on, original_case_number;
