#!/bin/sh
# Four clerks at a time, and still no gap, no double and no lost record.
. "$(dirname "$0")/../lib.sh"
office_now
before=$(entries_now)

clerk() {
    for _ in 1 2 3 4 5 6; do
        as chen complaint add --channel letter --text "$1 号窗口" || return
    done
}
for window in 1 2 3 4; do
    clerk "$window" >"$scratch/window-$window" 2>"$scratch/window-$window.err" &
    eval "window_$window=\$!"
done
for window in 1 2 3 4; do
    eval "wait \$window_$window" || {
        err=$(cat "$scratch/window-$window.err")
        fail 'every window records' "window $window did not"
    }
done

year=$(TZ=$zone date +%Y)
wanted=$(seq -f "TS-$year-%04.0f" 24)
same 'the numbers' "$wanted" "$(sort "$scratch"/window-?)"
same 'the entries' $((before + 24)) "$(entries_now)"
exits 0 huiyin audit verify
