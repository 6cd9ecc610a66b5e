#!/bin/sh
# One person is planted in every field of every noun: a number in every spelling, a name in every field for
# names. Then every reading command is read as every role, in every form: no output holds the number, in
# any spelling, for anybody who did not ask for it by --reveal; and none the name, for those who do not
# work with residents. PLANTED names a file for the figures. HUIYIN_LONG=yes reads every record by every
# command, in every form, in both languages.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../planted.sh"

# No field was left out: an option that takes words is asked for here.
missing=$(unplanted)
[ -z "$missing" ] || fail 'somebody planted in every field' "$missing"
[ "$(wc -l <"$scratch/fields")" -gt 100 ] || fail 'the fields of the commands' "$(cat "$scratch/fields")"

# each NOUN VERB…: what is read of each record of a noun; one of them is enough, but for the long form
each() {
    _noun=$1
    shift
    huiyin "$_noun" list --json | jq -r '.[].no' | if [ -n "${HUIYIN_LONG:-}" ]; then cat; else tail -n 1; fi |
        while read -r _no; do
            for _verb in "$@"; do printf '%s\n' "$_verb $_no"; done
        done
}
# A proof hands on whole entries: what it shows of them is read off one.
exits 0 huiyin audit keygen "$scratch/seal.pem"
exits 0 as zhou audit seal --key-file "$scratch/seal.pem"
# Entries of its own: those shared with other matters are not for everyone.
for entry in $(huiyin audit log --subject "$ts" --json | jq -r ".[] | select(.kind == \"command\" and .subjects == [\"$ts\"]) | .seq"); do
    run as sun audit prove "$ts" --entry "$entry"
    [ "$code" -ne 0 ] || printf '%s\n' "$out" >>"$scratch/ts.proof"
done
exits 0 huiyin audit check-proof "$scratch/ts.proof" --public-key "$scratch/seal.pem.pub" --json
# Every text of this record holds the number, so that none is let out.
json '(.entries | length) > 10 and ([.entries[].texts[]] == [])'
matters="complaint suggestion repair assist event conduct letter survey duty"
# reads: every reading command, with what it is asked
reads() {
    cat <<END

complaint show $ts
complaint show TS-2026-0002
complaint show TS-2026-0003
complaint list
complaint list --unit 5-501
complaint list --open --overdue
suggestion show $jy
suggestion list
callback due
callback list
callback show $hf
callback show HF-2026-0004
letter show $gx
letter list
survey show WJ-2026-0001
survey list
repair show $bx
repair show $again
repair list
order show $pg
order show PG-2026-0001
order show PG-2026-0003
order list
duty status
duty roster
duty show ZB-2026-0001
duty show $zb
duty list
assist show $qz
assist list
event show $zd
event list
conduct show $cl
conduct list
search 打
search 139
search 5678
search 13912345678
search '139****5678'
search '139*1234*5678'
search l39l2345678
search 一三九一二三四五六七八
search 打 --page 1
search 诸葛 --page 1
search 诸葛
search 慕白
unit show 5-501
unit show 5号楼502室
unit list
attachment save $ts 7 --out -
status
today
check --all
check --all --subject TS-2026-0003
why $ts
why $bx
report daily --day 2026-11-16
report weekly --week 2026-W47
report monthly --month 2026-11
report period --from 2026-11-01 --to 2026-11-30
report yearly --year 2026
report person chen
report person \$who
report building 5
policy try complaint.reply_within 12h
rules try $(dirname "$0")/../rules/same-day.sql
rules book
form complaint-register --from 2026-11-01 --to 2026-11-30
form repair-register --from 2026-11-01 --to 2026-11-30
form callback-record --from 2026-11-01 --to 2026-11-30
form duty-log --from 2026-11-01 --to 2026-11-30
form dispatch-order $pg
form event-report $zd
form receipt $ts
form receipt $bx
form receipt $jy
form receipt $qz
form reply $ts
form reply TS-2026-0003
form duty-roster --month 2026-11
remind --dry-run
snippet list
form receipt $ts
form reply $ts
form duty-roster
snippet list --all
remind
rules list
rules clauses
rules show repair.dispatched-in-time
staff list
staff show chen
policy list
policy show callback.partly_closes
area list
plan list
audit log
audit show 20
audit history $ts
audit history $ts --changes
audit history TS-2026-0003 --changes
audit history $bx
audit history $pg
audit history $zd
audit head
audit prove $ts
audit check-proof $scratch/ts.proof --public-key $scratch/seal.pem.pub
doctor
complaint show TS-2026-9999
amend TS-2026-9999 --phone 13912345679 --reason 改 --dry-run
__complete complaint show ''
__complete order arrive ''
__complete unit show ''
__complete complaint list --holder ''
__complete complaint add --category ''
__complete complaint add --from ''
__complete complaint add --phone ''
END
    [ -z "${HUIYIN_LONG:-}" ] && return
    for noun in $matters; do each "$noun" "$noun show" "audit history" "why" "check --all --subject"; done
    each callback 'callback show' 'audit history'
    each order 'order show' 'form dispatch-order' 'audit history'
    each event 'form event-report'
    seq 1 "$(entries_now)" | sed 's/^/audit show /'
}
# What shows no record of an office, and what makes a copy that is whole by its nature.
elsewhere='unit import|staff import|form blank|rules test|rules diff|batch|init|audit verify|audit seal|audit keygen|audit consistency|resident erase|resident scrub|backup|restore|export|bundle|hq init|hq office|hq ingest|hq status|hq fork|hq report|hq check|hq search|hq verify|hq replay|completion|version|help'
missing=$(huiyin help --json | jq -r '.[] | select(.records == false) | "\(.noun) \(.verb)" | sub(" $"; "")' |
    while read -r command; do
        printf '%s\n' "$elsewhere" | tr '|' '\n' | grep -qx -e "$command" || reads | grep -q "^$command" || echo "$command"
    done)
[ -z "$missing" ] || fail 'every reading command looked at' "$missing"

# kept HIDES WHAT: what came, to be looked at with the rest
: >"$scratch/shown"
kept() {
    printf '\036%s\037%s\n' "$1" "$2"
    cat "$scratch/one"
}
# sheets FILE: the words of a workbook
sheets() { unzip -p "$1" 'xl/workbook.xml' 'xl/sharedStrings.xml' 'xl/worksheets/*.xml' 'docProps/core.xml' 2>/dev/null; }

reads >"$scratch/reads"
for who in chen sun ma tao wu zhou "$admin"; do
    case $who in chen | sun | ma | tao) hides=0 ;; *) hides=1 ;; esac
    # The clerks read what a technician reads, but for names: two forms are enough.
    forms='text json csv md html'
    [ $hides = 1 ] || [ -n "${HUIYIN_LONG:-}" ] || forms='text json'
    while read -r command; do
        for form in $forms; do
            for language in zh-CN ${HUIYIN_LONG:+en}; do
                case $command in __complete*) [ $form = text ] || continue ;; esac
                # Whoever may has the bytes of an attachment, behind an entry of its own.
                case $command:$hides in "attachment save"*:0) continue ;; esac
                eval "set -- $command"
                case $command in
                    __complete*) shift; huiyin __complete --as "$who" "$@" --lang $language >"$scratch/one" 2>&1 || : ;;
                    *) as "$who" "$@" --format $form --lang $language >"$scratch/one" 2>&1 || : ;;
                esac
                kept $hides "$who: $command ($form, $language)" >>"$scratch/shown"
            done
        done
    done <"$scratch/reads"
    # Workbooks: every list, form and report.
    grep -E '^(form|report|unit|[a-z]+ list)' "$scratch/reads" | while read -r command; do
        [ $hides = 1 ] || [ -n "${HUIYIN_LONG:-}" ] || continue
        eval "set -- $command"
        rm -f "$scratch/sheet.xlsx"
        as "$who" "$@" --format xlsx --out "$scratch/sheet.xlsx" >"$scratch/one" 2>&1 || :
        [ ! -e "$scratch/sheet.xlsx" ] || sheets "$scratch/sheet.xlsx" >>"$scratch/one"
        kept $hides "$who: $command (xlsx)"
    done >>"$scratch/shown"
    # Each file of an export, for whom there is one.
    rm -rf "$scratch/exported"
    as "$who" export "$scratch/exported" >"$scratch/one" 2>&1 || :
    kept $hides "$who: export" >>"$scratch/shown"
    for file in "$scratch"/exported/*; do
        [ -e "$file" ] || continue
        cp "$file" "$scratch/one"
        kept $hides "$who: export, ${file##*/}" >>"$scratch/shown"
    done
done
# Looked at: an output, with its digits alone and folded, has no number, and where names are hidden no name.
# Taken out beforehand are whole entities, and hashes, in whose digits anything may stand.
perl -Mutf8 -MEncode -e '
    binmode STDOUT, ":utf8";
    local $/ = "\x1e";
    while (my $shown = decode("UTF-8", scalar <STDIN>)) {
        chomp $shown;
        my ($hides, $what, $text) = $shown =~ /^(\d)\x1f(.*?)\n(.*)$/s or next;
        ++$outputs;
        $text =~ tr/０-９/0-9/;
        my $plain = $text;
        $plain =~ s/\\u[0-9a-f]{4}//g;
        $plain =~ s/&(quot|#34|amp|#39|ldquo|rdquo);/"/g;
        $plain =~ s/\\(?=["|*_~\\])//g;
        $plain =~ s/_x000[AD]_|\\[nrt]|<br>/ /g;
        $plain =~ tr/零〇一幺二三四五六七八九/001123456789/;
        $plain =~ s/(?<=\d)[lI]|[lI](?=\d)/1/g;
        $plain =~ s/(?<=\d)[\s\-.()_\/·•‐‑–—−~\x{3000}\x{00a0}|,*:;；：。"“”]{0,4}(?=\d)//g;
        my @found;
        push @found, "number" if $plain =~ /13912345678/;
        push @found, "name" if $hides && $text =~ /诸葛慕白/;
        next unless @found;
        ++$hits;
        print "$what: @found\n" if $hits <= 20;
    }
    printf "%d outputs, %d hits\n", $outputs, $hits;' <"$scratch/shown" >"$scratch/figures"
[ -z "${PLANTED:-}" ] || cp "$scratch/figures" "$PLANTED"
grep -q '^[1-9][0-9]* outputs, 0 hits$' "$scratch/figures" || fail 'outputs without the planted person' "$(cat "$scratch/figures")"
# What was looked at would have shown it: the number is there for whoever asks.
exits 0 as chen complaint show $ts --reveal
prints "$number"
