#!/bin/sh
# Two clerks' accounts and an auditor's on one machine, each under a login of their own: every command
# of the role table, by the operating system's word alone for who they are. The auditor is not in the
# group and reads by an ACL: what they may write is exit 1, what they may not is exit 7.
. "$(dirname "$0")/../lib.sh"
needs_root
command -v setfacl >/dev/null || skip 'needs setfacl (package acl)'
clock real
group=40100 clerk=40001 technician=40002 auditor=40003 stranger=40004
mkdir "$scratch/desk" "$scratch/kept"
chmod 0711 "$scratch"
chmod 0777 "$scratch/kept"
cp "$HUIYIN" "$scratch/huiyin"
chmod 0755 "$scratch/huiyin"
HUIYIN_DB="$scratch/desk/office.db"

# by UID CMD…: as this OS user; the auditor and the stranger are in no group
by() {
    _uid=$1
    shift
    case $_uid in "$clerk" | "$technician") _groups=--groups=$group ;; *) _groups=--clear-groups ;; esac
    (umask 077 && exec setpriv --reuid="$_uid" --regid="$_uid" "$_groups" \
        env LC_ALL=C HUIYIN_DB="$HUIYIN_DB" HOME=/nonexistent "$scratch/huiyin" "$@")
}

exits 0 huiyin init --office '学府苑' --group "$group"
same 'the folder' "2770 $group" "$(stat -c '%a %g' "$scratch/desk")"
for file in office.db office.db-journal office.db.lock; do
    same "$file" "660 $group" "$(stat -c '%a %g' "$scratch/desk/$file")"
done
exits 0 huiyin staff add tao --name '陶建国' --role head
exits 0 huiyin staff add ma --name '马丽' --role manager --superior tao
exits 0 huiyin staff add "uid-$clerk" --name '陈静' --role clerk --superior ma
exits 0 huiyin staff add "uid-$technician" --name '吴刚' --role technician --superior ma
exits 0 huiyin staff add "uid-$auditor" --name '周敏' --role auditor
setfacl -m "u:$auditor:rx" "$scratch/desk"
setfacl -d -m "u:$auditor:r" "$scratch/desk"
for file in "$HUIYIN_DB" "$HUIYIN_DB-journal" "$HUIYIN_DB.lock"; do setfacl -m "u:$auditor:r" "$file"; done
exits 0 huiyin doctor

# They record in turn, in their own names; files they make anew serve the other as well.
accepts by "$clerk" complaint add --channel letter --text '楼道灯不亮'
ts=$no
accepts by "$technician" note "$ts" --text '灯管备件已领'
rm "$HUIYIN_DB-journal" "$HUIYIN_DB.lock"
accepts by "$clerk" complaint assign "$ts" --to "uid-$clerk"
accepts by "$technician" note "$ts" --text '已到场'
same 'the new lock' "660 $group" "$(stat -c '%a %g' "$HUIYIN_DB.lock")"
exits 0 huiyin doctor
exits 0 huiyin audit log --json
json ".[-1].os_user == \"uid-$technician\" and .[-1].staff == \"uid-$technician\""
json ".[-2].os_user == \"uid-$clerk\""

# Nobody lends a name, and a stranger does not even see the file.
denies by "$clerk" complaint add --channel letter --text '灯' --as ma
exits 1 by "$stranger" complaint list
exits 7 by "$auditor" complaint list --as ma

# The auditor reads and proves, and leaves no trace but in the system's log.
leaves_no_entry by "$auditor" complaint list --json
json 'length == 1'
leaves_no_entry by "$auditor" audit verify
leaves_no_entry by "$auditor" doctor
leaves_no_entry by "$auditor" check

# The whole table.
exits 0 huiyin audit keygen "$scratch/kept/seal.pem"
exits 0 huiyin backup "$scratch/kept/copy.db"
chmod 0644 "$scratch/kept/seal.pem"
echo '照片' >"$scratch/kept/photo"
echo 'note TS-2026-9999 --text 补记' >"$scratch/kept/batch"
# A clone may lie where nobody else may read.
cp "$(dirname "$0")/../rules/same-day.sql" "$scratch/kept/rule.sql"
chmod 0644 "$scratch"/kept/*
denials() { huiyin audit log --json | jq '[.[] | select(.kind == "denied")] | length'; }
huiyin help --json | jq -r '.[] | "\(.noun) \(.verb)" | rtrimstr(" ")' >"$scratch/commands"
grep -v '^#' "$(dirname "$0")/../role/table" >"$scratch/table"
for role in C:$clerk T:$technician A:$auditor; do
    letter=${role%%:*} uid=${role#*:}
    before=$(denials)
    number=0 refused=0
    while IFS='|' read -r command roles arguments; do
        command=$(echo $command)
        grep -qx "${command%% --*}" "$scratch/commands" || continue
        number=$((number + 1))
        set --
        for word in ${command%% --*} $arguments; do
            case $word in
                NEW) word="$scratch/kept/new-$letter-$number" ;;
                PHOTO) word="$scratch/kept/photo" ;;
                BATCH) word="$scratch/kept/batch" ;;
                SEAL) word="$scratch/kept/seal.pem" ;;
                RULE) word="$scratch/kept/rule.sql" ;;
                COPY) word="$scratch/kept/copy.db" ;;
                nobody-here) word=tao ;;
            esac
            set -- "$@" "$word"
        done
        run by "$uid" "$@" </dev/null
        case $roles in
            *"$letter"*)
                [ "$code" -ne 7 ] && [ "$code" -ne 2 ] || fail "'$command' permitted to $letter" "exit $code"
                ;;
            *)
                # Where the store cannot even be opened to write, that is said first.
                [ "$code" -eq 7 ] || { [ "$letter" = A ] && [ "$code" -eq 1 ]; } ||
                    fail "'$command' denied to $letter" "exit $code"
                refused=$((refused + 1))
                ;;
        esac
    done <"$scratch/table"
    [ "$letter" != A ] || refused=0
    same "denials of $letter on record" "$((before + refused))" "$(denials)"
done
exits 0 huiyin audit verify
exits 0 huiyin doctor
