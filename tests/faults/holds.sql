-- What must hold of a store after every fault, by SQLite alone. Prints what does not; nothing is good.
SELECT 'integrity_check: ' || integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok';
SELECT 'foreign_key_check: ' || "table" || ' ' || rowid FROM pragma_foreign_key_check;
SELECT 'the journal has a gap: ' || count(*) || ' entries up to ' || max(seq)
FROM journal HAVING count(*) IS NOT max(seq) OR min(seq) IS NOT 1;
SELECT 'the steps of matter ' || matter || ' have a gap'
FROM step GROUP BY matter HAVING count(*) <> max(seq);

-- Numbers of every kind: gapless from 1 in each year, each there once, and as many as were counted.
WITH numbers (no) AS (
    SELECT no FROM matter
    UNION ALL SELECT no FROM callback
    UNION ALL SELECT no FROM dispatch_order
), used (series, count, highest, different) AS (
    SELECT substr(no, 1, 7), count(*), max(CAST(substr(no, 9) AS INTEGER)), count(DISTINCT no)
    FROM numbers GROUP BY 1
)
SELECT 'numbers of ' || coalesce(series, prefix || '-' || year) || ': ' || coalesce(count, 0) || ' up to ' ||
       coalesce(highest, 0) || ', counted to ' || coalesce(last, 0)
FROM used FULL JOIN number_series ON series = prefix || '-' || year
WHERE count IS NOT highest OR count IS NOT different OR count IS NOT last;
