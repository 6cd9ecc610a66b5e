#!/bin/sh
# What breaks the regulation now, for the morning. Silent when all is well.
#
#   HUIYIN_DB        the store
#   HUIYIN_MAIL_TO   who gets it by the system's own mailer; unless set it is printed
set -eu

. "$(dirname "$0")/mail.sh"

code=0
text=$("${HUIYIN:-huiyin}" check 2>&1) || code=$?
if [ -n "$text" ] && [ -n "${HUIYIN_MAIL_TO:-}" ]; then
    printf '%s\n' "$text" | mails 'huiyin check'
elif [ -n "$text" ]; then
    printf '%s\n' "$text"
fi
exit "$code"
