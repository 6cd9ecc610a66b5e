#!/bin/sh
# A month of the roster on one sheet: each day with its shifts, who answers first and who is with them; what is void is not
# on it, and the first and last days are there whole (clauses 1.2, 1.9).
. "$(dirname "$0")/../lib.sh"
office
cat >"$scratch/table.csv" <<'END'
day,from,to,kind,who,with
1,08:00,20:00,day,chen,"sun、wu"
1,20:00,24:00,overnight,li,
END
exits 0 as ma duty schedule --pattern "$scratch/table.csv" --from 2026-11-30 --to 2027-01-01
shows '.form == "duty-roster" and (.sheets[0].rows | length == 5)
    and .sheets[0].rows[0].mon == "" and (.sheets[0].rows[0].tue | contains("01") and contains("值班 08:00–20:00")
        and contains("陈静(同班 孙红、吴刚)") and contains("值宿 20:00–24:00") and contains("李雷"))
    and (.sheets[0].rows[4].thu | startswith("31")) and .sheets[0].rows[4].fri == ""' \
    as wu form duty-roster --month 2026-12
# Of thirty-one days each has both shifts.
same 'shifts on the sheet' 62 "$(printf '%s' "$out" | grep -o '[0-9][0-9]:00–[0-9][0-9]:00' | wc -l | tr -d ' ')"
accepts as ma void PB-2026-0003 --reason 换人
exits 0 as wu form duty-roster --month 2026-12 --json
same 'without the void one' 61 "$(printf '%s' "$out" | grep -o '[0-9][0-9]:00–[0-9][0-9]:00' | wc -l | tr -d ' ')"
# This month unless said; a month of a week that begins it on a Monday has no empty first row.
shows '.sheets[0].rows[5].mon | startswith("30")' as wu form duty-roster
shows '.sheets[0].rows[0].mon | startswith("01")' as wu form duty-roster --month 2027-02
exits 2 as wu form duty-roster --month 2026-13
