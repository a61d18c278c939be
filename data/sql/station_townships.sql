-- One row per station and township that it serves: the one where it stands, and those it says it covers.
CREATE TABLE station_townships AS
WITH named AS (
    SELECT record_key, unnest(string_split(covers, '、')) AS place_text FROM stations WHERE covers IS NOT NULL
),
served AS (
    SELECT named.record_key, places.township_code
    FROM named
    JOIN places ON places.source = 'stated' AND places.place_text = named.place_text
    UNION
    SELECT record_key, township_code FROM stations
)
SELECT served.record_key, served.township_code
FROM served
JOIN townships ON townships.township_code = served.township_code
ORDER BY served.township_code, served.record_key;
