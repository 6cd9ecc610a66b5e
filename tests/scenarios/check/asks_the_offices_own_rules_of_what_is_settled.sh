#!/bin/sh
# No verdict is kept of the office's own rules: they are asked of settled matters every time, each edition of what came since it.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
rule=own.channel
# own CHANNEL: the office's rule on complaints that came so
own() {
    cat >"$scratch/$rule.sql" <<END
-- id: $rule
-- clause: 2.1
-- severity: notice
-- judges: complaint
-- title.zh: 投诉的形式
-- title.en: How complaints come
-- message.zh: {subject} 是这样来的
-- message.en: {subject} came like this
-- remedy.zh: 知晓即可
-- remedy.en: for information
-- reads: matter
SELECT m.no AS subject, m.at AS since FROM scope_complaint m WHERE m.channel = '$1';

-- example: it came
-- now: 2026-11-25 00:00:00
-- findings: 1 notice
INSERT INTO given_complaint (id, at, channel, seat, tea, heard, calmed) VALUES (1, '2026-11-24 09:00:00', '$1', 1, 1, 1, 1);

-- example: it did not
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, channel) VALUES (1, '2026-11-24 09:00:00', 'letter');
END
}
own phone
exits 0 huiyin rules add "$scratch/$rule.sql"
clock '2026-11-24 09:00:00'
a_closed_complaint --unit 3-501
phone=$ts
clock '2026-11-24 10:00:00'
a_visit --unit 3-502
accepts as chen complaint assign "$ts" --to chen
settled
accepts visit_back yes
accepts as chen complaint close "$ts" --outcome '业主满意'
visit=$ts

clock '2026-11-30 09:00:00'
files_the_week
has_verdict "$phone" "$visit"
same 'kept of it' 0 "$(sql "SELECT count(*) FROM kept_finding WHERE rule = '$rule'")"
finds "$rule" "$phone"
finds_no "$rule" "$visit"

own visit
exits 0 huiyin rules add "$scratch/$rule.sql"
# What came before the new edition is judged by the one before.
has_verdict "$phone" "$visit"
finds "$rule" "$phone"
finds_no "$rule" "$visit"
clock '2026-11-30 10:00:00'
a_visit --unit 3-503
accepts as ma complaint close "$ts" --outcome '已离开' --ended withdrawn --reason '业主撤回'
clock '2026-12-07 09:00:00'
files_the_week
has_verdict "$ts"
finds "$rule" "$ts"
exits 0 huiyin audit verify
