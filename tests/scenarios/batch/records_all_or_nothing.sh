#!/bin/sh
# Many commands, one transaction, one entry; one bad line and nothing is recorded, every bad line told.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

cat >"$scratch/lines" <<'END'
complaint add --channel letter --text '楼道灯不亮' --unit 3-502

# A comment, as people keep them.
complaint add --channel phone --phone 13800008000 --text "热水时有时无"
complaint assign ts-1 --to chen
END
adds_an_entry 0 as chen batch "$scratch/lines" --json
same 'one result a line' '1 4 5' "$(printf '%s\n' "$out" | jq -r .line | paste -sd ' ')"
same 'the numbers' 'TS-2026-0001 TS-2026-0002 TS-2026-0001' \
    "$(printf '%s\n' "$out" | jq -r .no | paste -sd ' ')"

cat >"$scratch/lines" <<'END'
complaint add --channel letter --text '楼道灯不亮'
complaint add --channel visit --unit 3-502 --text '楼上夜里敲打'
complaint add --channel letter --text '楼道灯还不亮'
complaint assign ts-99 --to chen
END
rejects 4 as chen batch "$scratch/lines"
tells 2.2.3
tells TS-2026-0099
rejects 4 as chen batch "$scratch/lines" --json
same 'one result a line' '1 2 3 4' "$(printf '%s\n' "$out" | jq -r .line | paste -sd ' ')"
same 'every failing line' 'refused not-found' \
    "$(printf '%s\n' "$out" | jq -r 'select(.line == 2 or .line == 4) | .error' | paste -sd ' ')"
same 'no line as done' 0 "$(printf '%s\n' "$out" | jq -s 'map(select(.ok)) | length')"
an_anonymous_complaint
same 'no number used up' TS-2026-0003 "$ts"

# Standard input will do.
from_stdin() { printf 'complaint add --channel letter --text 楼道灯不亮\n' | as chen batch; }
adds_an_entry 0 from_stdin
from_dash() { printf 'complaint add --channel letter --text 楼道灯不亮\n' | as chen batch -; }
adds_an_entry 0 from_dash

# As an editor on another system saves it: a byte order mark, and CRLF.
printf '\357\273\277complaint add --channel letter --text 楼道灯不亮\r\n\r\n# 备注\r\n' >"$scratch/lines"
adds_an_entry 0 as chen batch "$scratch/lines"
