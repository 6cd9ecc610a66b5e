#!/bin/sh
# Every command of the program in the name of every role: permitted, or exit 7 with one entry of its
# own and no change. The table beside this file is the office's; a command that it lacks is a failure.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
seal="$scratch/seal.pem"
exits 0 huiyin audit keygen "$seal"
exits 0 huiyin backup "$scratch/copy.db"
echo 'note TS-2026-9999 --text 补记' >"$scratch/batch"
printf '房号\n1-101\n' >"$scratch/homes.csv"
echo '照片' >"$scratch/photo"
printf '登录名,姓名,角色,上级\nqian,钱进,clerk,ma\n' >"$scratch/staff.csv"
grep -v '^#' "$(dirname "$0")/table" >"$scratch/table"

huiyin help --json | jq -r '.[] | "\(.noun) \(.verb)" | rtrimstr(" ")' | sort >"$scratch/commands"
sed 's/ *|.*//; s/ --.*//' "$scratch/table" | sort -u >"$scratch/known"
missing=$(comm -23 "$scratch/commands" "$scratch/known")
[ -z "$missing" ] || fail 'every command of the program in the table of roles' "none for: $missing"
has() { grep -qx "$1" "$scratch/commands"; }

# denials: how many entries of this sort the journal has, and how many entries in all
denials() { huiyin audit log --json | jq -r '"\([.[] | select(.kind == "denied")] | length) \(length)"'; }

tried=0 denied=0
for role in C:chen T:wu S:sun M:ma H:tao A:zhou X:"$admin"; do
    letter=${role%%:*} who=${role#*:}
    before=$(denials)
    number=0 refused=0
    while IFS='|' read -r command roles arguments; do
        command=$(echo $command)
        has "${command%% --*}" || continue
        number=$((number + 1))
        new="$scratch/new-$letter-$number"
        set --
        for word in ${command%% --*} $arguments; do
            case $word in
                NEW) word=$new ;;
                PHOTO) word="$scratch/photo" ;;
                RULE) word="$(dirname "$0")/../rules/same-day.sql" ;;
                HOMES) word="$scratch/homes.csv" ;;
                BATCH) word="$scratch/batch" ;;
                STAFF) word="$scratch/staff.csv" ;;
                SEAL) word=$seal ;;
                NAME) word=新$letter ;;
                COPY) word="$scratch/copy.db" ;;
            esac
            set -- "$@" "$word"
        done
        # Headquarters' store knows no staff of an office, only PostgreSQL's roles.
        if [ "$1" = hq ]; then run huiyin "$@" </dev/null; else run as "$who" "$@" </dev/null; fi
        tried=$((tried + 1))
        case $roles in
            *"$letter"*)
                [ "$code" -ne 7 ] && [ "$code" -ne 2 ] || fail "'$command' permitted to $letter" "exit $code"
                ;;
            *)
                [ "$code" -eq 7 ] || fail "'$command' denied to $letter" "exit $code"
                refused=$((refused + 1))
                ;;
        esac
    done <"$scratch/table"
    after=$(denials)
    [ $((${after% *} - ${before% *})) -eq "$refused" ] ||
        fail "$refused denials of $letter on record" "$before, then $after"
    denied=$((denied + refused))
done

# No denied command changed anything, and all of it is proved.
exits 0 huiyin audit log --json
json 'all(.[] | select(.kind == "denied"); .subjects == [])'
exits 0 huiyin audit verify
echo "$tried tried, $denied denied"
