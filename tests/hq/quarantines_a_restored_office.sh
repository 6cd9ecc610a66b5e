# An office that was put back from a backup has another past from then on, by whatever command it was put back:
# quarantined, both branches kept, nothing more taken; its figures stay.
. "$(dirname "$0")/lib.sh"

one_office_registered
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel letter --text 一
exits 0 huiyin backup "$scratch/backup.db"
accepts as chen complaint add --channel letter --text 二
accepts as chen complaint add --channel letter --text 三
hands_in "$scratch/one"
takes "$scratch/one"
rows=$(psql_says 'SELECT count(*) FROM huiyin.matter')
cp "$HUIYIN_DB" "$scratch/before.db"

clock '2026-11-24 09:00:00'
exits 0 huiyin restore "$scratch/backup.db" --accept-loss 磁盘损坏
for text in 四 五 六 七 八; do accepts as chen complaint add --channel letter --text "$text"; done
hands_in "$scratch/branch" --since-anchor "$(receipt)"
for _ in 1 2; do
    exits 5 huiyin hq ingest "$scratch/branch" --json
    json '.[0] | .result == "quarantined" and .exit == 5 and .office == "学府苑"'
    tells '从备份恢复'
    shows '.[0].state == "quarantined"' huiyin hq status
done
same 'matters' "$rows" "$(psql_says 'SELECT count(*) FROM huiyin.matter')"
same_as_office 学府苑 "$scratch/before.db"
same 'the branch that is kept' "$(huiyin audit head --json | jq -r .head)" \
    "$(psql_says 'SELECT hash FROM huiyin.office_fork')"
# What it had handed in before is taken already; what goes on is not taken.
exits 0 huiyin hq ingest "$scratch/one"
clock '2026-11-25 09:00:00'
HUIYIN_DB=$scratch/before.db
accepts as chen complaint add --channel letter --text 旧支
hands_in "$scratch/old-branch" --since-anchor "$(receipt)"
exits 5 huiyin hq ingest "$scratch/old-branch" --json
json '.[0].result == "refused"'
tells 隔离
shows '.[0] | (.fork.entries > .fork.common) and .refused.file == "old-branch" and (.refused.remedy | length > 0)' \
    huiyin hq status

# Restored from a copy that is newer than what headquarters knows: nothing forked.
HUIYIN_DB=$scratch/second/office.db
exits 0 huiyin init --office 第二处
registered 第二处
exits 0 huiyin staff add li --name 李四 --role auditor
hands_in "$scratch/first"
takes "$scratch/first"
exits 0 huiyin backup "$scratch/late.db"
exits 0 huiyin restore "$scratch/late.db"
clock '2026-11-26 09:00:00'
hands_in "$scratch/later" --since-anchor "$(receipt)"
takes "$scratch/later"
json '.[0].result == "taken"'
same_as_office 第二处

# An older copy of the file, put back by hand and used on: the same. What people said is kept of neither branch.
cp "$HUIYIN_DB" "$scratch/copy.db"
common=$(entries_now)
exits 0 huiyin staff add wang --name 王五 --role auditor
clock '2026-11-27 09:00:00'
hands_in "$scratch/ahead" --since-anchor "$(receipt)"
takes "$scratch/ahead"
cp "$HUIYIN_DB" "$scratch/before.db"
cp "$scratch/copy.db" "$HUIYIN_DB"
clock '2026-11-28 09:00:00'
exits 0 huiyin staff add zhao --name 赵无名 --role auditor
hands_in "$scratch/copied" --with texts --since-anchor "$(receipt)"
exits 5 huiyin hq ingest "$scratch/copied" --json
json ".[0] | .result == \"quarantined\" and (.problems[0] | (.message | contains(\"第 $((common + 1)) 条\")) and (.remedy | length > 0))"
shows ".[1] | .state == \"quarantined\" and .fork.common == $common and .fork.head == \"$(huiyin audit head --json | jq -r .head)\"" \
    huiyin hq status
exits 0 huiyin hq status
case $out in *'第二处:2026-11-28'*"第 $common 条日志之后出现分岔"*清除*) ;; *) fail 'why it is quarantined, and what that keeps from it' "$out" ;; esac
same_as_office 第二处 "$scratch/before.db"
same 'entries of the branch' $(($(entries_now) - common)) \
    "$(psql_says "SELECT count(*) FROM huiyin.fork_entry JOIN huiyin.office_head USING (office) WHERE name = '第二处'")"
psql_says CHECKPOINT >"$scratch/psql"
! grep -rqaF 赵无名 "$pg" || fail 'nothing said in any file of the server' 'it is'
