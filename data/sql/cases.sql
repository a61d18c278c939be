-- One row per case of the court, placed at a township, 辖区外 or 未归属, sorted by filing date.
CREATE TABLE cases AS
SELECT
    rows.case_number,
    rows.filed_on,
    rows.received_on,
    rows.closed_on,
    rows.type_code,
    rows.cause,
    rows.procedure,
    coalesce(said.meaning, rows.close_method) AS close_method,
    rows.status,
    rows.court,
    rows.amount,
    rows.plaintiff_organisations,
    rows.defendant_organisations,
    coalesce({first_place}, 'unassigned') AS township_code,
    {placed_by} AS placed_by,
    coalesce(rows.type_code IN (SELECT unnest($civil_types)), FALSE) AS is_civil_first_instance,
    coalesce(rows.type_code IN (SELECT unnest($administrative_types)), FALSE) AS is_administrative_first_instance,
    left_out.case_number IS NOT NULL AS is_excluded,
    left_out.excluded_by,
    rows.batch
FROM case_rows AS rows
LEFT JOIN excluded_cases AS left_out ON left_out.case_number = rows.case_number
LEFT JOIN decided_words AS said ON said.field = 'cases.close_method' AND said.word = rows.close_method
{place_joins}
ORDER BY rows.filed_on;
