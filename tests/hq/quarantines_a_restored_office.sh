# An office that was put back from a backup has another past from then on: quarantined, both branches kept,
# nothing more taken; its figures stay.
. "$(dirname "$0")/lib.sh"

office
keys_made
server_begins
exits 0 huiyin hq init
registered 学府苑
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
