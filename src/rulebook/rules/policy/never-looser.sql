-- id: policy.never-looser
-- clause: 6.1–6.4, 3.4.1
-- severity: refuse
-- judges: policy
-- blames: policy_edition
-- blamed: doer
-- title.zh: 规定写明的时限与比例只能更严
-- title.en: The regulation's own limits are never loosened
-- message.zh: {subject} 不能设为 {value}:规定是 {standard},只能更严
-- message.en: {subject} cannot be {value}: the regulation says {standard}, which can only be tightened
-- remedy.zh: {remedy_zh}
-- remedy.en: {remedy_en}
-- reads: policy_edition
WITH fixed(key, standard, most, least) AS (
    VALUES ('order.arrive_within', '15min', 15 * 60, NULL),
           ('order.difficult_within', '48h', 48 * 3600, NULL),
           ('order.major_within', '72h', 72 * 3600, NULL),
           ('callback.handled_rate', '100%', NULL, 100),
           ('callback.signed_rate', '40%', NULL, 40)
), phrases(phrase) AS (
    VALUES ('不知道'), ('不懂'), ('不清楚'), ('不归我管'), ('你打…电话或找…问')
)
SELECT p.key AS subject, p.at AS since, p.id AS row, p.value, fixed.standard,
       printf('设为 %s 或更严的值', fixed.standard) AS remedy_zh,
       printf('keep to %s or stricter', fixed.standard) AS remedy_en
FROM scope_policy p JOIN fixed ON fixed.key = p.key
WHERE policy_value(p.key, p.value) > fixed.most OR policy_value(p.key, p.value) < fixed.least
UNION ALL
SELECT p.key, p.at, p.id, p.value, '不知道,不懂,不清楚,不归我管,你打…电话或找…问',
       '五条都留着,可以另加', 'keep the five phrases; others can be added'
FROM scope_policy p
WHERE p.key = 'speech.taboo'
  AND EXISTS (SELECT 1 FROM phrases WHERE instr(',' || p.value || ',', ',' || phrase || ',') = 0);

-- example: 15 min is the regulation's own
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_policy (key, value) VALUES ('order.arrive_within', '15min');

-- example: one second more is looser
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_policy (key, value) VALUES ('order.arrive_within', '901s');

-- example: 48 h and 72 h may be shortened
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_policy (key, value) VALUES ('order.difficult_within', '48h'), ('order.major_within', '3d');

-- example: 73 h is too long for a major fault
-- now: 2026-11-25 00:00:00
-- findings: 2 refuse
INSERT INTO given_policy (key, value) VALUES ('order.difficult_within', '49h'), ('order.major_within', '73h');

-- example: 40 % may become 50 % and not 39 %
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_policy (key, value) VALUES ('callback.signed_rate', '50%'), ('callback.signed_rate', '39%');

-- example: all callbacks are handled and 99 % is not all
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_policy (key, value) VALUES ('callback.handled_rate', '100%'), ('callback.handled_rate', '99%');

-- example: phrases are added to the five
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_policy (key, value)
VALUES ('speech.taboo', '不知道,不懂,不清楚,不归我管,你打…电话或找…问,自己想办法');

-- example: none of the five is dropped
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_policy (key, value) VALUES ('speech.taboo', '不知道,不清楚,不归我管,你打…电话或找…问');
