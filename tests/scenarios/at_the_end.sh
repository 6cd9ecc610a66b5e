# What a scenario ends with: the verdicts on its store are those that judging anew comes to. Of each tenth scenario,
# with HUIYIN_LONG of each; HUIYIN_VERDICTS gets a line for it, with how many matters had one and what was found of them.

ended() {
    _code=$?
    [ "$_code" -ne 0 ] || [ -z "${HUIYIN_VERDICTS:-}" ] || verdicts_hold || _code=1
    rm -rf "$scratch"
    exit "$_code"
}

# shown FROM TO: what a screen and a report of these days say of the copy
shown() {
    huiyin --db "$scratch/verdicts.db" --as tao status --json 2>&1
    huiyin --db "$scratch/verdicts.db" --as tao report period --from "$1" --to "$2" --json 2>&1
}

# Weeks later a copy of the store keeps its verdicts, and months later judging anew comes to the same; what is shown is
# the same without them.
verdicts_hold() {
    if [ -z "${HUIYIN_LONG:-}" ]; then
        case $(printf '%s' "${0##*/}" | cksum | cut -d ' ' -f 1) in *[1-9]) return 0 ;; esac
    fi
    [ -n "$epoch" ] && [ -f "$HUIYIN_DB" ] || return 0
    cp "$HUIYIN_DB" "$scratch/verdicts.db" || return 1
    unset HUIYIN_OUTPUTS
    _from=$(date -ud "@$((epoch - 6 * 86400))" +%F) _to=$(date -ud "@$epoch" +%F)
    epoch=$((epoch + 40 * 86400))
    # Some scenarios alter what is kept, to see who notices.
    huiyin --db "$scratch/verdicts.db" audit verify >/dev/null 2>&1 || return 0
    # Whoever reads the store may not be on its staff, or the store is not to be read: then there is nothing to compare.
    huiyin --db "$scratch/verdicts.db" --as tao report weekly >/dev/null 2>&1 || return 0
    for _later in 0 200; do
        epoch=$((epoch + _later * 86400))
        err=$(huiyin --db "$scratch/verdicts.db" --lang en check --afresh 2>&1 >/dev/null)
        case $err in
            *'judged anew'*)
                last='check --afresh, once its weeks were filed'
                printf 'scenario: %s\n%s\n%s\n' "$0" "$last" "$err" >&2
                return 1
                ;;
        esac
    done
    _with=$(shown "$_from" "$_to")
    _counts=$(sqlite3 -separator ' ' "$scratch/verdicts.db" \
        'SELECT (SELECT matter FROM judged_through) - (SELECT count(*) FROM unjudged), (SELECT count(*) FROM kept_finding);
         DELETE FROM judged_through')
    _without=$(shown "$_from" "$_to")
    if [ "$_with" != "$_without" ]; then
        last='status and a report, with verdicts and without'
        printf 'scenario: %s\n%s\n%s\n%s\n' "$0" "$last" "$_with" "$_without" >&2
        return 1
    fi
    printf '%s %s\n' "${0##*/scenarios/}" "$_counts" >>"$HUIYIN_VERDICTS"
}
