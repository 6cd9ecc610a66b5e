#!/bin/sh
# One entry may be several people's: each is named, and found by their login. Who was denied a line
# took no part in it.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
printf '%s\n' 'complaint add --channel letter --text 楼道灯不亮 --as chen' \
    'complaint add --channel letter --text 热水时有时无 --as li' \
    'complaint add --channel letter --text 门口积水 --as wu' >"$scratch/lines"
exits 7 huiyin batch --on-error skip "$scratch/lines"
for who in chen li; do
    shows '[.[] | select(.kind == "command") | .staff] == ["chen, li"]' huiyin audit log --who "$who" --command batch
done
shows '[.[] | .kind] == ["denied"]' huiyin audit log --who wu

# Names with a dash are no numbers.
hires wu-2 '吴强' technician ma
exits 0 huiyin audit history wu-2
shows 'length == 1' huiyin audit log --subject wu-2
exits 0 huiyin area add 'A-座'
exits 0 huiyin audit log --subject 'A-座'
