-- One row per township and date: people under the definition's basis (and year), never mixed with another.
CREATE TABLE residents AS
SELECT township_code, as_of, people
FROM population
WHERE basis = $basis
    AND ($year IS NULL OR year(as_of) = $year)
ORDER BY township_code, as_of;
