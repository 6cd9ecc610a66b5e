#!/bin/sh
# What the program itself puts on file (the name of a shift, the text of a repair that a patrol opened) is
# stored, so in one language: the office's.
. "$(dirname "$0")/../lib.sh"
clock '2026-11-23 08:00:00'
exits 0 huiyin init --office 'Dormitory Service Office' --language en --timezone "$zone"
exits 0 huiyin staff add tao --name 'Tao' --role head
exits 0 huiyin staff add chen --name 'Chen' --role clerk --superior tao
exits 0 huiyin staff add wu --name 'Wu' --role technician --superior tao
exits 0 huiyin area add 'Boiler room'
exits 0 as tao duty schedule --who chen --from '2026-11-23 08:00' --to '2026-11-23 20:00' --kind day
exits 0 as chen duty start
exits 0 as chen duty patrol 'Boiler room' --result fault --repair plumbing
exits 0 as chen order dispatch bx-1 --to wu
for step in arrive 'start --content valve --agreed-by Zhang' 'finish --result replaced'; do
    eval "exits 0 as wu order ${step%% *} pg-1 $(printf '%s' "$step" | cut -d' ' -f2- -s)"
done
exits 0 as chen repair add --channel phone --phone 13800008000 --category plumbing --text 'it drips again' --rework-of bx-1
exits 0 as chen complaint add --channel phone --phone 13800008000 --text noise
exits 0 as chen complaint settle ts-1 --findings true --opinion talk --reply done --method phone
exits 0 as tao callback log ts-1 --method phone --satisfied no --raised 'the light too' --settled 'today' --opens complaint
stored=$(sqlite3 -readonly "$HUIYIN_DB" .dump | grep -v '^CREATE\|^INSERT INTO search_index' | grep -P '[\x{4e00}-\x{9fff}]')
same 'Chinese on file' '' "$stored"
