#!/bin/sh
# Plays a handbook: every command line in its ```sh blocks, in order, in one shell, against a fresh
# store: sh tests/docs/play.sh docs/clerk.md
#
# A ```text block right behind one is what it prints, to standard output and then to standard error;
# ```text FILE is a file that the next blocks use. Comments that readers do not see set the stage:
#
#   <!-- office -->                 the staff of the scenarios, on Monday 2026-11-23 08:00
#   <!-- none -->                   no store at all
#   <!-- store 1 -->                one of the oldest schema
#   <!-- at 2026-11-23 09:12 -->    what follows is typed at this moment
#   <!-- as chen -->                … by this member of staff; by the administrator without a name
#   <!-- lang en -->                … in this language
#   <!-- exit 4 -->                 the next block's last command ends so
set -u

book=${1:?the handbook}
case $book in /*) ;; *) book=$PWD/$book ;; esac
words=$(cd "$(dirname "$0")/../scenarios" && pwd)
. "$words/lib.sh"
mkdir "$scratch/desk"
cd "$scratch/desk" || exit 1

awk '
    /^```sh$/ {
        inside = "block"
        printf "line=%d\n{\n", FNR
        next
    }
    /^```text$/ && after { inside = "output"; print "prints_so <<\"END OF TEXT\""; next }
    /^```text [^ ]+$/ { inside = "file"; printf "cat >%s <<\"END OF TEXT\"\n", $2; next }
    /^```/ && inside == "block" {
        inside = ""; after = 1
        redirect = ">\"$scratch/out\" 2>\"$scratch/err\""
        if (wanted) printf "} %s && code=0 || code=$?\nended_with %d\n", redirect, wanted
        else printf "} %s\n", redirect
        wanted = 0
        next
    }
    /^```/ && inside { inside = ""; after = 0; print "END OF TEXT"; next }
    /^```/ { other = !other; after = 0; next }
    inside == "block" { gsub(/huiyin /, "typed "); print; next }
    inside { print; next }
    other { next }
    /^<!-- exit / { wanted = $3; next }
    /^<!-- (office|none|store|at|as|lang).*-->$/ {
        sub(/^<!-- /, ""); sub(/ *-->$/, "")
        verb = $1; sub(/^[a-z]+ ?/, "")
        printf "stage_%s \"%s\"\n", verb, $0
        next
    }
    /[^ ]/ { after = 0 }
' "$book" >"$scratch/play"
grep -q '^{$' "$scratch/play" || { echo "$book: no command line in it" >&2; exit 1; }

# The desk is somebody: what a person types is run in their name.
who=
typed() {
    if [ -n "$who" ]; then as "$who" "$@"; else huiyin "$@"; fi
}
stage_office() { office; }
# A store of an older schema, which was made by an administrator of that name.
stage_store() {
    [ "$admin" = root ] || skip 'needs root, who made the old stores'
    stage_none
    gzip -dc "$words/../faults/stores/schema-$1.db.gz" >"$HUIYIN_DB"
    chmod 600 "$HUIYIN_DB"
}
stage_none() { rm -f "$HUIYIN_DB"*; who=; }
stage_at() { clock "$1"; }
stage_as() { who=$1; }
stage_lang() { export HUIYIN_LANG="$1"; }

line=0 code=0
ended_with() { [ "$code" -eq "$1" ] || complain "exit $1" "exit $code"; }
prints_so() {
    cat >"$scratch/shown"
    cat "$scratch/out" "$scratch/err" >"$scratch/said"
    cmp -s "$scratch/shown" "$scratch/said" ||
        complain 'what stands below it' "$(diff "$scratch/shown" "$scratch/said")"
}
complain() {
    printf '%s, the block at line %s\nexpected: %s\ncame:\n%s\n' "$book" "$line" "$1" "$2" >&2
    told=yes
    exit 1
}
told=no
leaves() {
    status=$?
    if [ "$status" -ne 0 ] && [ "$told" = no ]; then
        printf '%s, the block at line %s ended with %s:\n' "$book" "$line" "$status" >&2
        cat "$scratch/out" "$scratch/err" >&2
    fi
    rm -rf "$scratch"
}
trap leaves EXIT

set -e
. "$scratch/play"
