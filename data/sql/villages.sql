-- One row per village or community of a township, in the order of the townships.
CREATE TABLE villages AS
SELECT
    listed.village,
    listed.township_code,
    listed.kind,
    count(*) OVER (PARTITION BY listed.village) = 1 AS is_unique
FROM village_list AS listed
JOIN townships AS t ON t.township_code = listed.township_code
ORDER BY t.sort_order, listed.village;
