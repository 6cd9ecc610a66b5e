# The company's week and month: sums of what the offices filed or, where they did not, of what their rows say; each
# office by its own calendar, and by name whoever is missing. Rates add as numerators and denominators.
. "$(dirname "$0")/lib.sh"

one_office_registered
clock '2026-11-23 09:00:00'
shows '.offices == [] and (.missing | map(.why)) == ["nothing"]' huiyin hq report weekly --week 2026-W48

# A week at an office: complaints, some replied to; one that is void, one before the week begins.
accepts as chen complaint add --channel phone --phone 13800008000 --unit 3-502 --text 电梯停了
ts=$no
accepts as chen complaint assign "$ts" --to chen
clock '2026-11-23 11:00:00'
accepts as chen complaint settle "$ts" --findings 查过 --opinion 修 --reply 已修 --method phone
clock '2026-11-23 14:00:00'
accepts as chen callback log "$ts" --method phone --satisfied yes
accepts as chen complaint close "$ts" --outcome 已修
accepts as chen complaint add --channel letter --text 写错
accepts as ma void "$no" --reason 登记错误
accepts as chen complaint add --channel letter --text "LED 楼道灯"
accepts as chen repair add --channel phone --category plumbing --unit 3-502 --phone 13800008000 --text 水管
accepts as chen suggestion add --kind opinion --channel phone --unit 3-502 --phone 13800008000 --text 扶手
clock '2026-11-30 08:00:00'
accepts as chen complaint add --channel letter --text 下一周的
hands_in "$scratch/one"
takes "$scratch/one"

# Not filed yet: counted from its rows, and the same as the office counts itself.
huiyin report weekly --week 2026-W48 --dry-run --as ma --json >"$scratch/own.json"
exits 0 huiyin hq report weekly --week 2026-W48 --json
printf '%s' "$out" >"$scratch/company.json"
json '.week == "2026-W48" and (.offices | length) == 1 and .missing == [] and (.offices[0].filed | not)'
for key in .complaints.received .complaints.by_channel .complaints.closed .complaints.open_at_end .suggestions.received \
    .callbacks.done .callbacks.satisfied.num .callbacks.satisfied.den .callbacks.signed_visits.den .repairs.received \
    .repairs.finished .repairs.open_at_end .complaints.reply_seconds.median .complaints.reply_seconds.p90; do
    same "$key as at the office" "$(jq -c "$key" "$scratch/own.json")" "$(jq -c "$key" "$scratch/company.json")"
done
same 'received, not void, within the week' 2 "$(jq .complaints.received "$scratch/company.json")"

# Filed: the office's own figures, rates among them.
exits 0 huiyin report weekly --week 2026-W48 --as ma
clock '2026-11-30 08:10:00'
hands_in "$scratch/two" --since-anchor "$(receipt)"
takes "$scratch/two"
shows '.offices[0] | .filed and .edition == 1 and .zone == "Asia/Shanghai" and (.from | startswith("2026-11-23T00:00:00+08:00"))' \
    huiyin hq report weekly --week 2026-W48
exits 0 huiyin hq report weekly --week 2026-W48 --json
same 'a rate' "$(jq -c '.complaints.replied_on_time | [.num, .den]' "$scratch/own.json")" \
    "$(printf '%s' "$out" | jq -c '.complaints.replied_on_time | [.num, .den]')"
json '.complaints.replied_on_time.den == 1 and .offices[0].ranks["complaints/replied_on_time"] == null'
json '(.trend | map(.week)) == ["2026-W48"]'

# A second office in another zone, whose week begins elsewhere; a third shares figures alone, a fourth is late.
first_db=$HUIYIN_DB
other() {
    HUIYIN_DB=$scratch/$1/office.db
    TZ=$3 exits 0 huiyin init --office "$2" --timezone "$3"
    registered "$2"
    exits 0 huiyin staff add li --name 李四 --role head
    exits 0 huiyin staff add qian --name 钱五 --role clerk --superior li
}
clock '2026-11-20 09:00:00'
other second 伦敦处 Europe/London
clock '2026-11-23 09:00:00'
accepts huiyin complaint add --channel letter --text 伦敦的第一件 --as qian
# Monday 03:00 in Shanghai is Sunday there: the week of before.
clock '2026-11-30 03:00:00'
accepts huiyin complaint add --channel letter --text 伦敦的星期日 --as qian
clock '2026-11-30 09:00:00'
hands_in "$scratch/london"
takes "$scratch/london"
clock '2026-11-20 09:00:00'
other third 数字处 Asia/Shanghai
clock '2026-11-30 09:00:00'
exits 0 huiyin report weekly --week 2026-W48 --as li
hands_in "$scratch/figures" --with figures
takes "$scratch/figures"
clock '2026-11-20 09:00:00'
other fourth 迟交处 Asia/Shanghai
clock '2026-11-25 09:00:00'
accepts huiyin complaint add --channel letter --text 半周 --as qian
hands_in "$scratch/late"
takes "$scratch/late"
clock '2026-11-30 10:00:00'
exits 0 huiyin hq report weekly --week 2026-W48 --json
json '(.offices | map(.office)) == ["学府苑", "伦敦处", "数字处"] and (.missing | map([.office, .why])) == [["迟交处", "not-yet"]]'
json '.complaints.received == 4 and .offices[1].figures.complaints.received == 2 and (.offices[1].from | startswith("2026-11-23T00:00:00+00:00"))'
shows '.offices | map(.office) == ["学府苑", "伦敦处", "数字处"]' huiyin hq report weekly

# A month is counted from rows; who shares figures alone filed none.
clock '2026-12-01 09:00:00'
HUIYIN_DB=$first_db
hands_in "$scratch/three" --since-anchor "$(receipt)"
takes "$scratch/three"
exits 0 huiyin hq report monthly --month 2026-11 --json
json '.month == "2026-11" and (.offices | map(.office)) == ["学府苑"] and .complaints.received == 3
    and (.missing | map([.office, .why])) == [["伦敦处", "not-yet"], ["数字处", "not-yet"], ["迟交处", "not-yet"]]'
exits 2 huiyin hq report monthly --week 2026-W48
exits 2 huiyin hq report weekly --month 2026-11

# On paper: every office by name, who is missing first; a page, a workbook.
exits 0 huiyin hq report weekly --week 2026-W48
case $out in *迟交处*学府苑*伦敦处*数字处*) ;; *) fail 'each office, who is missing first' "$out" ;; esac
# A sum that lacks an office says so beside the figure; one of all says nothing.
tells_of() { printf '%s\n' "$out" | grep "^ *$1 " || fail "a figure $1" "$out"; }
case $(tells_of 违规) in *'只含已归档的 2 个办公室'*) ;; *) fail 'whose breaches these are' "$out" ;; esac
case $(tells_of 投诉) in *只含*) fail 'complaints of all three' "$out" ;; esac
exits 0 huiyin hq report weekly --week 2026-W48 --format html --out "$scratch/week.html"
grep -q 迟交处 "$scratch/week.html" || fail 'who is missing, on the page' 'nobody'
run huiyin hq report weekly --week 2026-W48 --format xlsx --out "$scratch/week.xlsx"
[ "$code" -ne 0 ] || python3 -c "import sys, zipfile; names = zipfile.ZipFile(sys.argv[1]).namelist(); sys.exit('xl/workbook.xml' not in names)" "$scratch/week.xlsx" ||
    fail 'a workbook' none

# A quarantined office's figures stay, marked.
psql_says "UPDATE huiyin.office_head SET status = 'quarantined' WHERE name = '学府苑'" >"$scratch/psql"
shows '.offices[0].quarantined and .complaints.received == 4' huiyin hq report weekly --week 2026-W48
psql_says "UPDATE huiyin.office_head SET status = 'active' WHERE name = '学府苑'" >"$scratch/psql"

# What they found is their own word; texts are found where they are shared, and no name is.
exits 4 huiyin hq check --json
same 'findings' "$(huiyin check --all --json | jq '.findings | length')" \
    "$(printf '%s' "$out" | jq '[.findings[] | select(.office == "学府苑")] | length')"
shows '.found == [] and (.not_shared | length) == 4' huiyin hq search 电梯
hands_in "$scratch/texts" --with texts
takes "$scratch/texts"
shows ".found | length == 1 and .[0].no == \"$ts\" and .[0].text == \"电梯停了\"" huiyin hq search 梯停
shows '.found == []' huiyin hq search 13800008000
shows '.found == []' huiyin hq search '%'
shows ".found | length == 1 and .[0].text == \"LED 楼道灯\"" huiyin hq search led
exits 0 huiyin hq search 电梯
tells ''
case $out in *学府苑*伦敦处*) ;; *) fail 'where, and who shares no texts' "$out" ;; esac
