-- One row per source and place text that matched nothing: the rows that bear it, those among them that lie nowhere.
CREATE TABLE unmatched_texts AS
SELECT
    said.source,
    said.place_text,
    min(said.core) AS core,
    min(said.how) AS how,
    count(*) AS rows,
    count(*) FILTER (WHERE said.township_code = 'unassigned') AS unassigned_rows,
    min(said.day) AS first_day,
    max(said.day) AS last_day
FROM ({selects}) AS said
GROUP BY said.source, said.place_text
ORDER BY said.source, said.place_text;
