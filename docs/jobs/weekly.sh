#!/bin/sh
# Files last week's report (clause 5.5) and leaves it as a page. Silent when all is well; run twice, it
# files once and mails once.
#
#   HUIYIN_DB        the store
#   HUIYIN_REPORTS   where the pages go: 2026-W47.html; beside the store in reports/ unless set
#   HUIYIN_MAIL_TO   who gets the text by the system's own mailer; nobody unless set
set -eu

. "$(dirname "$0")/mail.sh"

: "${HUIYIN_DB:?name the store in HUIYIN_DB}"
program=${HUIYIN:-huiyin}
folder=${HUIYIN_REPORTS:-$(dirname "$HUIYIN_DB")/reports}
mkdir -p "$folder"

"$program" report weekly --quiet --json --out "$folder/latest.json"
week=$(sed -n 's/^{[^{]*"week":"\([^"]*\)".*/\1/p' "$folder/latest.json")
edition=$(sed -n 's/^{[^{]*"edition":\([0-9]*\).*/\1/p' "$folder/latest.json")
"$program" report weekly --week "$week" --quiet --format html --out "$folder/$week.html"

if [ -n "${HUIYIN_MAIL_TO:-}" ] && [ "$(cat "$folder/mailed" 2>/dev/null)" != "$week $edition" ]; then
    text=$("$program" report weekly --week "$week" --quiet)
    printf '%s\n' "$text" | mails "huiyin $week, edition $edition"
    echo "$week $edition" >"$folder/mailed"
fi
