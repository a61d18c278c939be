-- One row per township, basis and date: the figure of the later import.
CREATE TABLE population AS
WITH placed AS (
    SELECT
        names.township_code,
        rows.basis,
        rows.as_of,
        rows.people,
        rows.source,
        rows.batch,
        row_number() OVER (
            PARTITION BY names.township_code, rows.basis, rows.as_of
            ORDER BY rows.ord DESC, (rows.township = names.township_code) DESC
        ) AS newest
    FROM population_rows AS rows
    JOIN township_names AS names ON names.township = rows.township
)
SELECT township_code, basis, as_of, people, source, batch
FROM placed
WHERE newest = 1
ORDER BY township_code, basis, as_of;
