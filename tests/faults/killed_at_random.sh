#!/bin/sh
# kill -9 at a random moment, on one store that goes on growing. Of what was acknowledged nothing is
# lost; of each killed process at most one record is there that nobody was told of.
. "$(dirname "$0")/lib.sh"
fixture

kills=${FAULTS_KILLS:-$(short_or_long 60 10000)}
# The whole audit after every tenth turn; in the long run, whose store grows a hundredfold, every 20th.
audit_every=$(short_or_long 10 20)
seed=${FAULTS_SEED:-20261125}

# One command a line: its words, and a moment from 0 to 1.
collect() { { quoted "$@" && echo; } >>"$scratch/list"; }
each_row again collect
fresh
# Shuffled like cards: each comes once before any comes again.
awk -v seed="$seed" -v kills="$kills" '
    { commands[NR] = $0 }
    END {
        srand(seed)
        for (n = 0; n < 3 * kills; n++) {
            if (left == 0) { left = NR; for (i = 1; i <= NR; i++) deck[i] = commands[i] }
            drawn = 1 + int(rand() * left)
            print rand(), deck[drawn]
            deck[drawn] = deck[left--]
        }
    }
' "$scratch/list" >"$scratch/turns"
# Every kind of command is killed or survives it.
doors=$(sed 's/^ *\([a-z]*\) \([a-z]*\).*/\1-\2/' "$scratch/list" | sort -u)

acknowledged=0 unacknowledged=0
known=$(entries_in "$HUIYIN_DB")
: >"$scratch/numbers"

# after_a_turn: what the store came to, against what was answered
after_a_turn() {
    recovered
    _now=$(entries_in "$HUIYIN_DB")
    case $code in
        0)
            [ "$_now" -eq $((known + 1)) ] || broken 'one entry more' "$known, then $_now"
            acknowledged=$((acknowledged + 1))
            # What a batch prints is three numbers; a seal, JSON in a file.
            grep '^[A-Z][A-Z]-' "$scratch/out" >>"$scratch/numbers"
            ;;
        *)
            [ "$_now" -eq "$known" ] || [ "$_now" -eq $((known + 1)) ] ||
                broken 'at most one entry that nobody was told of' "$known, then $_now"
            unacknowledged=$((unacknowledged + _now - known))
            ;;
    esac
    known=$_now
}

# The kill falls between the start and a little after the usual end of a command, which is learned on
# the way: too many survive, and it comes earlier.
longest=200
while [ "$hit" -lt "$kills" ] && read -r moment line <&7; do
    delay=$(awk -v moment="$moment" -v longest="$longest" 'BEGIN { print moment * longest / 1000 + 0.001 }')
    tried=$((tried + 1))
    struck "$(echo "$line" | sed 's/^ *\([a-z]*\) \([a-z]*\).*/\1-\2/')"
    eval "run timeout -s KILL $delay $HUIYIN $line"
    case $code in
        0) longest=$((longest > 20 ? longest - longest / 15 : 19)) ;;
        137)
            hit=$((hit + 1))
            longest=$((longest + longest / 15 + 1))
            ;;
        *) broken 'exit 0 or a death' "exit $code" ;;
    esac
    after_a_turn
    if [ $((tried % audit_every)) -eq 0 ]; then holds; fi
    survived=$hit
done 7<"$scratch/turns"
holds

# Every number that was told is there exactly once.
{
    echo 'CREATE TEMP TABLE told (no TEXT);'
    sort "$scratch/numbers" | uniq | sed "s/.*/INSERT INTO told VALUES ('&');/"
    echo "SELECT no FROM told WHERE (SELECT count(*) FROM (SELECT no FROM main.matter UNION ALL
        SELECT no FROM main.callback UNION ALL SELECT no FROM main.dispatch_order) n WHERE n.no = told.no) <> 1;"
} | sqlite3 -readonly "$HUIYIN_DB" >"$scratch/missing"
[ ! -s "$scratch/missing" ] || broken 'every acknowledged number exactly once' "$(cat "$scratch/missing")"

row "kill -9 at random (seed $seed)"
printf '%-42s acknowledged %d, recorded but never told %d, %d numbers there once each\n' '' \
    "$acknowledged" "$unacknowledged" "$(sort -u "$scratch/numbers" | wc -l)"
