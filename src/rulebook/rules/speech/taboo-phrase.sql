-- id: speech.taboo-phrase
-- clause: 2.2.1
-- severity: refuse*
-- judges: matter
-- when: harsh letter
-- blames: step
-- blamed: doer
-- title.zh: 对业主不说服务忌语
-- title.en: No taboo phrase to a resident
-- message.zh: {subject} 的「{what}」含服务忌语:{found}(括号内为第几个字)
-- message.en: {subject}: "{what}" contains taboo phrases: {found} (in brackets: the character's position)
-- remedy.zh: 换一种说法;转述他人的话请放进「」或“”。已经当面或电话说出口的,用 --as-happened 据实登记
-- remedy.en: reword it; put quotations in 「」 or “”; if it was said aloud already, record it with --as-happened
-- reads: step callback letter
WITH said_to_residents AS (
    SELECT m.no, s.id, s.at, s.what, s.method, s.text
    FROM scope_matter m JOIN steps s ON s.matter = m.id
    WHERE s.what IN (SELECT what FROM step_kind WHERE spoken)
    UNION ALL -- when: called
    SELECT m.no, c.id, c.at, 'callback', c.method, c.settled
    FROM scope_matter m JOIN callbacks c ON c.matter = m.id
    UNION ALL -- when: letter
    -- An open letter is the text of its own matter, under its heading.
    SELECT l.no, s.id, s.at, 'letter', NULL, iif(words.part = 'text', l.text, l.subject)
    FROM scope_letter l JOIN steps s ON s.matter = l.id AND s.seq = 1
    CROSS JOIN (SELECT 'text' AS part UNION ALL SELECT 'subject') words
    UNION ALL -- when: letter
    -- What it is corrected to is read by everybody too, and is the correction's own fault.
    SELECT l.no, s.id, s.at, 'letter', NULL, s.text
    FROM scope_letter l JOIN steps s ON s.matter = l.id
    WHERE s.field IN ('text', 'subject')
), judged AS MATERIALIZED (
    -- Words that were erased stay said: what they held is kept with the record of that.
    SELECT s.*,
           coalesce((SELECT v.phrase FROM main.erased_value v WHERE v.said = s.text AND v.phrase IS NOT NULL
                     ORDER BY v.id DESC LIMIT 1),
                    taboo(t.value, s.at)) AS found
    FROM said_to_residents s JOIN main.content t ON t.id = s.text
)
SELECT j.no AS subject, j.at AS since, j.id AS row, j.what, j.found,
       -- A letter can still be rewritten; spoken words cannot be taken back.
       -- One comforts and apologises aloud, unless it says otherwise.
       coalesce(j.method IN ('phone', 'visit'), j.what IN (SELECT what FROM step_kind WHERE aloud)) AS pardonable
FROM judged j
WHERE j.found <> '';

-- example: a plain reply is fine
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, method, text)
VALUES (1, 'reply', '2026-11-23 10:00:00', 'phone', '已安排师傅下午上门');

-- example: a taboo phrase is refused
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, method, text)
VALUES (1, 'reply', '2026-11-23 10:00:00', 'phone', '这个我不清楚');

-- example: quoting the resident is no taboo
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, method, text)
VALUES (1, 'reply', '2026-11-23 10:00:00', 'letter', '您说“不清楚收费标准”,现随信附上');

-- example: what was said on the phone stays said and is a breach
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, method, text, as_happened)
VALUES (1, 'reply', '2026-11-23 10:00:00', 'phone', '这个我不清楚', '已在电话中说出');

-- example: a letter can be rewritten whatever the reason given
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, method, text, as_happened)
VALUES (1, 'reply', '2026-11-23 10:00:00', 'letter', '这个我不清楚', '信已寄出');

-- example: the office's own phrases count from the day they were listed
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_policy (key, value, at)
VALUES ('speech.taboo', '不知道,不懂,不清楚,不归我管,你打…电话或找…问,自己想办法', '2026-11-23 12:00:00');
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, method, text)
VALUES (1, 'reply', '2026-11-23 11:59:59', 'phone', '您自己想办法吧');
INSERT INTO given_step (matter, what, at, method, text)
VALUES (2, 'reply', '2026-11-23 12:00:00', 'phone', '您自己想办法吧');

-- example: an open letter is read by everybody
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_letter (id, at, text) VALUES (1, '2026-11-23 09:00:00', '何时来水我们不清楚');

-- example: and so is its heading
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_letter (id, at, subject) VALUES (1, '2026-11-23 09:00:00', '关于停水原因不清楚的说明');

-- example: a letter that is out is not corrected to a taboo phrase
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_letter (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, field, text, reason)
VALUES (1, 'amend', '2026-11-23 10:00:00', 'text', '何时来水我们不清楚', '笔误');

-- example: what a letter is corrected to and why may be plain words
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_letter (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, field, text, reason)
VALUES (1, 'amend', '2026-11-23 10:00:00', 'text', '7 日检修,当晚恢复', '原来的日期写得不清楚');

-- example: an answer to a suggestion too
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_suggestion (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, method, text)
VALUES (1, 'answer', '2026-11-23 10:00:00', 'phone', '谢谢,不过这不归我管');

-- example: spoken words that were taken out of the record later were spoken all the same
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, method, text, as_happened)
VALUES (1, 'reply', '2026-11-23 10:00:00', 'phone', '这个我不清楚', '已在电话中说出');
INSERT INTO given_erasure (id, step, at, sort, text, phrase)
VALUES (1, 1002, '2026-11-24 10:00:00', 'replaced', '已说明情况', '“不清楚”(4)');

-- example: what is left after a name was cut out is not judged anew
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, method, text)
VALUES (1, 'reply', '2026-11-23 10:00:00', 'phone', '已告知您不王丽清楚');
INSERT INTO given_erasure (id, step, at, sort, text, phrase)
VALUES (1, 1002, '2026-11-24 10:00:00', 'cut', '已告知您不清楚', '');

-- example: what was said in comforting or by way of apology cannot be taken back
-- now: 2026-11-25 00:00:00
-- findings: 2 breach
INSERT INTO given_event (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, text, as_happened) VALUES (1, 'comfort', '2026-11-23 10:00:00', '这个我不清楚', '当面说出');
INSERT INTO given_repair (id, at) VALUES (2, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, text, as_happened) VALUES (2, 'apology', '2026-11-23 10:00:00', '这个我不清楚', '当面说出');

-- example: an apology by letter can be rewritten
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, method, text, as_happened)
VALUES (1, 'apology', '2026-11-23 10:00:00', 'letter', '这个我不清楚', '信已寄出');

-- example: an open letter is read by everybody, while another one is in order
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_letter (id, at, text) VALUES (1, '2026-11-23 09:00:00', '何时来水我们不清楚');
INSERT INTO given_complaint (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, method, text) VALUES (51, 'reply', '2026-11-23 10:00:00', 'phone', '已安排师傅下午上门');

-- example: spoken words that were taken out of the record later were spoken all the same, while another one is in order
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, method, text, as_happened)
VALUES (1, 'reply', '2026-11-23 10:00:00', 'phone', '这个我不清楚', '已在电话中说出');
INSERT INTO given_erasure (id, step, at, sort, text, phrase)
VALUES (1, 1002, '2026-11-24 10:00:00', 'replaced', '已说明情况', '“不清楚”(4)');
INSERT INTO given_complaint (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, method, text) VALUES (51, 'reply', '2026-11-23 10:00:00', 'phone', '已安排师傅下午上门');

-- example: a letter that is out is not corrected to a taboo phrase, while another one is in order
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_letter (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, field, text, reason)
VALUES (1, 'amend', '2026-11-23 10:00:00', 'text', '何时来水我们不清楚', '笔误');
INSERT INTO given_letter (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, field, text, reason) VALUES (51, 'amend', '2026-11-23 10:00:00', 'text', '7 日检修,当晚恢复', '原来的日期写得不清楚');

-- example: how a callback settled it, called by its name and told of once
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
-- says: TS-2026-0001: "called back" contains
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-24 09:00:00');
INSERT INTO content (id, value) VALUES (900001, '这个我不清楚');
UPDATE callback SET raised = 1, settled = 900001;

-- example: a letter is called one and judged once, and so is its correction; what else is corrected about it is not read by residents
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
-- says: GX-2026-0001: "the letter" contains
INSERT INTO given_letter (id, at, text) VALUES (1, '2026-11-23 09:00:00', '何时来水我们不清楚');
INSERT INTO given_step (matter, what, at, field, text, reason) VALUES (1, 'amend', '2026-11-23 10:00:00', 'opened-at', '时间不清楚', '笔误');

-- example: of words that were replaced twice it is kept what they held at first
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, method, text, as_happened)
VALUES (1, 'reply', '2026-11-23 10:00:00', 'phone', '这个我不清楚', '已在电话中说出');
INSERT INTO given_erasure (id, step, at, sort, text, phrase)
VALUES (1, 1002, '2026-11-24 10:00:00', 'replaced', '已说明情况', '“不清楚”(4)');
INSERT INTO erasure (id, sort, at, recorder, reason) VALUES (2, 'redacted', unixepoch('2026-11-24 11:00:00'), 6, 0);
INSERT INTO erased_value (id, erasure, said, matter, sort, digest) SELECT 2, 2, text, 1, 'replaced', x'00' FROM step WHERE id = 1002;
