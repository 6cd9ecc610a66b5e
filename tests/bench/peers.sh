#!/bin/sh
# Stores of other tools with so many records, and the commands that add one more: sh tests/bench/peers.sh
# FOLDER RECORDS. FOLDER/commands has a line for each tool that is installed: name, tab, command.
set -eu
folder=$1 records=$2
[ ! -e "$folder/commands" ] || exit 0
mkdir -p "$folder"
: >"$folder/commands.new"
has() { command -v "$1" >/dev/null || ! echo "without $1, which is not installed" >&2; }
offer() { printf '%s\t%s\n' "$1" "$2" >>"$folder/commands.new"; }

if has task; then
    mkdir -p "$folder/task"
    printf 'data.location=%s/task\nconfirmation=off\nverbose=nothing\nhooks=off\n' "$folder" >"$folder/taskrc"
    if [ "$records" -gt 0 ]; then
        awk -v records="$records" 'BEGIN { for (n = 1; n <= records; ++n)
            printf "{\"description\":\"第%d次反映楼道灯不亮\",\"status\":\"pending\",\"entry\":\"20261101T000000Z\",\"uuid\":\"00000000-0000-4000-8000-%012d\"}\n",
                n, n }' | TASKRC="$folder/taskrc" task import - >/dev/null 2>&1
    fi
    offer taskwarrior "env TASKRC=$folder/taskrc task add 夜里楼上施工吵得睡不着"
fi
if has fossil; then
    export HOME="$folder" USER="${USER:-root}"
    fossil init "$folder/repo.fossil" >/dev/null
    # Its own import of so many tickets takes hours: the size is made by rows in its ticket table.
    sqlite3 "$folder/repo.fossil" "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $records)
        INSERT INTO ticket (tkt_uuid, tkt_mtime, title) SELECT printf('%040d', i), 2461000, '第' || i || '次反映楼道灯不亮'
        FROM n WHERE $records > 0"
    offer fossil "env HOME=$folder USER=$USER fossil ticket add title 夜里楼上施工吵得睡不着 -R $folder/repo.fossil"
fi
if has recins; then
    awk -v records="$records" 'BEGIN { print "%rec: Complaint\n%key: No\n%auto: No\n%type: No int\n"
        for (n = 0; n < records; ++n) printf "No: %d\nChannel: phone\nText: 第%d次反映楼道灯不亮\n\n", n, n }' \
        >"$folder/complaints.rec"
    offer recutils "recins -t Complaint -f Channel -v phone -f Text -v 夜里楼上施工吵得睡不着 $folder/complaints.rec"
fi
if has ledger; then
    awk -v records="$records" 'BEGIN { for (n = 1; n <= records; ++n)
        printf "2026-11-01 第%d次反映楼道灯不亮\n  受理  1\n  在办\n\n", n }' >"$folder/office.ledger"
    # It adds nothing itself: an entry is appended to its file, and it reads that to say whether it is good.
    offer ledger "sh -c 'printf \"2026-11-02 夜里楼上施工\n  受理  1\n  在办\n\n\" >>$folder/office.ledger && ledger -f $folder/office.ledger stats'"
fi
mv "$folder/commands.new" "$folder/commands"
