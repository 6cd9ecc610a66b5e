#!/bin/sh
# Tells each member of staff what they must do before its limit passes, by one letter a person. Silent when
# nothing is due; run every ten minutes or once a morning, nobody is told the same thing twice in a day.
#
#   HUIYIN_DB          the store
#   HUIYIN_WITHIN      how far ahead to look; 24h unless set
#   HUIYIN_MAIL_HOST   letters go to LOGIN@HOST; to LOGIN on this machine unless set
#
# What no mailer takes is printed, so that cron tells it to whoever runs this.
set -eu

. "$(dirname "$0")/mail.sh"

program=${HUIYIN:-huiyin}
code=0
# Logins have no blanks and no commas; those who have left are due nothing.
for login in $("$program" staff list --format csv | sed -n '2,$s/,.*//p'); do
    text=$("$program" remind --who "$login" --within "${HUIYIN_WITHIN:-24h}" --quiet)
    [ -n "$text" ] || continue
    HUIYIN_MAIL_TO=$login${HUIYIN_MAIL_HOST:+@$HUIYIN_MAIL_HOST}
    printf '%s\n' "$text" | mails 'huiyin: to be done' || {
        code=1
        printf '%s:\n%s\n' "$HUIYIN_MAIL_TO" "$text"
    }
done
exit "$code"
