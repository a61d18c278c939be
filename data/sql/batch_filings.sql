-- One row per case in a batch: an organisation that files many first-instance cases as plaintiff within some days.
CREATE TABLE batch_filings AS
WITH filed AS (
    SELECT DISTINCT rows.case_number, rows.filed_on, named.organisation,
        CAST(rows.filed_on AS DATE) - DATE '2000-01-01' AS day_number
    FROM case_rows AS rows, unnest(string_split(rows.plaintiff_organisations, '、')) AS named(organisation)
    WHERE rows.filed_on IS NOT NULL
        AND named.organisation <> ''
        AND rows.type_code IN (SELECT unnest($first_instance_types))
),
windows AS (
    SELECT *,
        count(*) OVER (
            PARTITION BY organisation ORDER BY day_number RANGE BETWEEN CURRENT ROW AND {reach} FOLLOWING
        ) AS from_here
    FROM filed
),
-- A case belongs to a batch when a full window that began on its day or at most `reach` days before holds it.
held AS (
    SELECT *,
        max(CASE WHEN from_here >= $smallest THEN day_number END) OVER (
            PARTITION BY organisation ORDER BY day_number RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS last_start
    FROM windows
),
marked AS (
    SELECT *, lag(day_number) OVER (PARTITION BY organisation ORDER BY day_number, case_number) AS day_before
    FROM held
    WHERE day_number - last_start <= {reach}
),
runs AS (
    SELECT *,
        sum(CASE WHEN day_number - day_before <= {reach} THEN 0 ELSE 1 END) OVER (
            PARTITION BY organisation ORDER BY day_number, case_number
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS run
    FROM marked
),
sized AS (
    SELECT *,
        count(*) OVER (PARTITION BY organisation, run) AS size,
        min(day_number) OVER (PARTITION BY organisation, run) AS first_day
    FROM runs
),
-- A case of several organisations is listed with the one that files most.
single AS (
    SELECT *, row_number() OVER (PARTITION BY case_number ORDER BY size DESC, organisation) AS place
    FROM sized
)
SELECT
    case_number,
    filed_on,
    organisation,
    dense_rank() OVER (ORDER BY first_day, organisation) AS batch_number
FROM single
WHERE place = 1
ORDER BY filed_on, case_number;
