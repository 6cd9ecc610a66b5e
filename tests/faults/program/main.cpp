// Faults that need to sit inside the process: a power cut, and memory that runs out. The commands
// to put them on are read from standard input; faults.sh makes the list from commands.txt.
//
//     huiyin_faults commands                                every verb of the table, one a line
//     huiyin_faults power-cut SCRATCH HOLDS.SQL CUTS        SCRATCH/watched/office.db is the store
//     huiyin_faults lying-disk SCRATCH HOLDS.SQL CUTS       the control: it must lose something
//     huiyin_faults memory SCRATCH HOLDS.SQL TRIES
//
// Prints: tried hit survived lost again.

#include <iostream>
#include <string_view>

#include "huiyin/cli/command.hpp"
#include "memory.hpp"
#include "power_cut.hpp"

namespace {

int list_commands() {
    for (const auto& noun : huiyin::cli::command_table())
        for (const auto& verb : noun)
            std::cout << verb.noun << (verb.verb.empty() ? "" : " ") << verb.verb << '\n';
    return 0;
}

faults::Counts run(std::string_view fault, const std::vector<std::string>& words) {
    const auto statements = faults::read_file(words.at(1));
    const auto commands = faults::read_commands();
    const auto times = std::stol(words.at(2));
    if (fault == "memory") return faults::failing_memory(words.at(0), statements, commands, times);
    return faults::power_cuts(words.at(0), statements, commands, times, fault == "power-cut");
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const std::vector<std::string> words(argv + 1, argv + argc);
        if (words.at(0) == "commands") return list_commands();
        faults::watch_memory();
        const auto counts = run(words.at(0), {words.begin() + 1, words.end()});
        std::cout << counts.tried << ' ' << counts.hit << ' ' << counts.survived << ' '
                  << counts.lost << ' ' << counts.again << '\n';
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
