#!/bin/sh
# A week of an office of twelve, as cron would run it: each gets one letter a time of what they must do, nothing twice in a
# day, nothing once it was done, nobody anything who has nothing to do; a letter says that it is UTF-8.
. "$(dirname "$0")/../lib.sh"
office
hires gao 高山 clerk ma
hires he 何洁 steward ma
hires luo 罗明 technician mei
job=$(cd "$(dirname "$0")/../../../docs/jobs" && pwd)/remind.sh
same 'people in the office' 12 "$(huiyin staff list --json | jq length)"

# A mailer that keeps each letter in its reader's box, below the time at which it came.
mkdir "$scratch/bin" "$scratch/box"
cat >"$scratch/bin/sendmail" <<END
#!/bin/sh
cat >"$scratch/letter"
to=\$(sed -n 's/^To: //p' "$scratch/letter")
{ echo "== \$SENT"; cat "$scratch/letter"; } >>"$scratch/box/\$to"
END
chmod +x "$scratch/bin/sendmail"
# The job runs the program as the scenario does: under the clock that stands still.
cat >"$scratch/bin/huiyin" <<END
#!/bin/sh
LD_PRELOAD=$faketime_library FAKETIME_FMT=%s FAKETIME=\$MOMENT FAKETIME_DONT_FAKE_MONOTONIC=1 exec "$HUIYIN" --as ma "\$@"
END
chmod +x "$scratch/bin/huiyin"
# reminds TIME: the job, then
reminds() {
    clock "$1"
    exits 0 env PATH="$scratch/bin:$PATH" HUIYIN="$scratch/bin/huiyin" MOMENT="$epoch" SENT="$1" sh "$job"
    prints_nothing
    tells_nothing
}
# three_times DAY
three_times() { for hour in 08:05 12:00 17:00; do reminds "2026-11-$1 $hour:00"; done; }
# mail LOGIN: the lines of their letters that tell of something, each behind the time it came
mail() {
    [ ! -e "$scratch/box/$1" ] || awk '/^== /{ at = $2 " " $3 } /-2026-[0-9]/{ print at, $0 }' "$scratch/box/$1" |
        sed 's/  */ /g'
}

# Monday: nothing is due yet in the morning; then a complaint of sun's and a repair of wu's.
reminds '2026-11-23 08:05:00'
same 'letters about nothing' '' "$(ls "$scratch/box")"
clock '2026-11-23 09:00:00'
a_complaint --unit 3-502
accepts as chen complaint assign ts-1 --to sun
a_complaint --unit 1-101
accepts as chen complaint assign ts-2 --to he
a_repair --unit 2-301
an_order
arrives
starts
defers parts '2026-11-24 12:00'
reminds '2026-11-23 12:00:00'
reminds '2026-11-23 17:00:00'
# Tuesday: sun has replied, he has not and is told again.
clock '2026-11-23 18:00:00'
accepts as sun complaint settle ts-1 --findings 属实 --opinion 处理 --reply '已处理,抱歉' --method phone
three_times 24
clock '2026-11-24 18:00:00'
accepts as he complaint settle ts-2 --findings 属实 --opinion 处理 --reply '已处理,抱歉' --method phone
finishes
# Wednesday: what is called back within three days comes up on the last of them; sun is away, mei acts.
exits 0 huiyin staff away sun --from '2026-11-25 00:00' --to '2026-11-26 12:00' --acting mei
three_times 25
three_times 26
clock '2026-11-26 17:30:00'
accepts as mei callback log ts-1 --method phone --satisfied yes
accepts as he callback log ts-2 --method visit --satisfied yes --signed-by 王芳
accepts as he callback log "$bx" --method phone --satisfied yes
exits 0 as chen complaint close ts-1 --outcome 已处理
exits 0 as chen complaint close ts-2 --outcome 已处理
for day in 27 28 29; do three_times $day; done

# Each what was theirs, when it came up, once a day.
same "sun's letters" '2026-11-23 12:00:00 2026-11-24 09:00 TS-2026-0001 3-502 及时答复 2.2.4' "$(mail sun | head -1)"
never() { mail "$1" | grep -q "$2" && fail "nothing of '$2' to $1" "$(mail "$1")" || :; }
never sun '^2026-11-24 .*及时答复'
mail he | grep -q '2026-11-24 08:05:00 .*TS-2026-0002' || fail "he's second letter" "$(mail he)"
mail mei | grep -q '2026-11-25 1[27]:.*TS-2026-0001\|2026-11-26 .*TS-2026-0001' || fail 'mei, who acts for sun' "$(mail mei)"
never wu '^2026-11-2[5-9] .*限时解决'
for who in tao chen li zhou gao luo; do [ ! -e "$scratch/box/$who" ] || fail "no letter to $who" "$(mail $who)"; done
for box in "$scratch/box"/*; do
    who=$(basename "$box")
    twice=$(mail "$who" | awk '{ day = $1; $1 = $2 = $3 = $4 = ""; if (seen[day $0]++) print day, $0 }')
    [ -z "$twice" ] || fail "nothing twice in a day to $who" "$twice"
    letters=$(grep -c '^== ' "$box")
    same "each letter of $who in UTF-8" "$letters" "$(grep -c '^Content-Type: text/plain; charset=UTF-8$' "$box")"
done
# The weekend, when all was done, brought nobody a letter about what was done.
for who in sun he mei wu; do never "$who" '2026-11-2[789].*\(TS\|BX\)-'; done

# What no mailer takes is told to whoever runs the job.
a_complaint
accepts as chen complaint assign "$ts" --to li
printf '#!/bin/sh\nexit 75\n' >"$scratch/bin/sendmail"
exits 1 env PATH="$scratch/bin:$PATH" HUIYIN="$scratch/bin/huiyin" MOMENT="$epoch" SENT=- sh "$job"
prints "$ts"
prints li:
