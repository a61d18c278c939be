-- One row per township and date: people under the definition's basis, never mixed with another.
CREATE TABLE residents AS
SELECT township_code, as_of, people
FROM population
WHERE basis = $basis
ORDER BY township_code, as_of;
