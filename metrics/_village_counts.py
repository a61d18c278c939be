"""Counts over lists of places: villages without litigation, screenings month by month, causes that dominate."""

from data.count import PeriodCount

VILLAGES = PeriodCount(
    name="listed_villages",
    label="村（社区）数",
    needs=("villages",),
    rows="""
    SELECT placed.area_code, placed.township_code, listed.village AS key, CAST(NULL AS DATE) AS day
    FROM villages AS listed
    JOIN placed ON placed.township_code = listed.township_code""",
)
LITIGATION_FREE_VILLAGES = PeriodCount(
    name="litigation_free_villages",
    label="无讼村（社区）数",
    ledger="cases",
    needs=("villages", "case_villages"),
    rows="""
    SELECT placed.area_code, placed.township_code, listed.village AS key, CAST(NULL AS DATE) AS day
    FROM villages AS listed
    JOIN placed ON placed.township_code = listed.township_code
    LEFT JOIN case_villages AS filed
        ON filed.township_code = listed.township_code AND filed.village = listed.village
            AND filed.filed_on BETWEEN $start AND $end
    GROUP BY placed.area_code, placed.township_code, listed.village
    HAVING count(filed.case_number) <= $litigation_free_cases""",
)
TOP_CAUSE_FILINGS = PeriodCount(
    name="top_cause_filings",
    label="前几位案由的新收一审民商事案件",
    ledger="cases",
    table="cases",
    unit="件",
    rows="""
    WITH filed AS (
        SELECT placed.area_code, placed.township_code, facts.case_number, facts.filed_on, facts.cause
        FROM cases AS facts
        JOIN placed ON placed.township_code = facts.township_code
        WHERE facts.is_civil_first_instance AND NOT facts.is_excluded AND facts.cause IS NOT NULL
            AND facts.filed_on BETWEEN $start AND $end
    ),
    ranked AS (
        SELECT area_code, cause, row_number() OVER (PARTITION BY area_code ORDER BY count(*) DESC, cause) AS place
        FROM filed
        GROUP BY area_code, cause
    )
    SELECT filed.area_code, filed.township_code, filed.case_number AS key, filed.filed_on AS day
    FROM filed
    JOIN ranked ON ranked.area_code = filed.area_code AND ranked.cause = filed.cause
    WHERE ranked.place <= $concentration_causes""",
)

_VILLAGE_MONTHS = """
    SELECT
        placed.area_code,
        placed.township_code,
        listed.village || ' ' || strftime(m.month, '%Y-%m') AS key,
        m.month AS day
    FROM villages AS listed
    JOIN placed ON placed.township_code = listed.township_code
    CROSS JOIN (
        SELECT CAST(unnest(generate_series(
            CAST(date_trunc('month', CAST($start AS DATE)) AS TIMESTAMP), CAST($end AS TIMESTAMP), INTERVAL 1 MONTH
        )) AS DATE) AS month
    ) AS m
    WHERE m.month >= $start AND last_day(m.month) <= $end"""
VILLAGE_MONTHS = PeriodCount(
    name="village_months",
    label="村（社区）数乘以整月数",
    unit="村月",
    needs=("villages",),
    rows=_VILLAGE_MONTHS,
)
SCREENED_VILLAGE_MONTHS = PeriodCount(
    name="screened_village_months",
    label="其中当月有排查的",
    ledger="activities",
    unit="村月",
    needs=("villages", "screenings WHERE village IS NOT NULL"),
    rows=_VILLAGE_MONTHS
    + """
    AND EXISTS (
        SELECT 1 FROM screenings AS s
        WHERE s.township_code = listed.township_code AND s.village = listed.village
            AND s.held_on >= m.month AND s.held_on <= last_day(m.month)
    )""",
)
_TOWNSHIP_QUARTERS = """
    SELECT
        placed.area_code,
        placed.township_code,
        year(q.first_on) || '年第' || quarter(q.first_on) || '季度' AS key,
        q.first_on AS day
    FROM townships AS listed
    JOIN placed ON placed.township_code = listed.township_code
    CROSS JOIN (
        SELECT CAST(unnest(generate_series(
            CAST(date_trunc('quarter', CAST($start AS DATE)) AS TIMESTAMP), CAST($end AS TIMESTAMP), INTERVAL 3 MONTH
        )) AS DATE) AS first_on
    ) AS q
    WHERE q.first_on >= $start AND last_day(CAST(q.first_on + INTERVAL 2 MONTH AS DATE)) <= $end"""
TOWNSHIP_QUARTERS = PeriodCount(
    name="township_quarters", label="乡镇街道数乘以整季数", unit="乡镇季", rows=_TOWNSHIP_QUARTERS
)
SCREENED_TOWNSHIP_QUARTERS = PeriodCount(
    name="screened_township_quarters",
    label="其中当季有排查的",
    ledger="activities",
    unit="乡镇季",
    needs=("screenings",),
    rows=_TOWNSHIP_QUARTERS
    + """
    AND EXISTS (
        SELECT 1 FROM screenings AS s
        WHERE s.township_code = listed.township_code AND s.held_on >= q.first_on
            AND s.held_on <= last_day(CAST(q.first_on + INTERVAL 2 MONTH AS DATE))
    )""",
)
