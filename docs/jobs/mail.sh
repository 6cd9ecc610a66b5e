# What the jobs share. A job sources this file.

# mails SUBJECT: standard input as a letter to HUIYIN_MAIL_TO by the system's own mailer. It says its
# character set itself: what cron or a timer thinks of it depends on where they were started.
mails() {
    {
        printf 'To: %s\nSubject: %s\nMIME-Version: 1.0\n' "$HUIYIN_MAIL_TO" "$1"
        printf 'Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n'
        cat
    } | PATH=$PATH:/usr/sbin sendmail -t
}
