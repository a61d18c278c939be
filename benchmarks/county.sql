-- One row per township, case and mediation of a county of any size; the caller puts in $cases and $townships.
CREATE TABLE townships AS
SELECT
    '第' || i || '镇' AS township_code,
    '第' || i || '镇' AS township_name,
    '镇' AS kind,
    FALSE AS is_quasi,
    TRUE AS is_rankable_kind,
    NULL::VARCHAR AS tribunal,
    CAST(i AS INTEGER) AS sort_order
FROM range($townships) AS numbers (i);

CREATE TABLE areas AS
SELECT township_code AS area_code, township_name AS area_name, sort_order FROM townships
UNION ALL SELECT 'outside', '辖区外', 1000001
UNION ALL SELECT 'unassigned', '未归属', 1000002;

CREATE TABLE population AS
SELECT township_code, '常住' AS basis, DATE '2021-12-31' AS as_of, CAST(30000 + hash(township_code) % 40000 AS BIGINT) AS people,
    '基准测试' AS source, 1 AS batch
FROM townships;

CREATE TABLE residents AS
SELECT township_code, as_of, people FROM population;

CREATE TABLE cases AS
WITH numbered AS (
    SELECT i, DATE '2022-01-01' + CAST(i * 1734 // $cases AS INTEGER) AS filed_on, hash(i) AS h FROM range($cases) AS numbers (i)
)
SELECT
    '（' || year(filed_on) || '）甘0799民初' || i || '号' AS case_number,
    filed_on,
    CASE h % 50 WHEN 0 THEN 'outside' WHEN 1 THEN 'unassigned' ELSE '第' || ((h // 50) % $townships) || '镇' END AS township_code,
    (h // 7) % 25 <> 0 AS is_civil_first_instance,
    (h // 7) % 25 = 0 AS is_administrative_first_instance,
    FALSE AS is_excluded
FROM numbered;

CREATE TABLE mediations AS
WITH numbered AS (
    SELECT i, hash(i, 1) AS h FROM range($cases // 4) AS numbers (i)
)
SELECT
    CAST(i AS VARCHAR) AS record_key,
    ['people', 'court', 'trade', 'community'][1 + CAST(h % 4 AS INTEGER)] AS kind,
    DATE '2022-01-01' + CAST(i * 1734 // ($cases // 4) AS INTEGER) AS accepted_on,
    '第' || ((h // 16) % $townships) || '镇' AS township_code,
    ['success', 'success', 'failure', 'open'][1 + CAST((h // 4) % 4 AS INTEGER)] AS result,
    CAST(NULL AS VARCHAR) AS filed_case_number
FROM numbered;

CREATE TABLE coverage AS
SELECT ledger, kind, DATE '2022-01-01' AS covers_start, DATE '2026-09-30' AS covers_end, 1 AS batch
FROM (VALUES ('cases', NULL), ('mediations', 'people'), ('mediations', 'court'), ('mediations', 'trade'), ('mediations', 'community'))
    AS spans (ledger, kind);
