# An office that was restored from a backup: both branches are shown entry by entry; a person accepts one, with a
# reason, and headquarters' rows are that one's, as far as they were the other's. The other is kept and never counts.
. "$(dirname "$0")/lib.sh"

one_office_registered
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel letter --text 一 --unit 3-502
first=$no
common=$(entries_now)
exits 0 huiyin backup "$scratch/backup.db"
common=$(entries_now)
accepts as chen complaint assign "$first" --to chen
accepts as chen complaint add --channel letter --text 二
accepts as ma amend "$first" --unit 3-503 --reason 听错
accepts as ma void "$no" --reason 登记错误
hands_in "$scratch/one"
takes "$scratch/one"
cp "$HUIYIN_DB" "$scratch/ours.db"
exits 3 huiyin hq fork show 学府苑
exits 3 huiyin hq fork accept 学府苑 --head 00 --reason 试

clock '2026-11-24 09:00:00'
exits 0 huiyin restore "$scratch/backup.db" --accept-loss 磁盘损坏
for text in 四 五 六; do accepts as chen complaint add --channel letter --text "$text"; done
accepts as chen complaint settle "$first" --findings 查过 --opinion 修 --reply 已修 --method letter
hands_in "$scratch/branch" --since-anchor "$(receipt)"
exits 5 huiyin hq ingest "$scratch/branch"
tells 'huiyin hq fork show'
cp "$HUIYIN_DB" "$scratch/theirs.db"
ours=$(sqlite3 -readonly "$scratch/ours.db" 'SELECT lower(hex(hash)) FROM journal ORDER BY seq DESC LIMIT 1')
theirs=$(huiyin audit head --json | jq -r .head)

# Both are shown, from the common entry on, and nobody is in them by name.
shows ".open and .common >= $common and (.branches | map(.standing)) == [\"here\", \"other\"]
    and .branches[0].head == \"$ours\" and .branches[1].head == \"$theirs\"
    and (.branches[0].log | map(.command) | any(contains(\"amend\")))
    and (.branches[1].log | map(.command) | any(contains(\"restore\")))" huiyin hq fork show 学府苑
exits 0 huiyin hq fork show 学府苑
case $out in *"$ours"*amend*"$theirs"*"huiyin hq fork accept 学府苑 --head $ours --reason"*"huiyin hq fork accept 学府苑 --head $theirs --reason"*) ;; *) fail 'both branches, and how to decide' "$out" ;; esac

# To decide takes a branch and a reason; what is refused changes nothing.
before=$(everything_at_hq)
exits 2 huiyin hq fork accept 学府苑 --head "$theirs"
exits 2 huiyin hq fork accept 学府苑 --reason 磁盘损坏
exits 2 huiyin hq fork show 学府苑 --reason 磁盘损坏
exits 3 huiyin hq fork accept 学府苑 --head "$(printf '%064d' 0)" --reason 磁盘损坏
tells "$theirs"
same 'all that headquarters has' "$before" "$(everything_at_hq)"
same_as_office 学府苑 "$scratch/ours.db"

# The other one: back to the common entry and forward. Its bundle brings what it found, its receipt fits the office.
exits 0 huiyin hq fork accept 学府苑 --head "$theirs" --reason 磁盘损坏后恢复 --json
json "(.open | not) and (.branches | map(.standing)) == [\"here\", \"rejected\"] and .branches[0].head == \"$theirs\"
    and .branches[1].head == \"$ours\" and .branches[1].decided.reason == \"磁盘损坏后恢复\""
same_as_office 学府苑
same 'findings of neither' 0 "$(psql_says 'SELECT count(*) FROM huiyin.finding')"
shows ".[0].changes[-1] | .what == \"branch\" and .new == \"$theirs\" and .reason == \"磁盘损坏后恢复\"" huiyin hq office list
exits 0 huiyin hq fork accept 学府苑 --head "$theirs" --reason 再说一遍
takes "$scratch/branch"
json '.[0].result == "taken"'
shows '.[0].state == "current" and .[0].fork == null' huiyin hq status
exits 0 huiyin audit verify --anchor "$(receipt)" --public-key "$scratch/hq.pem.pub"
clock '2026-11-25 09:00:00'
accepts as chen complaint add --channel letter --text 七
hands_in "$scratch/next" --since-anchor "$(receipt)"
takes "$scratch/next"
same_as_office 学府苑
exits 0 huiyin hq verify 学府苑

# What was rejected is never taken again: its bundle of then stays taken, what goes on on it is refused.
takes "$scratch/one"
json '.[0] | .result == "already" and (.problems[0].message | contains("不作数") and contains("磁盘损坏后恢复"))'
tells 移出收件
clock '2026-11-26 09:00:00'
cp "$HUIYIN_DB" "$scratch/now.db"
cp "$scratch/ours.db" "$HUIYIN_DB"
accepts as chen complaint add --channel letter --text 旧支
hands_in "$scratch/old-branch"
exits 5 huiyin hq ingest "$scratch/old-branch" --json
json '.[0] | .result == "refused" and (.problems[0].message | contains("磁盘损坏后恢复")) and (.problems[0].remedy | contains("移出收件") and contains("huiyin hq fork show 学府苑"))'
exits 0 huiyin hq fork show 学府苑
cp "$scratch/now.db" "$HUIYIN_DB"
same_as_office 学府苑

# Another fork, where what is here is kept: nothing changes, and the office goes on.
cp "$HUIYIN_DB" "$scratch/kept.db"
accepts as chen complaint add --channel letter --text 八
hands_in "$scratch/eight" --since-anchor "$(receipt)"
takes "$scratch/eight"
cp "$HUIYIN_DB" "$scratch/going-on.db"
cp "$scratch/kept.db" "$HUIYIN_DB"
clock '2026-11-27 09:00:00'
accepts as chen complaint add --channel letter --text 误用旧副本
hands_in "$scratch/mistaken" --since-anchor "$(receipt)"
exits 5 huiyin hq ingest "$scratch/mistaken"
cp "$scratch/going-on.db" "$HUIYIN_DB"
exits 0 huiyin hq fork accept 学府苑 --head "$(huiyin audit head --json | jq -r .head)" --reason 误用了旧副本
same_as_office 学府苑
# Its bundle, which was never taken, lies on in the folder that cron takes: that fails no more, and says why.
for _ in 1 2; do
    takes "$scratch/mistaken"
    json '.[0] | .result == "rejected" and .exit == 0 and (.problems[0].message | contains("误用了旧副本"))'
    tells 移出收件
done
same_as_office 学府苑
accepts as chen complaint add --channel letter --text 九
hands_in "$scratch/nine" --since-anchor "$(receipt)"
takes "$scratch/nine"
same_as_office 学府苑
shows '.branches | map(.standing) == ["here", "rejected", "rejected"]' huiyin hq fork show 学府苑

# Figures alone: the past that was refused is shown, and may be accepted; the same bundle is taken then.
HUIYIN_DB=$scratch/figures/office.db
exits 0 huiyin init --office 数字处
registered 数字处
exits 0 huiyin staff add li --name 李四 --role head
exits 0 huiyin backup "$scratch/figures.db"
exits 0 huiyin staff add wang --name 王五 --role auditor
hands_in "$scratch/figures1" --with figures
takes "$scratch/figures1"
clock '2026-11-28 09:00:00'
exits 0 huiyin restore "$scratch/figures.db" --accept-loss 磁盘损坏
exits 0 huiyin staff add zhao --name 赵六 --role auditor
exits 0 huiyin staff add zhou --name 周七 --role auditor
hands_in "$scratch/figures2" --with figures --since-anchor "$(receipt)"
exits 5 huiyin hq ingest "$scratch/figures2"
tells 'huiyin hq fork show 数字处'
head=$(huiyin audit head --json | jq -r .head)
shows ".open and .common == null and .branches[1].head == \"$head\"" huiyin hq fork show 数字处
exits 0 huiyin hq fork accept 数字处 --head "$head" --reason 磁盘损坏
takes "$scratch/figures2"
json '.[0].result == "taken"'
clock '2026-11-29 09:00:00'
exits 0 huiyin staff add wu --name 吴八 --role auditor
hands_in "$scratch/figures3" --with figures --since-anchor "$(receipt)"
takes "$scratch/figures3"
json '.[0].result == "taken"'
