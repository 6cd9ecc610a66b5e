#!/bin/sh
# What a file was called is what somebody typed: as a path it leads nowhere out of the folder.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
echo '签字单' >"$scratch/sheet.txt"
exits 0 as chen attach "$ts" "$scratch/sheet.txt"
echo '原样' >"$scratch/precious"
exits 0 as ma redact "$ts" --field 2.name --text '../../../precious' --reason '文件名里有姓名'
exits 0 as tao export "$scratch/export" --with-personal-data
same 'the file outside' 原样 "$(cat "$scratch/precious")"
same 'the attachment' 签字单 "$(cat "$scratch/export/attachments/$ts-2/precious")"
