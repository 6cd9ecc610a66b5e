-- id: record.twice
-- clause: 2.2.7
-- severity: notice
-- judges: matter
-- when: echo
-- blamed: registrar
-- title.zh: 像是登记了两次
-- title.en: Probably recorded twice
-- message.zh: {subject} 与 {other} 方式、联系方式和内容都一样,前后不到十分钟,像是登记了两次
-- message.en: {subject} has the same channel, contact and text as {other}, within ten minutes: probably recorded twice
-- remedy.zh: 确是同一件的,由主管作废后一件:huiyin void {subject} --reason 重复登记 --duplicate-of {other}
-- remedy.en: if they are the same, a manager voids the later one: huiyin void {subject} --reason 'recorded twice' --duplicate-of {other}
-- reads: matter erased_value
-- Whoever has a home is found by it; who left a phone alone, among what was recorded just before.
SELECT m.no AS subject, m.at AS since, o.no AS other
FROM scope_matter m
JOIN main.matter o ON o.id = (
    SELECT min(x.id) FROM main.matter x
    WHERE x.id IN (SELECT n.id FROM main.same_home h JOIN main.matter n ON n.unit = h.other
                   WHERE h.unit = m.unit
                   UNION ALL
                   SELECT n.id FROM main.matter n WHERE n.id BETWEEN m.id - 50 AND m.id - 1)
      AND x.id < m.id AND +x.kind = m.kind AND +x.channel = m.channel
      AND +x.at BETWEEN m.at - 600 AND m.at + 600
      AND (x.voided_at IS NULL OR x.voided_at > now())
      AND (SELECT value FROM content WHERE id = x.text) = (SELECT value FROM content WHERE id = m.text)
      -- Where a name or a number was cut out the words left say nothing.
      AND NOT EXISTS (SELECT 1 FROM main.erased_value e WHERE e.said IN (m.text, x.text))
      -- Phones are read last: that costs the most.
      AND (EXISTS (SELECT 1 FROM main.same_home h WHERE h.unit = m.unit AND h.other = x.unit)
           OR phone_of((SELECT value FROM content WHERE id = x.phone))
              = (SELECT nullif(phone_of(c.value), '') FROM main.matter n JOIN content c ON c.id = n.phone WHERE n.id = m.id)));

-- gate: unless amend
SELECT :no AS subject, :at AS since, x.no AS other
FROM main.matter x
WHERE x.id IN (SELECT n.id FROM main.same_home h CROSS JOIN main.matter n ON n.unit = h.other WHERE h.unit = :unit
               UNION ALL
               SELECT n.id FROM main.matter n WHERE n.id BETWEEN :id - 50 AND :id - 1)
  AND x.id < :id AND +x.kind = :kind AND +x.channel = :channel AND +x.at BETWEEN :at - 600 AND :at + 600
  AND (x.voided_at IS NULL OR x.voided_at > now())
  AND (SELECT value FROM main.content WHERE id = x.text) = (SELECT value FROM main.content WHERE id = :text)
  AND NOT EXISTS (SELECT 1 FROM main.erased_value e WHERE e.said IN (:text, x.text))
  AND (EXISTS (SELECT 1 FROM main.same_home h WHERE h.unit = :unit AND h.other = x.unit)
       OR phone_of((SELECT value FROM main.content WHERE id = x.phone))
          = (SELECT nullif(phone_of(value), '') FROM main.content WHERE id = :phone))
ORDER BY x.id LIMIT 1;

-- example: the same words from the same home ten minutes later, however the home is spelt
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
INSERT INTO given_complaint (id, at, channel, unit)
VALUES (1, '2026-11-23 09:00:00', 'phone', '3-502'), (2, '2026-11-23 09:10:00', 'phone', '3号楼502室');

-- example: a second later they called again; so did another home, and by another channel
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, channel, unit)
VALUES (1, '2026-11-23 09:00:00', 'phone', '3-502'), (2, '2026-11-23 09:10:01', 'phone', '3-502'),
       (3, '2026-11-23 09:01:00', 'phone', '3-503'), (4, '2026-11-23 09:01:00', 'letter', '3-502');

-- example: a phone alone; what says nothing of either is nobody's twice
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
INSERT INTO given_complaint (id, at, channel, phone)
VALUES (1, '2026-11-23 09:00:00', 'phone', '13800008000'), (2, '2026-11-23 09:05:00', 'phone', '13800008000');
INSERT INTO given_complaint (id, at, channel) VALUES (3, '2026-11-23 09:00:00', 'letter'), (4, '2026-11-23 09:05:00', 'letter');

-- example: a phone however it is spelt; another's last digit differs, and 无 of an older store is no phone
-- now: 2026-11-30 00:00:00
-- findings: 3 notice
INSERT INTO given_complaint (id, at, channel, phone)
VALUES (1, '2026-11-23 09:00:00', 'phone', '13800008000'), (2, '2026-11-23 09:01:00', 'phone', '+86 138 0000 8000'),
       (3, '2026-11-23 09:02:00', 'phone', '１３８-００００-８０００'), (4, '2026-11-23 09:03:00', 'phone', '138.0000.8000'),
       (5, '2026-11-23 09:04:00', 'phone', '13800008001'), (6, '2026-11-23 09:05:00', 'phone', '无'),
       (7, '2026-11-23 09:06:00', 'phone', '无');

-- example: three of one kind are each told of once; one that is void is none
-- now: 2026-11-30 00:00:00
-- findings: 2 notice
INSERT INTO given_complaint (id, at, channel, unit, phone)
VALUES (1, '2026-11-23 09:00:00', 'phone', '3-502', '13800008000'), (2, '2026-11-23 09:02:00', 'phone', '3-502', '13800008000'),
       (3, '2026-11-23 09:04:00', 'phone', '3-502', '13800008000'), (4, '2026-11-23 09:06:00', 'phone', '3-502', '13800008000');
INSERT INTO given_void (matter, at) VALUES (4, '2026-11-23 10:00:00');

-- example: a phone alone; what says nothing of either is nobody's twice, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
INSERT INTO given_complaint (id, at, channel, phone)
VALUES (1, '2026-11-23 09:00:00', 'phone', '13800008000'), (2, '2026-11-23 09:05:00', 'phone', '13800008000');
INSERT INTO given_complaint (id, at, channel) VALUES (3, '2026-11-23 09:00:00', 'letter'), (4, '2026-11-23 09:05:00', 'letter');
INSERT INTO given_complaint (id, at, channel, unit) VALUES (51, '2026-11-23 09:00:00', 'phone', '3-502'), (52, '2026-11-23 09:10:01', 'phone', '3-502'), (53, '2026-11-23 09:01:00', 'phone', '3-503'), (54, '2026-11-23 09:01:00', 'letter', '3-502');

-- example: the same phone again: fifty records before is looked at, fifty-one before is not
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
-- says: TS-2026-0051 has the same channel, contact and text as TS-2026-0001
INSERT INTO given_complaint (id, at, phone)
VALUES (1, '2026-11-23 09:00:00', '13800008000'), (51, '2026-11-23 09:05:00', '13800008000'),
       (100, '2026-11-24 09:00:00', '13800008001'), (151, '2026-11-24 09:05:00', '13800008001');

-- example: ten minutes to the second before and after, but not one more; other words are another complaint
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
-- says: TS-2026-0003 has the same channel, contact and text as TS-2026-0002
INSERT INTO given_repair (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-501');
INSERT INTO given_complaint (id, at, unit)
VALUES (2, '2026-11-23 09:10:00', '3-502'), (3, '2026-11-23 09:00:00', '3-502'),
       (4, '2026-11-23 09:10:01', '3-503'), (5, '2026-11-23 09:00:00', '3-503'),
       (6, '2026-11-23 09:00:00', '3-504'), (7, '2026-11-23 09:00:00', '3-504');
UPDATE content SET value = '电梯停了' WHERE id = 700001;

-- example: the same words at one home as a complaint and as an opinion
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_suggestion (id, at, unit) VALUES (2, '2026-11-23 09:05:00', '3-502');
UPDATE content SET value = '楼道灯不亮' WHERE id = 200001;

-- example: the first of two becomes void: until that second they are two
-- now: 2026-11-24 09:00:00
-- findings: 1 notice
-- says: TS-2026-0004 has the same channel, contact and text as TS-2026-0003
INSERT INTO given_complaint (id, at, unit)
VALUES (1, '2026-11-23 09:00:00', '3-502'), (2, '2026-11-23 09:05:00', '3-502'),
       (3, '2026-11-23 09:00:00', '3-503'), (4, '2026-11-23 09:05:00', '3-503');
INSERT INTO given_void (matter, at) VALUES (1, '2026-11-24 09:00:00'), (3, '2026-11-24 09:00:01');

-- example: what two say is alike once a number is cut out of either; where it stood in a phone's cell the words are as they said them
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
-- says: TS-2026-0006 has the same channel, contact and text as TS-2026-0005
INSERT INTO given_complaint (id, at, unit)
VALUES (1, '2026-11-23 09:00:00', '3-502'), (2, '2026-11-23 09:05:00', '3-502'), (3, '2026-11-23 09:00:00', '3-503'),
       (4, '2026-11-23 09:05:00', '3-503'), (5, '2026-11-23 09:00:00', '3-504'), (6, '2026-11-23 09:05:00', '3-504');
INSERT INTO said (id, place, row, digest)
VALUES (200001, 'matter.text', 2, x'00'), (300001, 'matter.text', 3, x'00'), (600002, 'matter.phone', 6, x'00');
INSERT INTO erasure (id, sort, at, recorder, reason) VALUES (1, 'redacted', unixepoch('2026-11-24 10:00:00'), 6, 0);
INSERT INTO erased_value (id, erasure, said, matter, sort, digest)
VALUES (1, 1, 200001, 2, 'cut', x'00'), (2, 1, 300001, 3, 'cut', x'00'), (3, 1, 600002, 6, 'gone', x'00');

-- example: a hundred calls later the same home is found still, and a phone from another home no more
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
-- says: TS-2026-0102 has the same channel, contact and text as TS-2026-0002
INSERT INTO given_complaint (id, at, channel, unit, phone)
VALUES (1, '2026-11-23 09:00:00', 'phone', '3-502', '13800008000'), (2, '2026-11-23 09:00:00', 'phone', '3-504', '13800008001'),
       (101, '2026-11-23 09:05:00', 'phone', '3-503', '13800008000'), (102, '2026-11-23 09:05:00', 'phone', '3-504', NULL);

-- equivalent: n.id BETWEEN m.id - 50 AND m.id - 1 => n.id BETWEEN m.id - 50 AND m.id - 0
-- because: none is its own second: that is asked below
