#!/bin/sh
# A month's roster from the table on the wall: by weekdays or by a cycle of days, three shifts to 24:00 and across
# midnight, one or several people. All that is wrong in it is told at once, and so are all clashes.
. "$(dirname "$0")/../lib.sh"
clock '2026-11-23 08:00:00'
office
export HUIYIN_LANG=en
lays() {
    _first=$1 _last=$2
    shift 2
    as ma duty schedule --pattern "$scratch/table.csv" --from "$_first" --to "$_last" "$@"
}
table() { printf "$@" >"$scratch/table.csv"; }

# Four days repeat: three shifts a day, and who has slept is off. December has 31 days.
table 'day,from,to,kind,who,with
1,8:00,16:00,day,li,
1,16:00,24:00,day,chen,sun
1,00:00,8:00,overnight,wu,zhou
2,08:00,16:00,day,sun,
2,16:00,24:00,day,li,"chen,wu"
2,0:00,08:00,overnight,mei,
3,08:00,16:00,day,li,
3,16:00,24:00,day,zhou,
3,00:00,08:00,overnight,sun,
'
adds_an_entry 0 lays 2026-12-01 2026-12-31 --quiet
same 'its first number' PB-2026-0001 "$out"
shows 'length == 93 and .[0].from == "2026-12-01T00:00:00+08:00" and .[0].who == "wu" and .[0].with == ["zhou"]
    and .[2].from == "2026-12-01T16:00:00+08:00" and .[2].to == "2026-12-02T00:00:00+08:00"
    and .[-1].to == "2027-01-01T00:00:00+08:00" and .[-1].who == "chen" and .[-1].with == ["sun"]
    and ([.[1:] | to_entries[]] | length) == 92' as ma duty roster
same 'no minute is left out' 0 "$(huiyin duty roster --json | jq '[range(1; length) as $i | select(.[$i - 1].to != .[$i].from)] | length')"

# Again it clashes with itself: every clash is told, nothing is recorded.
rejects 4 lays 2026-12-31 2026-12-31 --json
json '[.findings[] | select(.rule == "duty.roster-clash") | .subject] | unique | length == 3'
rejects 4 lays 2026-12-31 2026-12-31
tells 'from 2026-12-31 16:00:00'

# By weekdays, in both languages, across midnight; a table of Excel's with semicolons, in GB18030.
printf '日;自;至;班次;值班人;同班\n周六;20:00;8:00;值宿;li;"chen、sun"\n星期日;20:00;8:00;值宿;wu;\nMon;20:00;8:00;overnight;sun;\n' |
    iconv -f UTF-8 -t GB18030 >"$scratch/table.csv"
adds_an_entry 0 lays 2027-01-30 2027-02-02
tells GB18030
shows '[.[] | select(.from > "2027-01-15")] | map([.who, .from, .to, .kind]) == [
    ["li", "2027-01-30T20:00:00+08:00", "2027-01-31T08:00:00+08:00", "overnight"],
    ["wu", "2027-01-31T20:00:00+08:00", "2027-02-01T08:00:00+08:00", "overnight"],
    ["sun", "2027-02-01T20:00:00+08:00", "2027-02-02T08:00:00+08:00", "overnight"]]' as ma duty roster

# As the wall has it: other words for the columns and for the kinds of shift, names.
printf '星期,起,止,班种,值班员,同班\n周一,8:00,20:00,白班,李雷,陈静\n周天,20:00,8:00,夜班,孙红,\n' >"$scratch/table.csv"
adds_an_entry 0 lays 2027-06-13 2027-06-14
shows '[.[] | select(.from > "2027-06-01")] | map([.who, .kind]) == [["sun", "overnight"], ["li", "day"]]' as ma duty roster
printf '星期,起,止,班种,值班员\n周一,8:00,20:00,黑班,李雷\n' >"$scratch/table.csv"
HUIYIN_LANG=zh-CN rejects 2 lays 2027-06-13 2027-06-14
tells '班种 不能是「黑班」'
tells '写 值班(白班)或 值宿(夜班)'

# Clashes within one table: a person on twice, two of a kind over each other.
table 'day,from,to,kind,who,with\n1,08:00,16:00,day,li,chen\n1,15:00,22:00,overnight,chen,\n2,08:00,16:00,day,li,\n2,12:00,20:00,day,sun,\n'
rejects 4 lays 2027-03-01 2027-03-02 --json
json '[.findings[] | select(.rule == "duty.roster-clash") | .subject] | unique | length == 4'

# All that is wrong in the file, by its line.
table 'day,from,to,kind,who,with\n0,08:00,16:00,day,li,\nmoon,25:00,16:00,night,,\n1,24:00,8,day,li,li\n'
rejects 2 lays 2027-03-01 2027-03-02
for word in "line 2: day cannot be '0'" "line 3: day cannot be 'moon'" "line 3: from cannot be '25:00'" \
    "line 3: kind cannot be 'night'" 'line 3: who is empty' 'line 4: from cannot be 24:00' "line 4: to cannot be '8'"; do
    tells "$word"
done
table 'day,from,to,kind,who\nmon,08:00,16:00,day,li\n1,16:00,20:00,day,chen\n'
rejects 2 lays 2027-03-01 2027-03-02
tells 'both weekdays and numbers'
table 'day,from,kind,whom,day\n1,08:00,day,li,1\n'
rejects 2 lays 2027-03-01 2027-03-02
for word in "no column 'whom'" "two columns 'day'" 'column to is missing' 'column who is missing'; do tells "$word"; done
table 'day,from,to,kind,who\n1,08:00,16:00,day,nobody\n'
rejects 3 lays 2027-03-01 2027-03-02
table 'day,from,to,kind,who\nmon,08:00,16:00,day,li\n'
rejects 2 lays 2027-03-02 2027-03-03
tells 'no day from'
rejects 2 lays 2027-03-03 2027-03-02
rejects 2 lays 2027-03-01 2029-03-02
rejects 2 lays '2027-03-01 08:00' 2027-03-02
tells 'takes a day'
rejects 2 as ma duty schedule --pattern "$scratch/table.csv" --from 2027-03-01 --to 2027-03-02 --who li --with sun
tells --who
tells --with
rejects 1 as ma duty schedule --pattern "$scratch/absent.csv" --from 2027-03-01 --to 2027-03-02

# One shift by itself needs what the table would say, and its hours.
rejects 2 as ma duty schedule --from 2027-03-01 --to '2027-03-01 16:00'
for word in '--who is missing' '--kind is missing' '--from lacks its hour' 'write it as 2027-03-01 08:00'; do tells "$word"; done
for who in chen sun wu zhou; do
    denies as "$who" duty schedule --pattern "$scratch/table.csv" --from 2027-03-01 --to 2027-03-02
done
