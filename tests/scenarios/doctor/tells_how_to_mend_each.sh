#!/bin/sh
# Each thing wrong is exit 1, named under its check, with how to mend it in both languages.
. "$(dirname "$0")/../lib.sh"
needs_root
office
cp "$HUIYIN_DB" "$scratch/good"
# ails CHECK REMEDY: doctor finds a fault there, and says this
ails() {
    for language in zh-CN en; do
        exits 1 huiyin doctor --json --lang $language
        json ".healthy == false and (.checks[] | select(.check == \"$1\")
            | .state == \"fault\" and (.remarks | any(.fault and (.remedy | contains(\"$2\")))))"
    done
    exits 1 huiyin doctor
}
well() { exits 0 huiyin doctor; }

chmod 0666 "$HUIYIN_DB"
ails file chmod
chmod 0604 "$HUIYIN_DB" "$HUIYIN_DB".lock "$HUIYIN_DB"-journal
exits 0 huiyin doctor --json
json '.checks[] | select(.check == "file") | .state == "notice" and (.remarks[0].remedy | contains("setfacl"))'
chmod 0600 "$HUIYIN_DB" "$HUIYIN_DB".lock "$HUIYIN_DB"-journal
well
chmod 0777 "$scratch"
ails folder 'chmod o-w'
chmod 0700 "$scratch"

# A shared store whose surroundings are not.
chmod 0660 "$HUIYIN_DB" "$HUIYIN_DB".lock "$HUIYIN_DB"-journal
ails folder 'chmod 2770'
chmod 0770 "$scratch"
ails folder 'chmod g+s'
chmod 2770 "$scratch"
well
chgrp nogroup "$scratch"
ails folder chgrp
chgrp root "$scratch"
chgrp nogroup "$HUIYIN_DB".lock
ails companions 'chgrp root'
chgrp root "$HUIYIN_DB".lock
chmod 0644 "$HUIYIN_DB"-journal
ails companions 'chmod 660'
chmod 0600 "$HUIYIN_DB" "$HUIYIN_DB".lock "$HUIYIN_DB"-journal
chown nobody "$HUIYIN_DB".lock
ails companions 'chown --reference'
chown root "$HUIYIN_DB".lock
rm "$HUIYIN_DB"-journal
ln -s /etc/passwd "$HUIYIN_DB"-journal
ails companions 'rm '
rm "$HUIYIN_DB"-journal
well

# A write that was cut off.
printf '\331\325\005\371\040\241\143\327' >"$HUIYIN_DB"-journal
chmod 0600 "$HUIYIN_DB"-journal
ails interrupted-write -journal
rm "$HUIYIN_DB"-journal

# The clock behind the last entry, and one that was put back and right again.
clock '2026-11-22 08:00:00'
ails clock timedatectl
exits 0 huiyin staff add late --name '晚' --role clerk --superior ma
clock '2026-11-23 09:00:00'
exits 0 huiyin doctor --json
json '.checks[] | select(.check == "clock") | .state == "notice"'

sql "UPDATE office SET timezone = 'Mars/Olympus'"
ails time-zone tzdata
cp "$scratch/good" "$HUIYIN_DB"
sql "UPDATE journal SET hash = x'00' WHERE seq = (SELECT max(seq) FROM journal)"
ails journal 'audit verify'
cp "$scratch/good" "$HUIYIN_DB"
sql "CREATE TABLE extra (id INTEGER)"
ails opening 'audit verify'
head -c 9000 /dev/zero | dd of="$HUIYIN_DB" bs=4096 seek=4 conv=notrunc status=none
exits 1 huiyin doctor
rm "$HUIYIN_DB"
ails file init
ln -s "$scratch/good" "$HUIYIN_DB"
ails file --db
rm "$HUIYIN_DB"
mkfifo "$HUIYIN_DB"
ails file --db
