#!/bin/sh
# A folder in a file's place gives nothing to read and no error: every command that takes a file says so, records
# nothing and ends with 2. Of an export it names the file that was meant.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
mkdir "$scratch/folder"
folder=$scratch/folder
export HUIYIN_LANG=en
exits 0 huiyin audit keygen "$scratch/seal.pem"

# is_told WHO CMD…
is_told() {
    rejects 2 as "$@"
    tells "folder is a folder, not a file"
    tells "name the file in it"
}
is_told chen batch "$folder"
is_told chen batch --csv 'complaint add' "$folder"
is_told "$admin" batch --replay "$folder"
is_told ma unit import "$folder"
is_told "$admin" staff import "$folder"
is_told chen attach ts-1 "$folder"
is_told ma duty schedule --pattern "$folder" --from 2026-12-01 --to 2026-12-31
is_told zhou audit check-proof "$folder" --public-key "$scratch/seal.pem.pub"
is_told zhou audit check-proof "$scratch/seal.pem" --public-key "$folder"
is_told zhou audit consistency "$folder" "$folder" --out "$scratch/none"
is_told zhou audit verify --anchor "$folder"
is_told zhou audit seal --key-file "$folder"
never_tells 'others can read'
is_told zhou bundle --out "$scratch/none" --key-file "$folder"
is_told "$admin" restore "$folder"
for verb in add try; do
    rejects 2 huiyin rules $verb "$folder"
    tells 'rule file'
done
# On standard input, too.
reading_folder() { huiyin --as chen batch <"$folder"; }
rejects 2 reading_folder
tells 'is a folder'

# Of an export the file that was meant is named, and is then taken.
exits 0 as tao export "$scratch/export" --with-personal-data
rejects 2 huiyin batch --replay "$scratch/export"
tells "$scratch/export/commands.jsonl"
: >"$scratch/empty.jsonl"
rejects 2 huiyin batch --replay "$scratch/empty.jsonl"
tells 'no export'
HUIYIN_DB=$scratch/anew.db
exits 0 huiyin init --office x --language zh-CN --timezone Asia/Shanghai
exits 0 huiyin batch --replay "$scratch/export/commands.jsonl"
shows 'length == 1' huiyin complaint list
