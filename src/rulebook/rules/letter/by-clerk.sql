-- id: letter.by-clerk
-- clause: 3.3.4
-- severity: refuse
-- judges: letter
-- blames: step
-- blamed: doer
-- title.zh: 公开信由文员发布
-- title.en: Open letters are published by clerks
-- message.zh: {subject} 不能由 {writer} 发布:其角色不在 letter.roles 之列
-- message.en: {writer} cannot publish {subject}: their role is not in letter.roles
-- remedy.zh: 请文员发布;由他人起草、文员发布的,写 --by 文员登录名
-- remedy.en: have a clerk publish it; if a clerk did, add --by LOGIN
-- reads: letter step
SELECT m.no AS subject, s.at AS since, s.id AS row, login_of(s.doer) AS writer
FROM scope_letter m JOIN steps s ON s.matter = m.id AND s.seq = 1
WHERE NOT has_role(s.doer, coalesce(policy('letter.roles', s.at), ''), s.at, s.recorded_at);

-- example: by a clerk
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_letter (id, at) VALUES (1, '2026-11-23 09:00:00');

-- example: by a steward unless the office says so
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_policy (key, value, at) VALUES ('letter.roles', 'clerk,steward', '2026-11-23 09:00:00');
INSERT INTO given_letter (id, at, doer) VALUES (1, '2026-11-23 08:59:59', 2), (2, '2026-11-23 09:00:00', 2);

-- example: a note by another is no letter of theirs
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_letter (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, doer, text) VALUES (1, 'note', '2026-11-23 10:00:00', 5, '请看');
