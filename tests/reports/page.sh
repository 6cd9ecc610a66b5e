#!/bin/sh
# The weekly report and three forms as a browser shows and prints them: charts are there, nothing is wider
# than a phone or a screen, A4 takes it in two pages, nothing is fetched, nothing is complained of, and what
# a resident wrote is no code.
command -v chromium >/dev/null && command -v pdfinfo >/dev/null || {
    echo 'skipped: needs chromium and pdfinfo (packages chromium poppler-utils fonts-noto-cjk)'
    exit 77
}
. "$(dirname "$0")/office.sh"
filed_weeks

browser() {
    timeout 60 chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
        --disable-background-networking --disable-component-update --disable-sync \
        --allow-file-access-from-files --user-data-dir="$scratch/profile" "$@"
}

# page NAME COMMAND…
page() {
    _name=$1
    shift
    exits 0 as ma "$@" --format html --out "$scratch/$_name.html" --quiet
}
page month report monthly --month 2026-11
# The week's is filed with a seal, whose code has to find its place.
exits 0 huiyin audit keygen "$scratch/key.pem"
exits 0 huiyin audit seal --key-file "$scratch/key.pem" --quiet
page report report weekly --week 2026-W47
page order form dispatch-order pg-3
page log form duty-log --from 2026-11-17 --to 2026-11-17
page register form complaint-register --from 2026-11-16 --to 2026-11-22
page roster form duty-roster --month 2026-11
# A letter that just fits its sheet.
long=$(printf '楼上每天夜里十一点以后还在装修,电钻声很大,孩子第二天要上学,老人有心脏病。%.0s' $(seq 19))
accepts as chen complaint add --channel phone --unit 9-901 --text 太吵
accepts as chen complaint assign "$no" --to sun
accepts as sun complaint settle "$no" --findings "$long" --opinion 限时 --reply "$long" --method letter
page letter form reply "$no"

# Each page in a frame as wide as a phone and one as wide as a screen; what is asked of it is answered in
# the frame's own words.
cat >"$scratch/frames.html" <<'END'
<!DOCTYPE html><meta charset="utf-8"><pre id="answers"></pre><script>
let waiting = 0;
for (const name of ['report', 'order', 'log', 'register']) for (const width of [360, 1280]) {
    ++waiting;
    const frame = document.createElement('iframe');
    frame.width = width; frame.height = 900; frame.src = name + '.html';
    frame.onload = () => {
        const page = frame.contentDocument, root = page.documentElement;
        document.getElementById('answers').textContent += [name, width,
            'overflow=' + Math.max(0, root.scrollWidth - width),
            'charts=' + page.querySelectorAll('svg[role=img][aria-label]').length,
            'shapes=' + page.querySelectorAll('svg rect, svg circle, svg polyline').length,
            'fetched=' + frame.contentWindow.performance.getEntriesByType('resource').length,
            'scripts=' + page.scripts.length,
            'unnamed=' + page.querySelectorAll('section:not([aria-labelledby]) > h2, th:not([scope])').length,
            'landmarks=' + page.querySelectorAll('main, header, footer').length].join(' ') + '\n';
        if (--waiting === 0) document.title = 'done';
    };
    document.body.append(frame);
}
</script>
END
browser --enable-logging=stderr --virtual-time-budget=8000 --dump-dom "file://$scratch/frames.html" \
    >"$scratch/dom" 2>"$scratch/console"
sed 's/.*<pre id="answers">//' "$scratch/dom" | grep -E '^[a-z]+ [0-9]+ overflow=[0-9]' >"$scratch/answers"
same 'eight frames answered' 8 "$(wc -l <"$scratch/answers")"
grep -v 'overflow=0 .*fetched=0 scripts=0 unnamed=0 landmarks=3' "$scratch/answers" &&
    fail 'no overflow, no request, no script, all named' "$(cat "$scratch/answers")"
# Complaints by day, replies, buildings by month, arrivals, rates, cover, trend, breaches; and the seal's code.
same 'eight charts and a code in the report' 2 "$(grep -c '^report .* charts=9 ' "$scratch/answers")"
grep -q 'CONSOLE' "$scratch/console" && fail 'a silent console' "$(grep CONSOLE "$scratch/console")"

# pages NAME MOST
pages() {
    browser --no-pdf-header-footer --print-to-pdf="$scratch/$1.pdf" "file://$scratch/$1.html" 2>/dev/null
    _pages=$(pdfinfo "$scratch/$1.pdf" | sed -n 's/^Pages: *//p')
    [ "$_pages" -le "$2" ] || fail "$1 on at most $2 pages" "$_pages"
}
pages report 2
pages month 2
pages order 1
pages log 2
pages register 1
pages roster 1
# It stands below its title, not on the next sheet.
pages letter 1
exit 0
