# fish completion for huiyin. `huiyin __complete WORD…` tells what may stand for the last word.
function __huiyin_candidates
    set -l typed (commandline -opc)
    set -l current (commandline -ct)
    set -l found ($typed[1] __complete $typed[2..-1] $current 2>/dev/null)
    if test "$found[1]" = :files
        __fish_complete_path (string replace -r '^--[^=]*=' '' -- $current)
        return
    end
    printf '%s\n' $found
end
complete -c huiyin -f -a '(__huiyin_candidates)'
