-- One row per judge's station, placed at the township where it stands.
CREATE TABLE stations AS
SELECT
    rows.record_key,
    coalesce(rows.station, rows.place_stated) AS station,
    rows.established_on,
    rows.judges,
    rows.assistants,
    rows.clerks,
    rows.mediators,
    rows.liaisons,
    rows.covers,
    coalesce({first_place}, 'unassigned') AS township_code,
    {placed_by} AS placed_by,
    rows.batch
FROM station_rows AS rows
{place_joins}
ORDER BY station;
