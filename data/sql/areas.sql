-- One row per place a row can be counted at: every listed township, 辖区外 and 未归属.
CREATE TABLE areas AS
SELECT township_code AS township_code, township_name AS township_name, sort_order FROM townships
UNION ALL SELECT 'outside', '辖区外', 1000001
UNION ALL SELECT 'unassigned', '未归属', 1000002
ORDER BY sort_order;
