-- One row per vocabulary and word as the rows in force write it.
CREATE TABLE word_uses AS
SELECT field, word, count(*) AS n, min(day) AS first_on, max(day) AS last_on
FROM ({selects}) AS said
WHERE word IS NOT NULL
GROUP BY field, word
ORDER BY field, word;
