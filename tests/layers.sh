#!/bin/sh
# Checks the shape of the source tree: sh tests/layers.sh [ROOT]
#
# A layer knows only those to its left, and some layers know nothing of some libraries; see
# docs/architecture.md. Every fault is told with its file and line; the exit is 1 if there is any.
set -eu

root=${1:-$(dirname "$0")/..}
cd "$root"
layers='base store records rulebook gate reports headquarters cli'
faults=$(mktemp)
trap 'rm -f "$faults"' EXIT

# complain ABOUT: turns `file:line:text` on standard input into faults
complain() { sed "s|\$|    <- $1|" >>"$faults"; }

# includes LAYER PATTERN: the layer's #include lines that match
includes() {
    for folder in "include/huiyin/$1" "src/$1"; do
        [ ! -d "$folder" ] || grep -rnE "^[[:space:]]*#[[:space:]]*include[[:space:]]*$2" "$folder" || true
    done
}

known=
for layer in $layers; do
    known="$known $layer"
    for other in $layers; do
        case " $known " in
            *" $other "*) ;;
            *) includes "$layer" "[<\"]huiyin/$other/" | complain "$layer knows nothing of $other" ;;
        esac
    done
    # A path that climbs out of its folder would get round the rule above.
    includes "$layer" '"[^"]*\.\./' | complain 'include another layer by its public header'
    for other in $layers; do
        includes "$layer" "\"$other/" | complain 'include another layer by its public header'
    done
done

for layer in base reports headquarters cli; do
    includes "$layer" '[<"](sqlite3\.h|SQLiteCpp/)' | complain "$layer knows nothing of SQLite"
done

for folder in include/huiyin/* src/*; do
    [ -d "$folder" ] || continue
    layer=${folder##*/}
    case " $layers " in
        *" $layer "*) ;;
        *) echo "$folder: no layer of that name" | complain "the layers are: $layers" ;;
    esac
done

# Every file of the project, whatever version control is at hand.
everything() {
    find . -type d \( -name .git -o -name 'build*' -o -name .cache \) -prune -o "$@" -print
}

everything -type d \( -name util -o -name utils -o -name core -o -name misc -o -name helpers \) |
    complain 'a name that says nothing'

everything -type f \( -name '*.cpp' -o -name '*.hpp' -o -name '*.sql' -o -name '*.sh' -o -name '*.cmake' \
    -o -name CMakeLists.txt \) | while read -r file; do
    lines=$(wc -l <"$file")
    [ "$lines" -lt 400 ] || echo "$file: $lines lines"
done | complain 'a source file stays under 400 lines'

# A name before a parenthesis, behind a type, is a function; a comment that has `throw` or a Failure
# in it says what goes wrong.
everything -path './include/huiyin/*.hpp' | sort | xargs -r awk '
    function ended() { if (declared != "" && !says) print declared }
    FNR == 1 { ended(); declared = ""; says = 0 }
    {
        at = index($0, "//")
        code = at ? substr($0, 1, at - 1) : $0
        if (at && tolower(substr($0, at)) ~ /throw|failure/) says = 1
        if (declared == "" && code !~ /^ *#/ &&
            code ~ /[A-Za-z0-9_>&*] +[&*]*(operator *[^ (]+|~?[A-Za-z_][A-Za-z0-9_]*)\(/)
            declared = substr(FILENAME, 3) ":" FNR ":" code
    }
    END { ended() }' |
    complain 'declares functions and has no word on errors: what each throws and when, or that nothing does'

# The page on the structure names files by their layer or by their whole path; they are there.
page=docs/architecture.md
if [ -f "$page" ]; then
    grep -noE '`[A-Za-z_./-]+`' "$page" | tr -d '`' | grep -E ':[a-z_]+/|\.(cpp|hpp|sql|sh|txt|svg)$' |
        while IFS=: read -r line name; do
            [ -e "$name" ] || [ -e "src/$name" ] || [ -e "include/huiyin/$name" ] ||
                [ -n "$(everything -path "*/$name" | head -n 1)" ] || echo "$page:$line: $name"
        done | complain 'the page on the structure names what is not there'
fi

# What lies outside the project is not there for whoever builds it. One try-out looks for it, and
# skips where it is absent.
outside='\.\./shared'
everything -type f ! -name layers.sh ! -name tryout_letters.sh | while read -r file; do
    grep -nHI -- "$outside" "$file" || true
done | complain 'lies outside the project'

if [ -s "$faults" ]; then
    cat "$faults" >&2
    exit 1
fi
