// Times whole programs against each other: each in turn, round by round, so that whatever else the
// machine does falls on all of them alike.
//
//     huiyin_bench_race [--runs N] [--warm N] COMMAND…
//     huiyin_bench_race --crowd WRITERS EACH COMMAND
//
// The first prints a line for each command: median and least ms, peak KiB. The second: failures,
// median and p99 ms, commands a second.
//
// A command is words as in a shell, run without one; `{}` in it is the number of the run. `< FILE`
// at its end is its standard input. What it prints is dropped; a failure is told and ends the race.

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"

extern char** environ;

namespace {

using Clock = std::chrono::steady_clock;

struct Run {
    double milliseconds = 0;
    long peak_kib = 0;
    int status = 0;
};

std::vector<std::string> words_of(const std::string& command, int number) {
    auto words = huiyin::base::shell_words(command);
    for (auto& word : words)
        if (const auto at = word.find("{}"); at != std::string::npos)
            word.replace(at, 2, std::to_string(number));
    return words;
}

pid_t start(const std::string& command, int number) {
    auto words = words_of(command, number);
    std::string input = "/dev/null";
    if (words.size() > 2 && words[words.size() - 2] == "<") {
        input = words.back();
        words.resize(words.size() - 2);
    }
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, input.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::vector<char*> arguments;
    for (auto& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    if (posix_spawnp(&child, arguments.front(), &files, nullptr, arguments.data(), environ) != 0) {
        fmt::print(stderr, "cannot run {}\n", words.front());
        std::exit(1);
    }
    posix_spawn_file_actions_destroy(&files);
    return child;
}

Run time_one(const std::string& command, int number) {
    const auto begin = Clock::now();
    const auto child = start(command, number);
    Run run;
    rusage usage{};
    wait4(child, &run.status, 0, &usage);
    run.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    run.peak_kib = usage.ru_maxrss;
    return run;
}

double part(std::vector<double> times, double share) {
    std::ranges::sort(times);
    return times.at(static_cast<std::size_t>(share * static_cast<double>(times.size() - 1)));
}

int race(const std::vector<std::string>& commands, int runs, int warm) {
    std::vector<std::vector<double>> times(commands.size());
    std::vector<long> peaks(commands.size());
    int number = 0;
    for (int round = -warm; round < runs; ++round)
        for (std::size_t which = 0; which < commands.size(); ++which) {
            const auto run = time_one(commands[which], ++number);
            if (run.status != 0) {
                fmt::print(stderr, "failed ({}): {}\n", run.status, commands[which]);
                return 1;
            }
            if (round < 0) continue;
            times[which].push_back(run.milliseconds);
            peaks[which] = std::max(peaks[which], run.peak_kib);
        }
    for (std::size_t which = 0; which < commands.size(); ++which)
        fmt::print("{:.3f} {:.3f} {}\n", part(times[which], 0.5), part(times[which], 0.0),
                   peaks[which]);
    return 0;
}

/// What one writer of a crowd measured: a failure is a negative time.
void write_alone(const std::string& command, int writer, int each, int out) {
    std::vector<double> times;
    for (int turn = 0; turn < each; ++turn) {
        const auto run = time_one(command, writer * each + turn);
        times.push_back(run.status == 0 ? run.milliseconds : -1);
    }
    if (write(out, times.data(), times.size() * sizeof(double)) < 0) std::exit(1);
    std::exit(0);
}

int crowd(const std::string& command, int writers, int each) {
    int ends[2];
    if (pipe(ends) != 0) return 1;
    const auto begin = Clock::now();
    for (int writer = 0; writer < writers; ++writer)
        if (fork() == 0) write_alone(command, writer, each, ends[1]);
    close(ends[1]);
    std::vector<double> times;
    for (double time = 0; read(ends[0], &time, sizeof time) == sizeof time;)
        times.push_back(time);
    const auto total = std::chrono::duration<double>(Clock::now() - begin).count();
    while (wait(nullptr) > 0) {
    }
    const auto failures = std::ranges::count(times, -1.0);
    std::erase(times, -1.0);
    fmt::print("{} {:.1f} {:.1f} {:.0f}\n", failures, part(times, 0.5), part(times, 0.99),
               static_cast<double>(times.size()) / total);
    return 0;
}

int number(const std::string& text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() == 4 && words[0] == "--crowd")
        return crowd(words[3], number(words[1]), number(words[2]));
    int runs = 20;
    int warm = 1;
    while (words.size() > 2 && (words[0] == "--runs" || words[0] == "--warm")) {
        (words[0] == "--runs" ? runs : warm) = number(words[1]);
        words.erase(words.begin(), words.begin() + 2);
    }
    return race(words, runs, warm);
}
